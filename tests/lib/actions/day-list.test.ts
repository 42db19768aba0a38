import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { acceptance, dueColumn, duePlaybooks, orderOf } from '../../../lib/actions/day-list.ts';
import { suggest } from '../../../lib/actions/suggest.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { check } from '../../../lib/insight/tiers/clause.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import type { PurchaseHistory } from '../../../lib/model/profile.ts';
import { contactLimits } from '../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { makeHistory, makeMeasures, usualShop } from '../../support/make-history.ts';
import { openPlaybooks, THIS_MORNING } from '../../support/open-playbooks.ts';

const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const playbooks = openPlaybooks();
const listed = duePlaybooks(playbooks);
const measuresOf = (histories: readonly PurchaseHistory[]) =>
  makeMeasures(histories, { benchmarks: usualShop, presetCycleDays: [30, null] });
const dueFor = (history: PurchaseHistory) => {
  const [place] = dueColumn(measuresOf([history]), tiers, listed, contactLimits);
  return place === 0 ? null : listed[place! - 1]!.id;
};

describe('on the list of the day stands', () => {
  test.each<[string, PurchaseHistory, string | null]>([
    ['who waits for an answer', makeHistory([5, 40], { openAfterSales: 1 }), 'resolve-first'],
    ['who is long past their cycle', makeHistory([61, 91, 121]), 'churn-recall'],
    ['whose supplies run out', makeHistory([27], { supplyDays: 30 }), 'supply-ends'],
    ['whose time has come, three days before their cycle', makeHistory([27, 57, 87]), 'cycle-due'],
    ['who has been silent, where no cycle is known', makeHistory([45, 46]), 'silent-wake'],
    ['who bought for the first time some days ago', makeHistory([3]), 'first-repeat'],
    ['not who bought for the first time weeks ago', makeHistory([15]), null],
    [
      'who is worth most, in the week after a purchase',
      makeHistory([1, 20, 40, 70], { amountFen: 13_000 }),
      'high-value-service',
    ],
    ['not with a coupon too small for their basket', makeHistory([45, 46], { amountFen: 110_000 }), null],
    ['not who was here today', makeHistory([0, 40]), null],
    ['nobody who bought nothing', makeHistory([]), null],
  ])('%s', (_, history, id) => {
    expect(dueFor(history)).toBe(id);
  });

  const anyHistory = fc
    .record({
      daysAgo: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }),
      amountFen: fc.option(fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 90_000, max: 300_000 }))),
      category: fc.option(fc.constantFrom(0, 1)),
      openAfterSales: fc.constantFrom(0, 0, 1),
      supplyDays: fc.option(fc.integer({ min: 1, max: 60 })),
    })
    .map(({ daysAgo, ...rest }) => makeHistory(daysAgo, rest));

  test('nobody to whom the card would not suggest the same', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 12 }), (histories) => {
        const measures = measuresOf(histories);
        const due = dueColumn(measures, tiers, listed, contactLimits);
        for (const [row, place] of due.entries()) {
          const metrics = measures.at(row);
          const { suggestions } = suggest({
            metrics,
            tiers: tiersOf(metrics, tiers),
            playbooks,
            contacts: [],
            putOffs: [],
            coupons: [],
            limits: contactLimits,
            now: THIS_MORNING,
          });
          const timely = suggestions.find(({ playbook }) => playbook.due && check(playbook.due.all, metrics));
          expect(place === 0 ? null : listed[place - 1]!.id).toBe(timely?.playbook.id ?? null);
        }
      }),
    );
  });
});

test('a playbook that only answers who is there puts nobody on the list', () => {
  expect(listed.map(({ id }) => id)).not.toContain('first-order');
  expect(listed.length).toBeGreaterThan(0);
});

test('without a model the list is ordered by what was spent', () => {
  expect(orderOf('wake', null)).toBe('netSpendFen');
});

test('what is declined again and again sinks, and what is followed rises again', () => {
  expect(acceptance({ followed: 0, declined: 0 })).toBe(1);
  expect(acceptance({ followed: 0, declined: 4 })).toBe(0.5);
  expect(acceptance({ followed: 12, declined: 4 })).toBe(0.8);
});
