import { ArmFields } from '../../../components/dashboard/trials/ArmFields.tsx';
import { TrialItem } from '../../../components/dashboard/trials/TrialItem.tsx';
import { useShops } from '../../../components/dashboard/useInsight.ts';
import { BatchUplift } from '../../../components/today/BatchUplift.tsx';
import type { ArmOutcome, Outcome } from '../../../lib/actions/trials/outcome.ts';
import { allocate } from '../../../lib/insight/ledger/ledger.ts';
import type { Trial } from '../../../lib/model/trial.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import type { KeptTrial } from '../../../lib/views/actions/trials.ts';
import { LONG_TITLE, NOW } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};

const trial: Trial = {
  trialId: 'one',
  shopId: 'shop',
  playbookId: playbooks[0]!.id,
  arms: [
    { armId: 'holdOut', share: 0.1, coupon: null, wording: null },
    { armId: 'treated', share: 0.9, coupon: null, wording: null },
  ],
  startDay: dayOf(NOW) - 60,
  horizonDays: 30,
  baseRate: 0.2,
  lift: 0.05,
  eligible: { all: [], anyOf: [] },
};
const twoOffers: Trial = {
  ...trial,
  trialId: 'two',
  arms: [
    { armId: 'a', share: 0.5, coupon: null, wording: LONG_TITLE },
    { armId: 'b', share: 0.5, coupon: { thresholdFen: 8_000, faceValueFen: 1_500, validDays: 3 }, wording: null },
  ],
};
const arm = (customers: number, returned: number): ArmOutcome => ({
  entered: customers + 40,
  customers,
  returned,
  spend: { customers, sum: returned * 12_800, squares: returned * 12_800 ** 2 },
});
const few: Outcome = {
  arms: [arm(3, 0), arm(9, 2)],
  buyers: [[], []],
  progress: 0.02,
  difference: null,
  spendDifference: null,
  verdict: 'notEnough',
};
const told = (verdict: Outcome['verdict'], low: number, high: number): Outcome => ({
  ...few,
  arms: [arm(1_234, 247), arm(11_106, 2_888)],
  progress: 1,
  difference: { estimate: (low + high) / 2, low, high },
  spendDifference: { estimate: 320, low: -80, high: 720 },
  verdict,
});

const ledger = allocate(0, 0);
const item = (of: Trial, outcome: Outcome | null, stoppedAt: number | null = null) => (
  <ul>
    <TrialItem
      kept={{ trial: of, startedAt: NOW, startEventId: 'one', stoppedAt, difference: null }}
      outcome={outcome}
      ledger={ledger}
      onStop={nothing}
    />
  </ul>
);

const fields = { isOwnOffer: true, thresholdYuan: '', faceYuan: '', validDays: '7', wording: '' };

const TODAY = Date.now();

/** What the hold-out of the shop in the store tells so far. */
function OfBatch() {
  const [shop] = useShops() ?? [];
  const kept = (shopId: string): KeptTrial => ({
    trial: { ...trial, shopId },
    startedAt: NOW,
    startEventId: 'one',
    stoppedAt: null,
    difference: null,
  });
  return shop ? <BatchUplift kept={kept(shop.shopId)} now={TODAY} /> : null;
}

/** Hold-outs and comparisons, with every verdict. */
export const trialSamples: readonly Sample[] = [
  {
    file: 'components/dashboard/trials/TrialItem.tsx',
    states: {
      'being counted': item(trial, null),
      'too few': item(trial, few),
      'not enough evidence': item(trial, told('notEnough', -0.06, 0.22)),
      'it works': item(trial, told('better', 0.03, 0.09)),
      'it does harm': item(trial, told('worse', -0.09, -0.02)),
      'two offers, stopped': item(twoOffers, told('better', 0.01, 0.11), NOW),
    },
  },
  {
    file: 'components/dashboard/trials/ArmFields.tsx',
    states: {
      'as the playbook says': <ArmFields armId="a" arm={fields} onChange={nothing} />,
      'a coupon': (
        <ArmFields
          armId="b"
          arm={{ ...fields, isOwnOffer: false, thresholdYuan: '80', faceYuan: '15', wording: LONG_TITLE }}
          onChange={nothing}
        />
      ),
    },
  },
  { file: 'components/today/BatchUplift.tsx', states: { 'nobody yet': <OfBatch /> } },
];
