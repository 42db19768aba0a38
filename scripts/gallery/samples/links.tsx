import type { ReactNode } from 'react';
import { ForgetCustomer } from '../../../components/forget/ForgetCustomer.tsx';
import { PossibleLinkRow } from '../../../components/identity/PossibleLinkRow.tsx';
import { StandingLinks } from '../../../components/identity/StandingLinks.tsx';
import type { LinkChange } from '../../../components/hooks/useLinkDecision.ts';
import type { PossibleLink } from '../../../lib/model/possible-link.ts';
import type { LinkState, StandingLink } from '../../../lib/views/links/standing-links.ts';
import { LONG_NAME, NOW, order } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const decisions = (change: LinkChange | null) => ({ change, confirm: nothing, refuse: nothing, undo: nothing });
const orderIds = [1, 2, 3].map((index) => order(index).orderId);

const possible: PossibleLink = {
  shopId: 'shop',
  parties: ['customer|one', `order|${orderIds[0]}`],
  probability: 0.932,
  comparisons: [
    { of: 'orderTail', outcome: 'same', shown: '8831', weight: 3.2 },
    { of: 'name', outcome: 'ends', shown: LONG_NAME, share: 0.0004, weight: 2.1 },
    { of: 'place', outcome: 'province', shown: '浙江省', weight: 0.4 },
    { of: 'phone', outcome: 'differs', weight: -1.7 },
  ],
  sides: [
    { party: 'customer|one', customerId: 'one', name: LONG_NAME, orderIds, placedAt: NOW },
    { party: `order|${orderIds[0]}`, customerId: null, name: '欧**', orderIds: orderIds.slice(0, 1), placedAt: NOW },
  ],
};
const nameless: PossibleLink = {
  ...possible,
  probability: 0.61,
  comparisons: possible.comparisons.slice(2),
  sides: [
    { ...possible.sides[0], name: null },
    { ...possible.sides[1], name: null },
  ],
};
const row = (link: PossibleLink, change: LinkChange | null = null): ReactNode => (
  <ul>
    <PossibleLinkRow link={link} sides={link.sides} decisions={decisions(change)} />
  </ul>
);

const standing = (state: LinkState): StandingLink => ({
  shopId: 'shop',
  parties: [
    { party: `customer|${state}`, name: LONG_NAME, placedAt: null },
    { party: `order|${state}`, name: null, placedAt: NOW },
  ],
  state,
  eventId: state === 'confirmed' || state === 'refused' ? 'one' : null,
  provenBy: state === 'proven' || state === 'contradicted' ? orderIds : [],
});

/** Who is who, and that somebody is to be forgotten. */
export const linkSamples: readonly Sample[] = [
  {
    file: 'components/identity/PossibleLinkRow.tsx',
    states: {
      'a long name': row(possible),
      'no names': row(nameless),
      'being saved': row(possible, { state: 'saving', eventId: null }),
    },
  },
  {
    file: 'components/identity/StandingLinks.tsx',
    states: {
      contradicted: <StandingLinks links={[standing('contradicted')]} decisions={decisions(null)} />,
      others: (
        <StandingLinks
          links={(['proven', 'confirmed', 'refused'] as const).map(standing)}
          decisions={decisions(null)}
        />
      ),
    },
  },
  {
    file: 'components/forget/ForgetCustomer.tsx',
    states: { asking: <ForgetCustomer customerId="nobody" look="quiet" /> },
  },
];
