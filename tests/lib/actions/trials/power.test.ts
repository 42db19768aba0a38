import { describe, expect, test } from 'vitest';
import { informationOf, neededFor, ONE_LOOK_Z } from '../../../../lib/actions/trials/power.ts';

/** The table of the product reference: equal arms, a tenth held out, a tenth against a tenth. */
const table = [
  [0.1, 0.03, 1_774, 1_019, 10_190, 17_740],
  [0.1, 0.05, 686, 400, 4_000, 6_860],
  [0.2, 0.03, 2_943, 1_660, 16_600, 29_430],
  [0.2, 0.05, 1_094, 622, 6_220, 10_940],
  [0.2, 0.1, 294, 169, 1_690, 2_940],
  [0.3, 0.05, 1_377, 774, 7_740, 13_770],
] as const;

describe('the customers that a trial needs', () => {
  test.each(table)('from %d up by %d, looked at once', (baseRate, lift, perArm, heldOut, audience, ofTenths) => {
    expect(neededFor({ baseRate, lift, shares: [0.5, 0.5] }, ONE_LOOK_Z).first).toBe(perArm);
    expect(neededFor({ baseRate, lift, shares: [0.1, 0.9] }, ONE_LOOK_Z)).toMatchObject({ first: heldOut, audience });
    expect(neededFor({ baseRate, lift, shares: [0.1, 0.1] }, ONE_LOOK_Z).audience).toBe(ofTenths);
  });

  test('are a fifth more where it may be looked at at any time', () => {
    const plan = { baseRate: 0.2, lift: 0.05, shares: [0.1, 0.9] } as const;
    const more = neededFor(plan).audience / neededFor(plan, ONE_LOOK_Z).audience;
    expect(more).toBeGreaterThan(1.18);
    expect(more).toBeLessThan(1.23);
  });
});

test('a comparison tells what its smaller side allows', () => {
  expect(informationOf(100, 100)).toBe(50);
  expect(informationOf(100, 1e9)).toBeCloseTo(100, 3);
  expect(informationOf(0, 100)).toBe(0);
});
