import { describe, expect, test } from 'vitest';
import { missedQuality, missedSpeed } from '../../../scripts/bench/lint/bars.ts';
import type { Quality } from '../../support/lint-quality.ts';

const quality = (parts: Partial<Quality>): Quality => ({
  texts: 100,
  total: { right: 95, wrong: 5, missed: 5 },
  byLabel: new Map(),
  byTag: new Map([['evasion', { right: 9, all: 10 }]]),
  clean: { flagged: 3, all: 100 },
  ...parts,
});

describe('of what is measured of the linter', () => {
  test('nothing is missed at the bars themselves', () => {
    expect(missedSpeed({ messageMs: 0.1, longTextMs: 50 })).toEqual([]);
    expect(missedQuality('dev', quality({}))).toEqual([]);
  });

  test.each([
    [{ messageMs: 0.101, longTextMs: 50 }, ['a message within 0.1 ms: took 0.101 ms']],
    [{ messageMs: 0.1, longTextMs: 50.1 }, ['a long text within 50 ms: took 50.1 ms']],
  ])('a bar of speed that is missed is named: %j', (speed, missed) => {
    expect(missedSpeed(speed)).toEqual(missed);
  });

  test.each([
    [{ total: { right: 94, wrong: 6, missed: 0 } }, 'dev: precision at least 0.95: is 0.940'],
    [{ total: { right: 89, wrong: 0, missed: 11 } }, 'dev: recall at least 0.9: is 0.890'],
    [{ byTag: new Map([['evasion', { right: 8, all: 10 }]]) }, 'dev: evasion at least 0.9: is 0.800'],
    [{ clean: { flagged: 4, all: 100 } }, 'dev: clean flagged at most 0.03: is 0.040'],
  ])('and so is one of quality: %j', (parts, missed) => {
    expect(missedQuality('dev', quality(parts))).toEqual([missed]);
  });

  test('a set without evasions and without clean texts is asked for neither', () => {
    expect(missedQuality('own', quality({ byTag: new Map(), clean: { flagged: 0, all: 0 } }))).toEqual([]);
  });
});
