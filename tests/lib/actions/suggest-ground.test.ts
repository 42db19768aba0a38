import { describe, expect, test } from 'vitest';
import { benefitsOf, nextBenefit } from '../../../lib/actions/benefits.ts';
import { sceneOf, suggest, type OfferGround } from '../../../lib/actions/suggest.ts';
import { Deal } from '../../../lib/actions/trials/assignment.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import type { Trial } from '../../../lib/model/trial.ts';
import { categories } from '../../../lib/rules/categories.ts';
import { benefits, contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeCoupon } from '../../support/make-coupon.ts';
import { makeGround } from '../../support/make-ground.ts';
import { makeCustomerId, makeHistory, measureOne } from '../../support/make-history.ts';
import { makeComparison, makeTrial } from '../../support/make-trial.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
/** A silent regular, who is offered 20 off 50. */
const wakeUp = (ground: Partial<OfferGround>, coupons = [] as ReturnType<typeof makeCoupon>[]) => {
  const metrics = measureOne(makeHistory([45, 75]));
  const { suggestions, heldBack } = suggest({
    metrics,
    tiers: tiersOf(metrics, tiers),
    playbooks: playbooks.filter(({ id }) => id === 'silent-wake'),
    contacts: [],
    putOffs: [],
    coupons,
    limits: contactLimits,
    now,
    ground: makeGround(ground),
  });
  return { suggestion: suggestions[0], because: heldBack[0]?.because };
};
const memberOf = (trial: Trial, arm: number) =>
  Array.from({ length: 200 }, (_, number) => makeCustomerId(number)).find((id) => new Deal(trial).of(id) === arm)!;

describe('the margin', () => {
  test('holds an offer back that would go below the floor, with both sums', () => {
    expect(wakeUp({ margin: { share: 0.19, coverage: 0.8 } }).because).toEqual({
      guard: 'marginFloor',
      beforeFen: 1_900,
      afterFen: -100,
      floorShare: 0,
      coverage: 0.8,
    });
    expect(wakeUp({ margin: { share: 0.2, coverage: 0.8 } }).suggestion).toMatchObject({
      margin: { beforeFen: 2_000, afterFen: 0 },
      costCoverage: 0.8,
    });
  });

  test('has a floor that a shop may set', () => {
    expect(wakeUp({ margin: { share: 0.3, coverage: 1 }, floorShare: 0.2 }).because).toMatchObject({
      guard: 'marginFloor',
      floorShare: 0.2,
    });
    expect(wakeUp({ margin: { share: 0.4, coverage: 1 }, floorShare: 0.2 }).because).toBeUndefined();
  });

  test('of which too little is known says how much, and holds nothing back', () => {
    expect(wakeUp({ margin: { share: null, coverage: 0.3 } }).suggestion).toMatchObject({
      margin: null,
      costCoverage: 0.3,
    });
  });
});

test('what the platform does not take is held back, what is there already is not', () => {
  const limit = { zh: '整元', en: 'whole yuan' };
  expect(wakeUp({ refusedBy: () => limit }).because).toEqual({ guard: 'platformLimit', limit });
  const there = makeCoupon({ thresholdFen: 5_000, faceValueFen: 2_000 });
  expect(wakeUp({ refusedBy: () => limit }, [there]).suggestion).toMatchObject({ existing: there });
});

describe('a running trial', () => {
  const trial = makeTrial();

  test('leaves the held-out alone and says why', () => {
    expect(wakeUp({ trials: [trial], customerId: memberOf(trial, 1) }).because).toEqual({
      guard: 'holdOut',
      startDay: trial.startDay,
      share: 0.1,
    });
    expect(wakeUp({ trials: [trial], customerId: memberOf(trial, 2) }).suggestion).toMatchObject({
      inTrial: { arm: { armId: 'treated' } },
      offer: { faceValueFen: 2_000 },
    });
  });

  test('of another playbook changes nothing', () => {
    const other = makeTrial({ playbookId: 'churn-recall' });
    expect(wakeUp({ trials: [other], customerId: memberOf(other, 1) }).suggestion).toMatchObject({ inTrial: null });
  });

  test('of two offers gives each arm its own, and the rest the usual one', () => {
    const pair = makeComparison();
    const given = (arm: number) => wakeUp({ trials: [pair], customerId: memberOf(pair, arm) }).suggestion;
    expect(given(1)).toMatchObject({ offer: { faceValueFen: 2_000 }, inTrial: { arm: { armId: 'a' } } });
    expect(given(2)).toMatchObject({
      offer: { faceValueFen: 1_000 },
      discount: { savedFen: 1_000 },
      inTrial: { arm: { armId: 'b', wording: '新款到了，给您留了一张券' } },
    });
    expect(given(0)).toMatchObject({ offer: { faceValueFen: 2_000 }, inTrial: null });
  });

  test('gives what is compared, not a coupon that happens to be there', () => {
    const pair = makeComparison();
    const there = makeCoupon({ thresholdFen: 0, faceValueFen: 3_000 });
    expect(wakeUp({ trials: [pair], customerId: memberOf(pair, 2) }, [there]).suggestion).toMatchObject({
      existing: null,
      offer: { faceValueFen: 1_000 },
    });
  });
});

