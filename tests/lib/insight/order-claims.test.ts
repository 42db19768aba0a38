import { describe, expect, test } from 'vitest';
import { withClaims, type Claims } from '../../../lib/insight/order-claims.ts';
import type { PageTotals } from '../../../lib/model/capture.ts';

const TODAY = 20_786;
const none: Claims = { claims: [], list: null };
const totals = (changes: Partial<PageTotals> = {}): PageTotals => ({
  total: 100,
  page: 1,
  pageSize: 4,
  filter: 'all',
  days: null,
  lastDays: null,
  ...changes,
});
/** So many days ago, newest first. */
const rows = (...daysAgo: number[]) => daysAgo.map((ago) => TODAY - ago);

describe('a list of all orders', () => {
  test('says how many are newer than the oldest row of a page', () => {
    expect(withClaims(none, totals({ page: 3 }), rows(5, 6, 6, 7), TODAY).claims).toEqual([
      { days: [TODAY - 6, TODAY], orders: 11, seenDay: TODAY },
    ]);
  });

  test('says on its last page how many there are at all', () => {
    expect(withClaims(none, totals({ page: 25 }), rows(80, 81, 82, 83), TODAY).claims).toEqual([
      { days: [TODAY - 83, TODAY], orders: 100, seenDay: TODAY },
    ]);
  });

  test('says how many there were on the days of its filter', () => {
    const ofMonths = withClaims(none, totals({ lastDays: 90, page: null }), rows(1, 2), TODAY);
    expect(ofMonths.claims).toEqual([{ days: [TODAY - 89, TODAY], orders: 100, seenDay: TODAY }]);
    const days: [number, number] = [TODAY - 40, TODAY - 10];
    expect(withClaims(none, totals({ days }), rows(11, 12), TODAY)).toEqual({
      claims: [{ days, orders: 100, seenDay: TODAY }],
      list: null,
    });
  });

  test('is remembered with the pages looked at that day; the next day they are others', () => {
    const first = withClaims(none, totals(), rows(0, 0, 1, 1), TODAY);
    const second = withClaims(first, totals({ page: 2 }), rows(1, 2, 2, 3), TODAY);
    expect(second.list).toEqual({ seenDay: TODAY, total: 100, pageSize: 4, pages: [[1, 2]] });
    const later = withClaims(second, totals({ total: 104 }), rows(-1, 0, 0, 0), TODAY + 1);
    expect(later.list!.pages).toEqual([[1, 1]]);
  });

  test('takes the last word of the same first day', () => {
    const before = withClaims(none, totals({ page: 2 }), rows(1, 2, 3, 4), TODAY);
    const { claims } = withClaims(before, totals({ page: 3, total: 104 }), rows(2, 3, 3, 4), TODAY + 1);
    expect(claims).toEqual([{ days: [TODAY - 3, TODAY + 1], orders: 11, seenDay: TODAY + 1 }]);
  });
});

describe('nothing is claimed', () => {
  test.each<[string, Partial<PageTotals>, number[]]>([
    ['by an unknown filter', { filter: null, lastDays: 90 }, rows(1, 2)],
    ['by a page without orders', { lastDays: 90 }, []],
    ['by a total of less than the page has', { total: 1, lastDays: 90 }, rows(1, 2)],
    ['of days by a list in another order', { page: 2 }, rows(2, 1, 3, 4)],
    ['of more than three years', { days: [TODAY - 2000, TODAY] }, rows(1)],
    ['by a page whose size is not known', { page: 2, pageSize: null }, rows(1, 2)],
  ])('%s', (_, changes, placedDays) => {
    expect(withClaims(none, totals(changes), placedDays, TODAY).claims).toEqual([]);
  });
});
