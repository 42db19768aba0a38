import { describe, expect, test } from 'vitest';
import { upliftFactor } from '../../../lib/actions/uplift.ts';
import { dayListRules } from '../../../lib/rules/playbooks.ts';

const prior = dayListRules.uplift;
const around = (estimate: number, half: number) => ({ estimate, low: estimate - half, high: estimate + half });

describe('the factor of a playbook', () => {
  test('is 1 before anybody tried it', () => {
    expect(upliftFactor([], prior)).toBeCloseTo(1, 12);
  });

  test('is 1 after a trial that found what was believed', () => {
    expect(upliftFactor([around(prior.lift, 0.03)], prior)).toBeCloseTo(1, 12);
  });

  test('follows a trial the more, the narrower its interval', () => {
    const [wide, narrow] = [0.2, 0.02].map((half) => upliftFactor([around(0.1, half)], prior));
    expect(wide).toBeGreaterThan(1);
    expect(narrow).toBeGreaterThan(wide!);
    expect(narrow).toBeLessThan(0.1 / prior.lift);
  });

  test('is the mean of belief and trial by their precision', () => {
    // Half an interval of 2.241403 standard errors of .05 each: as sure as the belief.
    expect(upliftFactor([around(0.1, 2.241_403 * 0.05)], { ...prior, lift: 0.05, spread: 0.05 })).toBeCloseTo(1.5, 6);
  });

  test('of two trials rests on both', () => {
    const one = upliftFactor([around(0.1, 0.05)], prior);
    expect(upliftFactor([around(0.1, 0.05), around(0.1, 0.05)], prior)).toBeGreaterThan(one);
    expect(upliftFactor([around(0.1, 0.05), around(0, 0.05)], prior)).toBeLessThan(one);
  });

  test('stays within its limits', () => {
    expect(upliftFactor([around(-0.3, 0.01)], prior)).toBe(prior.least);
    expect(upliftFactor([around(0.6, 0.01)], prior)).toBe(prior.most);
  });
});