describe('a coupon that is too small for the basket', () => {
  /** 20 off 50, to somebody whose basket is 2,000. */
  const big = (ground: Partial<OfferGround>, contacts: Parameters<typeof suggest>[0]['contacts'] = []) => {
    const metrics = measureOne(makeHistory([45, 75], { amountFen: 200_000 }));
    return suggest({
      metrics,
      tiers: tiersOf(metrics, tiers),
      playbooks: playbooks.filter(({ id }) => id === 'silent-wake'),
      contacts,
      putOffs: [],
      coupons: [],
      limits: contactLimits,
      now,
      ground: makeGround(ground),
    });
  };
  const usual = benefitsOf(benefits, null, null);

  test('gives way to a right that the shop has, with the sum that was too small', () => {
    const { suggestions, heldBack } = big({ benefits: usual });
    expect(suggestions).toMatchObject([
      {
        playbook: { id: 'silent-wake' },
        offer: null,
        discount: null,
        instead: {
          benefit: { id: 'priority-reply' },
          of: { guard: 'tooSmall', savedFen: 2_000, basketFen: 200_000, share: 0.01 },
        },
      },
    ]);
    expect(heldBack).toEqual([]);
    expect(sceneOf(suggestions[0]!)).toBe('thanks');
    expect(sceneOf({ ...suggestions[0]!, instead: null })).toBe('wakeUp');
  });

  test('of which one was given gives way to another', () => {
    const at = now - 40 * 86_400_000;
    const given = { ...makeContact({ playbookId: 'silent-wake', isOffer: false, benefitId: 'priority-reply' }), at };
    expect(big({ benefits: usual }, [given]).suggestions[0]!.instead!.benefit.id).toBe('first-pick');
    expect(nextBenefit(usual, [given, { benefitId: 'first-pick', at: at + 1 }])!.id).toBe('priority-reply');
  });

  test('is held back where the shop has no right, and from those who are in a trial', () => {
    expect(big({ benefits: [] }).heldBack[0]!.because.guard).toBe('tooSmall');
    const trial = makeTrial();
    const ground = { benefits: usual, trials: [trial], customerId: memberOf(trial, 2) };
    expect(big(ground).heldBack[0]!.because.guard).toBe('tooSmall');
  });

  test('is not spoken of while a case waits or within the days after a contact', () => {
    const contact = { ...makeContact({ isOffer: false }), at: now - 3_600_000 };
    expect(big({ benefits: usual }, [contact]).heldBack[0]!.because.guard).toBe('contactedRecently');
  });

  test('is as large as two per cent: from there on it is made', () => {
    const { suggestion } = wakeUp({ benefits: usual });
    expect([suggestion!.instead, suggestion!.offer === null]).toEqual([null, false]);
  });
});

describe('the rights of a shop', () => {
  test('are those that it says it has; services of a category go with that category alone (ACT-45)', () => {
    const ids = (chosen: string[] | null, categoryId: string | null) =>
      benefitsOf(benefits, chosen, categoryId).map(({ id }) => id);
    expect(ids(null, null)).toEqual(['priority-reply', 'first-pick']);
    const services = ['styling', 'installation'];
    expect([ids(services, 'apparel'), ids(services, 'appliance'), ids(services, 'food')]).toEqual([
      ['styling'],
      ['installation'],
      [],
    ]);
    for (const id of services) expect(benefits.find((one) => one.id === id)!.source).toEqual(['ACT-45']);
  });

  test('are of categories that there are', () => {
    const known = new Set(categories.map(({ id }) => id));
    expect(benefits.flatMap(({ categoryIds }) => categoryIds ?? []).filter((id) => !known.has(id))).toEqual([]);
  });
});
