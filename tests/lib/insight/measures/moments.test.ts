/** Metrics of moments: where the newest order stands, days that come each year, what people wrote down. */
import { describe, expect, test } from 'vitest';
import { daysUntil } from '../../../../lib/insight/measures/yearly.ts';
import { summarise } from '../../../../lib/insight/purchase-history.ts';
import { DAY_MS, dayOf, startOfDay } from '../../../../lib/model/shanghai-time.ts';
import { titles } from '../../../../lib/views/customers/titles.ts';
import { makeCustomerId, makeHistory, measureOne, TODAY } from '../../../support/make-history.ts';
import { makeOrder } from '../../../support/make-order.ts';

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

describe('where the newest order stands', () => {
  test('counts the days since it was paid, shipped or completed, each while it stands so', () => {
    const known = { stageDay: TODAY - 2 };
    expect(measureOne(makeHistory([3], { stage: 'paid', ...known }))).toMatchObject({
      waitingDays: 3,
      shippedSeenDays: null,
      doneSeenDays: null,
    });
    expect(measureOne(makeHistory([3], { stage: 'shipped', ...known }))).toMatchObject({
      waitingDays: null,
      shippedSeenDays: 2,
    });
    expect(measureOne(makeHistory([3], { stage: 'completed', ...known })).doneSeenDays).toBe(2);
    expect(measureOne(makeHistory([3])).doneSeenDays).toBeNull();
  });

  test('is not known of a day before it was seen', () => {
    const history = makeHistory([30], { stage: 'completed', stageDay: TODAY - 2 });
    expect(measureOne(history, { asOfDay: TODAY - 5 }).doneSeenDays).toBeNull();
  });

  test('is told by when the status was first seen, not by when the order was read last', () => {
    const at = startOfDay(TODAY);
    const order = { ...makeOrder({ status: 'completed' }), seenAt: at, statusSeenAt: at - 4 * DAY_MS };
    expect(summarise([order], titles)).toMatchObject({ stage: 'completed', stageDay: dayOf(at) - 4 });
    expect(summarise([makeOrder({ status: 'completed' })], titles).stageDay).toBeNull();
    expect(summarise([makeOrder({ status: 'cancelled' })], titles).stage).toBeNull();
  });
});

test.each([
  ['2026-08-06', 8, 6, 0],
  ['2026-08-06', 8, 7, 1],
  ['2026-08-06', 8, 5, 364],
  ['2027-12-30', 1, 2, 3],
  ['2027-02-27', 2, 29, 2],
  ['2028-02-27', 2, 29, 2],
])('on %s it is some days until %i-%i: %i', (date, month, day, days) => {
  expect(daysUntil({ month, day }, dayNumber(date))).toBe(days);
});

test('the anniversary is that of the first purchase', () => {
  expect(measureOne(makeHistory([363, 10])).anniversaryInDays).toBe(2);
  expect(measureOne(makeHistory([365])).anniversaryInDays).toBe(0);
  expect(measureOne(makeHistory([])).anniversaryInDays).toBeNull();
});

test('what was written down counts by the clock of the wall, and of others nothing is known', () => {
  const handDates = {
    today: dayNumber('2026-08-07'),
    birthdays: [[makeCustomerId(0), { month: 8, day: 10 }]] as const,
    pointsExpiry: [[makeCustomerId(5), TODAY]] as const,
  };
  const metrics = measureOne(makeHistory([1]), { handDates });
  expect(metrics).toMatchObject({ birthdayInDays: 3, pointsLeftDays: null });
  expect(measureOne(makeHistory([1])).birthdayInDays).toBeNull();
});

test('the next level is the first above what was spent; above the last there is none', () => {
  const levelsFen = [10_000, 50_000];
  const spent = (amountFen: number) => measureOne(makeHistory([1], { amountFen }), { levelsFen }).levelGapFen;
  expect([spent(9_000), spent(10_000), spent(50_000)]).toEqual([1_000, 40_000, null]);
  expect(measureOne(makeHistory([1])).levelGapFen).toBeNull();
});
