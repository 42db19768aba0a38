import { expect, test } from 'vitest';
import { rateMeter } from '../../components/dashboard/import/rate-meter.ts';

test('a rate is of the last ten seconds, whatever was before', () => {
  const rateOf = rateMeter();
  const told = Array.from({ length: 41 }, (_, at) => {
    // Ten rows a millisecond at first, then one.
    const rows = at <= 20 ? at * 10_000 : 200_000 + (at - 20) * 1000;
    return Math.round(rateOf(rows, false, at * 1000));
  });
  expect(told.slice(0, 3)).toEqual([0, 10_000, 10_000]);
  expect(told[20]).toBe(10_000);
  expect(told[25]).toBeLessThan(10_000);
  expect(told[40]).toBe(1000);
});

test('one long portion is told by what it brought, however long it took', () => {
  const rateOf = rateMeter();
  rateOf(0, false, 0);
  expect(rateOf(30_000, false, 30_000)).toBe(1000);
});

test('time spent in a pause does not count, nor what still came in meanwhile', () => {
  const rateOf = rateMeter();
  rateOf(0, false, 0);
  expect(rateOf(5000, false, 1000)).toBe(5000);
  expect([rateOf(10_000, true, 2000), rateOf(12_000, true, 2500)]).toEqual([0, 0]);
  expect(rateOf(14_000, false, 300_000)).toBe(0);
  expect(rateOf(18_000, false, 301_000)).toBe(4000);
});
