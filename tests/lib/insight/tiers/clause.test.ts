import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { check } from '../../../../lib/insight/tiers/clause.ts';
import { clauseSchema, type Clause } from '../../../../lib/insight/tiers/clause-schema.ts';
import { metricNames } from '../../../../lib/insight/metrics.ts';
import { makeMetrics } from '../../../support/make-history.ts';

describe('a clause', () => {
  test.each<[Clause['is'], number[], number[]]>([
    ['=', [30], [29, 31]],
    ['>=', [30, 31], [29]],
    ['<=', [29, 30], [31]],
    ['>', [31], [29, 30]],
    ['<', [29], [30, 31]],
  ])('recency %s 30 holds for %j and not for %j', (is, passing, failing) => {
    const clause: Clause = { metric: 'recencyDays', is, value: 30 };
    for (const recencyDays of passing) {
      expect(check([clause], makeMetrics({ recencyDays }))).toEqual([{ ...clause, actual: recencyDays }]);
    }
    for (const recencyDays of failing) expect(check([clause], makeMetrics({ recencyDays }))).toBeNull();
  });

  test('over what is not known never holds', () => {
    const anyClause = fc.record({
      metric: fc.constantFrom(...metricNames),
      is: fc.constantFrom<Clause['is']>('=', '>=', '<=', '>', '<'),
      value: fc.integer(),
    });
    fc.assert(
      fc.property(anyClause, (clause) => {
        expect(check([clause], makeMetrics({}))).toBeNull();
      }),
    );
  });

  test('over a metric that does not exist does not pass the border', () => {
    expect(clauseSchema.safeParse({ metric: 'income', is: '>', value: 1 }).success).toBe(false);
    expect(clauseSchema.safeParse({ metric: 'constructor', is: '>', value: 1 }).success).toBe(false);
  });
});

test('all clauses must hold, and all of them are evidence', () => {
  const clauses: Clause[] = [
    { metric: 'purchaseCount', is: '>=', value: 2 },
    { metric: 'recencyDays', is: '<=', value: 90 },
  ];
  expect(check(clauses, makeMetrics({ purchaseCount: 3, recencyDays: 5 }))).toEqual([
    { metric: 'purchaseCount', is: '>=', value: 2, actual: 3 },
    { metric: 'recencyDays', is: '<=', value: 90, actual: 5 },
  ]);
  expect(check(clauses, makeMetrics({ purchaseCount: 3, recencyDays: 91 }))).toBeNull();
  expect(check(clauses, makeMetrics({ purchaseCount: 1, recencyDays: 5 }))).toBeNull();
  expect(check([], makeMetrics({}))).toEqual([]);
});
