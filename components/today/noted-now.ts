import type { Offer } from '../../lib/actions/offer-schema.ts';
import { sceneOf, type Suggestion } from '../../lib/actions/suggest.ts';
import type { Playbook } from '../../lib/actions/playbook.ts';
import type { Contact } from '../../lib/model/event.ts';

/** The person did it: sent the coupon by the platform's tool, or wrote or called. */
export function notedNow(
  customerId: string,
  { playbook, offer, instead = null }: { playbook: Playbook; offer: Offer | null; instead?: Suggestion['instead'] },
): Contact {
  return {
    customerId,
    channel: offer ? 'coupon' : 'other',
    how: 'noted',
    templateId: null,
    playbookId: playbook.id,
    isOffer: offer !== null,
    coupon: offer?.kind === 'coupon' ? couponOf(offer) : null,
    benefitId: instead?.benefit.id ?? null,
    overrides: null,
    sceneId: sceneOf({ playbook, instead }),
  };
}

function couponOf({ thresholdFen, faceValueFen, validDays }: Extract<Offer, { kind: 'coupon' }>): Contact['coupon'] {
  return { thresholdFen, faceValueFen, validDays };
}
