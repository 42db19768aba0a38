import { expect, test } from 'vitest';
import { outcomeOf } from '../../../lib/actions/contact-outcome.ts';
import { DAY_MS, dayOf } from '../../../lib/model/shanghai-time.ts';

const at = Date.parse('2026-08-06T10:00:00+08:00');
const days = (count: number) => at + count * DAY_MS;
const outcome = (boughtAt: number[], now: number, asOfDay = dayOf(now)) =>
  outcomeOf(at, boughtAt, { horizonDays: 30, asOfDay, now });

test('the first purchase after a contact and within its days is what followed', () => {
  expect(outcome([days(-3), days(12), days(5)], days(20))).toEqual({ came: 'bought', daysLater: 5 });
  expect(outcome([at + 60_000], days(1))).toEqual({ came: 'bought', daysLater: 0 });
  expect(outcome([days(30)], days(40))).toEqual({ came: 'bought', daysLater: 30 });
});

test('what was bought before it or after its days followed from something else', () => {
  expect(outcome([at, days(-1), days(30.1)], days(40))).toEqual({ came: 'notBought' });
});

test('while its days run nobody has failed to buy', () => {
  expect(outcome([], days(29))).toEqual({ came: 'notYet', untilDay: dayOf(at) + 30 });
});

test('orders that were not looked at since are not a "did not buy"', () => {
  expect(outcome([], days(40), dayOf(at) + 30)).toEqual({ came: 'notSeen' });
  expect(outcome([], days(40), dayOf(at) + 31)).toEqual({ came: 'notBought' });
});
