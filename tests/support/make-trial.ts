/** Trials that pass the border; a test names only what it is about. */
import { trialSchema, type Trial } from '../../lib/model/trial.ts';
import { TODAY } from './make-history.ts';

/** A tenth of everybody who was away for 30 to 90 days is left alone for 30 days, from today on. */
export function makeTrial(changes: Partial<Trial> = {}): Trial {
  return trialSchema.parse({
    trialId: 'trial-1',
    shopId: 'jd:shop',
    playbookId: 'silent-wake',
    arms: [
      { armId: 'holdOut', share: 0.1, coupon: null, wording: null },
      { armId: 'treated', share: 0.9, coupon: null, wording: null },
    ],
    startDay: TODAY,
    horizonDays: 30,
    baseRate: 0.2,
    lift: 0.05,
    eligible: {
      all: [
        { metric: 'recencyDays', is: '>=', value: 30 },
        { metric: 'recencyDays', is: '<=', value: 90 },
      ],
      anyOf: [],
    },
    ...changes,
  });
}

/** Two coupons, a tenth of the customers each. */
export function makeComparison(changes: Partial<Trial> = {}): Trial {
  const coupon = { thresholdFen: 5_000, faceValueFen: 2_000, validDays: 7 };
  return makeTrial({
    arms: [
      { armId: 'a', share: 0.1, coupon, wording: null },
      { armId: 'b', share: 0.1, coupon: { ...coupon, faceValueFen: 1_000 }, wording: '新款到了，给您留了一张券' },
    ],
    ...changes,
  });
}
