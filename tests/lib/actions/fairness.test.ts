import { describe, expect, test } from 'vitest';
import { bestSavingAt, isNeverLess, offersToNew, savingAt, unfairToOld } from '../../../lib/actions/fairness.ts';
import { dueColumn, duePlaybooks } from '../../../lib/actions/day-list.ts';
import type { Offer } from '../../../lib/actions/offer-schema.ts';
import { suggest } from '../../../lib/actions/suggest.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import { fairness } from '../../../lib/rules/offers.ts';
import { contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import fc from '../../support/fast-check.ts';
import { makeCoupon } from '../../support/make-coupon.ts';
import { makeGround } from '../../support/make-ground.ts';
import { makeHistory, makeMeasures, makeMetrics, measureOne, usualShop } from '../../support/make-history.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const coupon = (thresholdYuan: number, faceYuan: number): Offer => ({
  kind: 'coupon',
  thresholdFen: thresholdYuan * 100,
  faceValueFen: faceYuan * 100,
  validDays: 7,
});
const shipped = offersToNew(playbooks, [], fairness, now);

describe('what new customers get', () => {
  test('is what the playbooks for them give, which exist', () => {
    for (const id of fairness.newCustomerPlaybooks) expect(playbooks.map((playbook) => playbook.id)).toContain(id);
    expect(shipped.map((offer) => savingAt(offer, 10_000))).toEqual([1_500, 2_000]);
  });

  test('and the coupons of the shop that name them, as long as they can be claimed', () => {
    const named = makeCoupon({ name: '新人专享', thresholdFen: 5_000, faceValueFen: 3_000 });
    const ended = makeCoupon({ name: '新客礼', status: '已结束', faceValueFen: 9_900 });
    const toNew = offersToNew([], [named, ended, makeCoupon()], fairness, now);
    expect(toNew).toEqual([{ kind: 'coupon', thresholdFen: 5_000, faceValueFen: 3_000, validDays: null }]);
  });
});

describe('a saving', () => {
  test.each<[Offer, number, number]>([
    [coupon(100, 20), 10_000, 2_000],
    [coupon(100, 20), 9_999, 0],
    [coupon(0, 50), 3_000, 3_000],
    [{ kind: 'rate', rate: 0.9 }, 10_000, 1_000],
  ])('of %j on %i is %i', (offer, basketFen, savedFen) => {
    expect(savingAt(offer, basketFen)).toBe(savedFen);
  });
});

describe('an offer to an old customer', () => {
  const old = makeMetrics({ purchaseCount: 2 });
  const right: Offer = { kind: 'rate', rate: 0.9 };

  test('of less than a new one gets on the same basket is held back, with both numbers', () => {
    expect(unfairToOld(right, old, 10_000, shipped)).toEqual({
      guard: 'unfairToOld',
      savedFen: 1_000,
      newSavedFen: 2_000,
      basketFen: 10_000,
    });
    expect(unfairToOld(right, old, 20_000, shipped)).toBeNull();
    expect(unfairToOld(right, old, 7_900, shipped)).toBeNull();
  });

  test('is not measured for who bought once, nor on a basket that is not known', () => {
    expect(unfairToOld(right, makeMetrics({ purchaseCount: 1 }), 10_000, shipped)).toBeNull();
    expect(unfairToOld(right, old, 0, shipped)).toBeNull();
    expect(unfairToOld(null, old, 10_000, shipped)).toBeNull();
  });
});

const anyFen = fc.integer({ min: 100, max: 60_000 });
const anyOffer: fc.Arbitrary<Offer> = fc.oneof(
  fc.record({
    kind: fc.constant('coupon' as const),
    thresholdFen: fc.oneof(fc.constant(0), anyFen),
    faceValueFen: anyFen,
    validDays: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('rate' as const), rate: fc.double({ min: 0.5, max: 0.99, noNaN: true }) }),
);

test('whatever new customers get, nobody who bought twice is offered less on their own basket', () => {
  let offered = 0;
  fc.assert(
    fc.property(
      fc.array(anyOffer, { maxLength: 3 }),
      fc.array(fc.option(anyOffer), { minLength: playbooks.length, maxLength: playbooks.length }),
      fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 5 }),
      anyFen,
      (toNew, offers, daysAgo, amountFen) => {
        const changed = playbooks.map((playbook, at) => ({ ...playbook, offer: offers[at]! }));
        const metrics = measureOne(makeHistory(daysAgo, { amountFen }));
        const { suggestions } = suggest({
          metrics,
          tiers: tiersOf(metrics, tiers),
          playbooks: changed,
          contacts: [],
          putOffs: [],
          coupons: [],
          limits: contactLimits,
          now,
          ground: makeGround({ toNew }),
        });
        for (const { offer } of suggestions) {
          if (!offer) continue;
          offered += 1;
          expect(savingAt(offer, amountFen)).toBeGreaterThanOrEqual(bestSavingAt(toNew, amountFen));
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(offered).toBeGreaterThan(100);
});

test('what is never less is less at no basket', () => {
  fc.assert(
    fc.property(anyOffer, fc.array(anyOffer, { maxLength: 3 }), anyFen, (offer, toNew, basketFen) => {
      fc.pre(isNeverLess(offer, toNew));
      expect(savingAt(offer, basketFen)).toBeGreaterThanOrEqual(bestSavingAt(toNew, basketFen));
    }),
  );
  expect(isNeverLess(coupon(50, 20), shipped)).toBe(true);
  expect(isNeverLess(coupon(90, 20), shipped)).toBe(false);
});

test('the list of the day holds back whom the card would hold back', () => {
  const listed = duePlaybooks(playbooks.filter(({ isOn, moment }) => isOn && moment === null));
  const toNew = [coupon(90, 30)];
  const histories = [8_000, 9_000, 20_000].map((amountFen) => makeHistory([45, 75], { amountFen }));
  const measures = makeMeasures(histories, { benchmarks: usualShop });
  const nameAt = (place: number) => listed[place - 1]?.id ?? null;
  expect(Array.from(dueColumn(measures, tiers, listed, contactLimits), nameAt)).toEqual([
    'silent-wake',
    'silent-wake',
    'silent-wake',
  ]);
  expect(Array.from(dueColumn(measures, tiers, listed, contactLimits, toNew), nameAt)).toEqual([
    'silent-wake',
    null,
    null,
  ]);
});
