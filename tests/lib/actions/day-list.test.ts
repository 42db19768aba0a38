import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { acceptance, dueColumn, duePlaybooks, orderOf, type GivesRight } from '../../../lib/actions/day-list.ts';
import { DueRows } from '../../../lib/actions/due-rows.ts';
import { heldOffList } from '../../../lib/actions/guards.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { makeContact } from '../../support/make-contact.ts';
import { suggest, type OfferGround } from '../../../lib/actions/suggest.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { check } from '../../../lib/insight/tiers/clause.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import type { PurchaseHistory } from '../../../lib/model/profile.ts';
import { benefits, contactLimits } from '../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { makeCustomerId, makeHistory, makeMeasures, TODAY, usualShop } from '../../support/make-history.ts';
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

  const anyDealings = fc.record({
    contacts: fc.array(
      fc
        .record({
          hoursAgo: fc.integer({ min: 1, max: 90 * 24 }),
          playbookId: fc.constantFrom(null, ...listed.map(({ id }) => id)),
          isOffer: fc.boolean(),
        })
        .map(({ hoursAgo, ...rest }) => ({ ...makeContact(rest), at: THIS_MORNING - hoursAgo * 3_600_000 })),
      { maxLength: 4 },
    ),
    putOffs: fc.array(
      fc.record({
        playbookId: fc.constantFrom(...listed.map(({ id }) => id)),
        untilDay: fc.integer({ min: TODAY - 1, max: TODAY + 2 }),
        reason: fc.constant(null),
        at: fc.constant(THIS_MORNING - 1),
      }),
      { maxLength: 2 },
    ),
    openWorkOrders: fc.constantFrom(0, 0, 1),
  });

  test.each([
    ['without rights', []],
    ['with the rights that a shop has', benefits],
  ])('nobody to whom the card would not suggest the same, whatever happened with them, in a shop %s', (_, ofShop) => {
    const givesRight = ofShop.length > 0 ? () => true : null;
    const ground: OfferGround = {
      customerId: makeCustomerId(0),
      trials: [],
      companions: [],
      margin: null,
      floorShare: 0,
      benefits: ofShop,
      toNew: [],
      refusedBy: () => null,
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(anyHistory, anyDealings), { maxLength: 12 }), (customers) => {
        const measures = measuresOf(customers.map(([history]) => history));
        const due = dueColumn(measures, tiers, listed, contactLimits, [], null, givesRight);
        const rows = new DueRows(measures, tiers, listed, contactLimits, [], givesRight);
        for (const [row, [, theirs]] of customers.entries()) {
          const dealings = { ...theirs, limits: contactLimits, now: THIS_MORNING };
          const place = rows.firstOf(row, due[row]!, (playbook) => heldOffList({ playbook, ...dealings }) !== null);
          const metrics = measures.at(row);
          const card = suggest({
            metrics,
            tiers: tiersOf(metrics, tiers),
            playbooks,
            coupons: [],
            ...dealings,
            ground,
          });
          const timely = card.suggestions.find(({ playbook }) => playbook.due && check(playbook.due.all, metrics));
          // Who was calmed already is left alone until it is settled; the card still has the answer to who asks.
          const isCalmed = place === 0 && listed[due[row]! - 1]?.due.job === 'calm';
          expect(listed[place - 1]?.id).toBe(isCalmed ? undefined : timely?.playbook.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('who was given what stands first, with what comes next; and who was calmed, with nothing', () => {
    const next = (history: PurchaseHistory, playbookId: string, daysAgo: number) => {
      const measures = measuresOf([history]);
      const rows = new DueRows(measures, tiers, listed, contactLimits);
      const contacts = [{ ...makeContact({ playbookId }), at: THIS_MORNING - daysAgo * DAY_MS }];
      const [first] = dueColumn(measures, tiers, listed, contactLimits);
      const place = rows.firstOf(0, first!, (playbook) => {
        return heldOffList({ playbook, contacts, putOffs: [], limits: contactLimits, now: THIS_MORNING }) !== null;
      });
      return [listed[first! - 1]?.id, listed[place - 1]?.id];
    };
    // For the year’s gift their thanks come first.
    const best = makeHistory([3, 20, 40, 362], { amountFen: 13_000 });
    expect(next(best, 'high-value-service', 10)).toEqual(['high-value-service', 'yearly-gift']);
    expect(next(best, 'high-value-service', 0.5)).toEqual(['high-value-service', undefined]);
    expect(next(makeHistory([27, 57, 87], { openAfterSales: 1 }), 'resolve-first', 0.1)).toEqual([
      'resolve-first',
      undefined,
    ]);
  });

  test('who is left alone by a trial, with what comes next', () => {
    const measures = measuresOf([makeHistory([3, 20, 40, 362], { amountFen: 13_000 })]);
    const isService = (_: number, place: number) => listed[place]!.id === 'high-value-service';
    const [place] = dueColumn(measures, tiers, listed, contactLimits, [], isService);
    expect(listed[place! - 1]!.id).toBe('yearly-gift');
  });

  test('who is given a right in place of an offer that is too small, with that playbook; else with what comes next', () => {
    const measures = measuresOf([
      makeHistory([40, 41], { amountFen: 200_000 }),
      makeHistory([40, 41], { amountFen: 9_000 }),
    ]);
    const namesWith = (givesRight: GivesRight | null) => {
      const due = dueColumn(measures, tiers, listed, contactLimits, [], null, givesRight);
      const rows = new DueRows(measures, tiers, listed, contactLimits, [], givesRight);
      expect(Array.from(due, (_, row) => rows.firstOf(row, 1, () => false))).toEqual(Array.from(due));
      return Array.from(due, (place) => listed[place - 1]?.id);
    };
    expect(namesWith(() => true)).toEqual(['silent-wake', 'silent-wake']);
    const [without, small] = namesWith(null);
    expect([without, small]).not.toEqual(['silent-wake', 'silent-wake']);
    expect(small).toBe('silent-wake');
    expect(namesWith((_, place) => listed[place]!.id !== 'silent-wake')[0]).not.toBe('silent-wake');
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
