import { expect, test } from 'vitest';
import { Allowance } from '../../../lib/page/allowance.ts';

test('a burst is free, and is paid back by waiting', () => {
  const allowance = new Allowance(0);
  allowance.spend(50, 50);
  expect(allowance.waitMs(50)).toBe(0);
  allowance.spend(50, 100);
  const waitMs = allowance.waitMs(100);
  expect(waitMs).toBeGreaterThan(1000);
  expect(allowance.waitMs(100 + waitMs)).toBe(0);
});

test('a page that never rests gives a small share of its time', () => {
  const allowance = new Allowance(0);
  let now = 0;
  let spentMs = 0;
  while (now < 100_000) {
    now += Math.max(80, allowance.waitMs(now));
    allowance.spend(10, now + 10);
    spentMs += 10;
    now += 10;
  }
  expect(spentMs / now).toBeLessThan(0.022);
});

test('what is saved up is never more than a burst', () => {
  const allowance = new Allowance(0);
  allowance.spend(100, 3_600_000);
  expect(allowance.waitMs(3_600_000)).toBeGreaterThan(0);
});

test('who leafs on is not made to wait, unless they leaf faster than a person does', () => {
  const allowance = new Allowance(0);
  allowance.spend(200, 200);
  allowance.refill(200);
  expect(allowance.waitMs(200)).toBe(0);
  allowance.spend(200, 950);
  allowance.refill(950);
  expect(allowance.waitMs(950)).toBe(0);
  allowance.spend(200, 1300);
  allowance.refill(1300);
  expect(allowance.waitMs(1300)).toBeGreaterThan(1000);
});
