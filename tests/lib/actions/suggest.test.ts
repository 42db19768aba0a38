import { describe, expect, test } from 'vitest';
import { suggest } from '../../../lib/actions/suggest.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import type { PurchaseHistory } from '../../../lib/model/profile.ts';
import { contactLimits, playbooks as shipped } from '../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { makeCoupon } from '../../support/make-coupon.ts';
import { TODAY, makeHistory, makeMetrics, measureOne } from '../../support/make-history.ts';
import { openPlaybooks, THIS_MORNING } from '../../support/open-playbooks.ts';

const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const now = THIS_MORNING;
const playbooks = openPlaybooks();

function suggestionsFor(history: PurchaseHistory) {
  const metrics = measureOne(history);
  return suggest({
    metrics,
    tiers: tiersOf(metrics, tiers),
    playbooks,
    contacts: [],
    putOffs: [],
    coupons: [],
    limits: contactLimits,
    now,
  });
}
const idsFor = (history: PurchaseHistory) => suggestionsFor(history).suggestions.map(({ playbook }) => playbook.id);

describe('each playbook is suggested to whom it is for, and not to the neighbour', () => {
  const open = { openAfterSales: 1 };
  test.each<[string, PurchaseHistory, PurchaseHistory]>([
    ['resolve-first', makeHistory([5], open), makeHistory([5])],
    ['high-value-service', makeHistory([1, 20, 40, 70], { amountFen: 13_000 }), makeHistory([1, 20, 40, 70])],
    ['churn-recall', makeHistory([61, 91, 121]), makeHistory([60, 90, 120])],
    ['churn-recall', makeHistory([364, 365]), makeHistory([365, 366])],
    ['silent-wake', makeHistory([30, 60]), makeHistory([91, 110])],
    ['supply-ends', makeHistory([25], { supplyDays: 30 }), makeHistory([24], { supplyDays: 30 })],
    ['supply-ends', makeHistory([35], { supplyDays: 30 }), makeHistory([36], { supplyDays: 30 })],
    ['cycle-due', makeHistory([27, 57, 87]), makeHistory([26, 56, 86])],
    ['cycle-due', makeHistory([34, 64, 94]), makeHistory([35, 65, 95])],
    ['returning-right', makeHistory([5, 40]), makeHistory([91, 120])],
    ['first-repeat', makeHistory([3]), makeHistory([2])],
    ['first-repeat', makeHistory([60]), makeHistory([61])],
    ['first-repeat', makeHistory([31]), makeHistory([31, 40])],
    ['first-order', makeHistory([]), makeHistory([5])],
  ])('%s', (id, theirs, neighbour) => {
    expect(idsFor(theirs)).toContain(id);
    expect(idsFor(neighbour)).not.toContain(id);
  });
});

describe('the shipped playbooks', () => {
  test('speak of tiers that exist', () => {
    const known = new Set(tiers.map(({ id }) => id));
    for (const { tierIds } of shipped) for (const tierId of tierIds) expect(known).toContain(tierId);
  });

  test('have names of their own and say where they come from', () => {
    expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length);
    for (const { source } of shipped) for (const id of source) expect(id).toMatch(/^[A-Z]{3}-\d{2}$/);
  });

  test('never send a coupon first to a high-value customer', () => {
    const [first] = suggestionsFor(makeHistory([1, 20, 40, 70], { amountFen: 13_000 })).suggestions;
    expect(first!.playbook).toMatchObject({ id: 'high-value-service', offer: null });
  });
});

describe('a suggestion', () => {
  const [first] = suggestionsFor(makeHistory([30, 60])).suggestions;

  test('rests on facts of this customer, each named once', () => {
    expect(first!.evidence.map(({ metric, is, value, actual }) => `${metric} ${actual} ${is} ${value}`)).toEqual([
      'purchaseCount 2 >= 2',
      'recencyDays 30 >= 30',
      'recencyDays 30 <= 60',
    ]);
  });

  test('counts its offer at the own basket', () => {
    expect(first!.discount).toEqual({ basketFen: 10_000, savedFen: 2_000, share: 0.2, shortOfThresholdFen: 0 });
  });

  test('counts in whole fen where the average purchase is none', () => {
    const uneven = makeHistory([], {
      purchases: [100, 100, 101].map((amountFen, index) => ({ day: TODAY - 60 + index * 10, amountFen, pieces: 1 })),
    });
    const { discount } = suggestionsFor(uneven).suggestions.find(({ playbook }) => playbook.id === 'silent-wake')!;
    expect(discount).toEqual({ basketFen: 5_000, savedFen: 2_000, share: 0.4, shortOfThresholdFen: 4_900 });
  });

  test.each([
    ['amounts are not known', null],
    ['everything was free', 0],
  ])('has no discount where %s', (_, amountFen) => {
    const { suggestions } = suggestionsFor(makeHistory([30, 60], { amountFen }));
    expect(suggestions[0]).toMatchObject({ playbook: { id: 'silent-wake' }, discount: null });
  });
});

test('where nothing is known, nothing is suggested', () => {
  expect(
    suggest({
      metrics: makeMetrics({}),
      tiers: [],
      playbooks,
      contacts: [],
      putOffs: [],
      coupons: [],
      limits: contactLimits,
      now,
    }),
  ).toEqual({
    suggestions: [],
    heldBack: [],
  });
});

test('a coupon that is there already is given instead, and the sums are made with it', () => {
  const metrics = measureOne(makeHistory([30, 60], { amountFen: 4000 }));
  const coupon = makeCoupon({ thresholdFen: 4900, faceValueFen: 2000 });
  const { suggestions } = suggest({
    metrics,
    tiers: tiersOf(metrics, tiers),
    playbooks,
    contacts: [],
    putOffs: [],
    coupons: [coupon],
    limits: contactLimits,
    now,
  });
  expect(suggestions[0]).toMatchObject({
    playbook: { id: 'silent-wake' },
    existing: coupon,
    offer: { kind: 'coupon', thresholdFen: 4900, faceValueFen: 2000, validDays: null },
    discount: { basketFen: 4900, savedFen: 2000 },
  });
  expect(suggestionsFor(makeHistory([30, 60])).suggestions[0]).toMatchObject({
    existing: null,
    offer: { thresholdFen: 5000 },
  });
});

test('an open complaint leaves advice and holds every offer back', () => {
  const { suggestions, heldBack } = suggestionsFor(makeHistory([30, 60], { openAfterSales: 2 }));
  expect(suggestions.map(({ playbook }) => playbook.id)).toEqual(['resolve-first']);
  expect(heldBack.map(({ playbook, because }) => [playbook.id, because])).toEqual([
    ['silent-wake', { guard: 'openComplaintFirst', openAfterSales: 2 }],
    ['returning-right', { guard: 'openComplaintFirst', openAfterSales: 2 }],
  ]);
});
