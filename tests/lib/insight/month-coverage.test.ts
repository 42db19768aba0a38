import { describe, expect, test } from 'vitest';
import { monthCoverage, pagesToOpen, shareByTotals, type SeenOrders } from '../../../lib/insight/month-coverage.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';

const day = (text: string) => dayOf(Date.parse(`${text}T00:00+08:00`));
const AS_OF = day('2026-08-31');

/** Ten orders on each of these days. */
const tenOn = (...spans: readonly (readonly [string, string])[]) =>
  Object.fromEntries(
    spans.flatMap(([from, to]) =>
      Array.from({ length: day(to) - day(from) + 1 }, (_, index) => [day(from) + index, 10] as const),
    ),
  );

/** June and August were seen, July was not; the list of all orders says there were 920. */
const seen: SeenOrders = {
  spans: [
    [day('2026-06-01'), day('2026-06-30')],
    [day('2026-08-01'), AS_OF],
  ],
  ordersByDay: tenOn(['2026-06-01', '2026-06-30'], ['2026-08-01', '2026-08-31']),
  asOfDay: AS_OF,
  claims: [{ days: [day('2026-06-01'), AS_OF], orders: 920, seenDay: AS_OF }],
  list: { seenDay: AS_OF, total: 920, pageSize: 20, pages: [[1, 16]] },
};

describe('by month', () => {
  test('what is missing is where nothing was seen', () => {
    expect(monthCoverage(seen).map((month) => [month.seen, month.claimed, month.daysSeen])).toEqual([
      [300, 300, 30],
      [0, 310, 0],
      [310, 310, 31],
    ]);
  });

  test('a narrower total counts before a wider one', () => {
    const july = { days: [day('2026-07-01'), day('2026-07-31')] as const, orders: 100, seenDay: AS_OF };
    const months = monthCoverage({ ...seen, claims: [...seen.claims, july] });
    expect(months.map(({ claimed }) => claimed)).toEqual([403, 100, 417]);
  });

  test('without a total nothing is claimed', () => {
    expect(monthCoverage({ ...seen, claims: [] }).map(({ claimed }) => claimed)).toEqual([null, null, null]);
  });

  test('a month of which a part has no total claims nothing', () => {
    const claims = [{ days: [day('2026-07-16'), AS_OF] as const, orders: 470, seenDay: AS_OF }];
    expect(monthCoverage({ ...seen, claims }).map(({ claimed }) => claimed)).toEqual([null, null, 310]);
  });

  test('is nothing before anything was seen', () => {
    expect(monthCoverage({ spans: [], ordersByDay: {}, claims: [], list: null, asOfDay: AS_OF })).toEqual([]);
  });
});

describe('the share of all orders', () => {
  test('is by orders where the total is known', () => {
    expect(shareByTotals(seen, 61 / 92)).toBeCloseTo(610 / 920, 10);
  });

  test('says that days were seen through a filter', () => {
    const spans = [[day('2026-06-01'), AS_OF]] as const;
    expect(shareByTotals({ ...seen, spans }, 1)).toBeCloseTo(610 / 920, 10);
  });

  test('is that of days where no total is known', () => {
    expect(shareByTotals({ ...seen, claims: [] }, 0.4)).toBe(0.4);
  });
});

describe('what to open next', () => {
  test('are the pages on which the missing orders stand', () => {
    expect(pagesToOpen(seen)).toEqual([
      { month: [day('2026-07-01'), day('2026-07-31')], pages: [16, 31], orders: 310, gain: 310 / 920 },
    ]);
  });

  test('are the oldest pages where the list goes further back than any day that is known', () => {
    const list = { ...seen.list!, total: 2000 };
    const [older, july] = pagesToOpen({ ...seen, list });
    expect(older).toEqual({ month: null, pages: [47, 100], orders: 1080, gain: 0.54 });
    expect(july!.pages).toEqual([16, 31]);
  });

  test('are months by their unseen days where the list says no total', () => {
    expect(pagesToOpen({ ...seen, claims: [], list: null })).toEqual([
      { month: [day('2026-07-01'), day('2026-07-31')], pages: null, orders: null, gain: 31 / 92 },
    ]);
  });

  test('is nothing where all was seen', () => {
    const ordersByDay = tenOn(['2026-06-01', '2026-08-31']);
    const spans = [[day('2026-06-01'), AS_OF]] as const;
    expect(pagesToOpen({ ...seen, spans, ordersByDay })).toEqual([]);
    expect(pagesToOpen({ ...seen, spans, ordersByDay, list: null })).toEqual([]);
  });
});
