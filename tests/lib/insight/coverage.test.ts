import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { coverageOf, coveredShare, withSpan, type Span } from '../../../lib/insight/coverage.ts';

describe('days that were seen', () => {
  test.each<[string, Span[], Span, Span[]]>([
    ['stand alone', [], [5, 9], [[5, 9]]],
    ['grow where they touch', [[1, 4]], [5, 9], [[1, 9]]],
    [
      'stay apart where a day lies between',
      [[1, 3]],
      [5, 9],
      [
        [1, 3],
        [5, 9],
      ],
    ],
    [
      'join what they bridge',
      [
        [1, 3],
        [7, 9],
      ],
      [4, 6],
      [[1, 9]],
    ],
    ['are counted once', [[1, 9]], [3, 5], [[1, 9]]],
  ])('%s', (_, spans, seen, expected) => {
    expect(withSpan(spans, seen)).toEqual(expected);
  });

  test('are the same days whatever order they were seen in', () => {
    const span = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 8 })).map(([from, days]): Span => [from, from + days]);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (seen) => {
        const spans = seen.reduce<Span[]>((all, one) => withSpan(all, one), []);
        const days = new Set(seen.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
        const told = spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
        expect(told).toEqual([...days].toSorted((a, b) => a - b));
      }),
    );
  });

  test('are a share of a period, which may begin and end in the middle of them', () => {
    const spans: Span[] = [
      [0, 4],
      [10, 19],
    ];
    expect(coveredShare(spans, 0, 19)).toBe(0.75);
    expect(coveredShare(spans, 3, 12)).toBe(0.5);
    expect(coveredShare(spans, 5, 9)).toBe(0);
    expect(coveredShare(spans, 9, 5)).toBe(0);
  });

  test('begin with the first that could have been seen', () => {
    expect(
      coverageOf(
        [
          [10, 14],
          [20, 29],
        ],
        29,
      ),
    ).toEqual({ startDay: 10, share: 0.75 });
    expect(coverageOf([], 29)).toEqual({ startDay: null, share: 0 });
  });
});
