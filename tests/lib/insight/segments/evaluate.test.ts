import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { metricNames, type MetricName, type Metrics } from '../../../../lib/insight/metrics.ts';
import { compileSegment, count, explainRow } from '../../../../lib/insight/segments/evaluate.ts';
import { parseSegment } from '../../../../lib/insight/segments/parse.ts';
import type { Segment } from '../../../../lib/insight/segments/segment.ts';
import type { Clause } from '../../../../lib/insight/tiers/clause-schema.ts';
import { arbitrarySegment } from './arbitrary-segment.ts';
import { lexicon, vocabulary } from './vocabulary.ts';

const customer = (known: Partial<Metrics>): Metrics => ({
  ...(Object.fromEntries(metricNames.map((name) => [name, null])) as Metrics),
  ...known,
});

/** Whoever bought often has one. */
const tagsOf = ({ purchaseCount }: Metrics) => ((purchaseCount ?? 0) > 2 ? ['熟客'] : []);

const columnsOf = (rows: readonly Metrics[]) => ({
  size: rows.length,
  column: (name: MetricName) => Float64Array.from(rows, (row) => row[name] ?? Number.NaN),
  tagged: (tag: string) => Uint8Array.from(rows, (row) => Number(tagsOf(row).includes(tag))),
});

function segmentOf(line: string): Segment {
  const result = parseSegment(line, lexicon);
  if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.error)}`);
  return result.value;
}

const isIn = (line: string, known: Partial<Metrics>) =>
  compileSegment(segmentOf(line), vocabulary)(columnsOf([customer(known)]))[0] === 1;

/** Kleene's strong logic, read off its truth tables; null is "not known". */
function truth(segment: Segment, metrics: Metrics): boolean | null {
  const not = (value: boolean | null) => (value === null ? null : !value);
  const all = (values: (boolean | null)[]) => (values.includes(false) ? false : values.includes(null) ? null : true);
  const clause = ({ metric, is, value }: Clause) => {
    const actual = metrics[metric];
    if (actual === null) return null;
    return {
      '=': actual === value,
      '>=': actual >= value,
      '<=': actual <= value,
      '>': actual > value,
      '<': actual < value,
    }[is];
  };
  const tier = (id: string) => all(vocabulary.tiers.find((one) => one.id === id)!.all.map(clause));
  switch (segment.kind) {
    case 'clause':
      return clause(segment.clause);
    case 'range': {
      const { metric, low, high } = segment;
      return all([clause({ metric, is: '>=', value: low }), clause({ metric, is: '<=', value: high })]);
    }
    case 'tier':
      return tier(segment.tier);
    case 'condition':
      return all(vocabulary.conditions.find(({ id }) => id === segment.condition)!.all.map(clause));
    case 'ownTier': {
      const own = vocabulary.tiers.find(({ id }) => tier(id) === true)?.id;
      if (own === segment.tier) return true;
      const order = vocabulary.tiers.map(({ id }) => id);
      const comesBefore = own !== undefined && order.indexOf(own) < order.indexOf(segment.tier);
      return tier(segment.tier) === false || comesBefore ? false : null;
    }
    case 'tag':
      return tagsOf(metrics).includes(segment.tag);
    case 'not':
      return not(truth(segment.of, metrics));
    case 'all':
      return all(segment.of.map((part) => truth(part, metrics)));
    default:
      return not(all(segment.of.map((part) => not(truth(part, metrics)))));
  }
}

const anyCustomer = fc
  .dictionary(fc.constantFrom(...metricNames), fc.integer({ min: -3, max: 5 }), {
    maxKeys: metricNames.length,
    size: 'max',
  })
  .map((known) => customer(known as Partial<Metrics>));

describe('who is in a segment', () => {
  test.each([
    ['上次>30天', { recencyDays: 31 }, true],
    ['上次>30天', { recencyDays: 30 }, false],
    ['上次30~60天', { recencyDays: 30 }, true],
    ['上次30~60天', { recencyDays: 60 }, true],
    ['上次30~60天', { recencyDays: 61 }, false],
    ['老客 且 非勿扰', { purchaseCount: 2, doNotDisturb: 0 }, true],
    ['老客 且 非勿扰', { purchaseCount: 2, doNotDisturb: 1 }, false],
    ['老客 或 高价值', { purchaseCount: 2 }, true],
    ['次数!=2', { purchaseCount: 3 }, true],
    ['次数!=2', { purchaseCount: 2 }, false],
    ['标签:熟客', { purchaseCount: 3 }, true],
    ['标签:熟客', { purchaseCount: 2 }, false],
    ['非标签:熟客', {}, true],
    ['标签:没人有', { purchaseCount: 3 }, false],
  ])('%s, of %j: %s', (line, known, expected) => {
    expect(isIn(line, known)).toBe(expected);
  });

  test('of a tag is nobody while nobody can read tags, nor is who lacks it; without tags nobody has one', () => {
    const { tagged: _tagged, ...untagged } = columnsOf([customer({})]);
    const sealed = { ...untagged, tagged: () => null };
    const maskOf = (line: string, columns: typeof untagged) => [
      ...compileSegment(segmentOf(line), vocabulary)(columns),
    ];
    expect([maskOf('标签:熟客', sealed), maskOf('非标签:熟客', sealed)]).toEqual([[0], [0]]);
    expect([maskOf('标签:熟客', untagged), maskOf('非标签:熟客', untagged)]).toEqual([[0], [1]]);
  });

  test('is told for every customer as one by one', () => {
    fc.assert(
      fc.property(arbitrarySegment, fc.array(anyCustomer, { minLength: 1, maxLength: 8 }), (segment, rows) => {
        const mask = compileSegment(segment, vocabulary)(columnsOf(rows));
        expect([...mask]).toEqual(rows.map((row) => Number(truth(segment, row) === true)));
        expect(count(mask)).toBe(rows.filter((row) => truth(segment, row) === true).length);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what is not known', () => {
  test.each([
    '上次>30天',
    '非上次>30天',
    '上次!=30天',
    '非老客',
    '非(老客 且 新客)',
    '非(上次30~60天)',
    '高价值',
    '非高价值',
    '等级=老客',
  ])('is never in %s', (line) => {
    expect(isIn(line, {})).toBe(false);
  });

  test('does not hide what is known: one part that fails settles it', () => {
    expect(isIn('非(老客 且 高价值)', { purchaseCount: 1 })).toBe(true);
    expect(isIn('非高价值', { recencyDays: 400 })).toBe(true);
    expect(isIn('非高价值', { recencyDays: 10 })).toBe(false);
  });
});

describe('the own tier', () => {
  const active = { purchaseCount: 3, recencyDays: 10, averageRatio: 1 };

  test('is the first that a customer passes, though they pass others', () => {
    expect(isIn('老客', active)).toBe(true);
    expect(isIn('等级=老客', active)).toBe(false);
    expect(isIn('等级=活跃老客', active)).toBe(true);
    expect(isIn('等级!=老客', active)).toBe(true);
  });

  test('is the one on the badge, also where a tier before it cannot be told', () => {
    const without = { purchaseCount: 3, recencyDays: 10 };
    expect(isIn('等级=活跃老客', without)).toBe(true);
    expect(isIn('等级=高价值', without)).toBe(false);
    expect(isIn('等级!=高价值', without)).toBe(false);
  });
});

test('of a tier that is gone nobody is, nor of its opposite', () => {
  const rows = columnsOf([customer({ purchaseCount: 2 })]);
  for (const kind of ['tier', 'ownTier'] as const) {
    expect(count(compileSegment({ kind, tier: 'gone' }, vocabulary)(rows))).toBe(0);
    expect(count(compileSegment({ kind: 'not', of: { kind, tier: 'gone' } }, vocabulary)(rows))).toBe(0);
  }
});

describe('why one customer is in', () => {
  const explain = (line: string, known: Partial<Metrics>) => explainRow(segmentOf(line), vocabulary, customer(known));

  test('is told by the comparisons that passed, with their own numbers', () => {
    const { isIn: isInside, evidence } = explain('(老客 或 新客) 且 上次30~60天 且 非勿扰', {
      purchaseCount: 2,
      recencyDays: 45,
      doNotDisturb: 0,
    });
    expect(isInside).toBe(true);
    expect(evidence).toEqual([
      { metric: 'purchaseCount', is: '>=', value: 2, actual: 2 },
      { metric: 'recencyDays', is: '>=', value: 30, actual: 45 },
      { metric: 'recencyDays', is: '<=', value: 60, actual: 45 },
      { metric: 'doNotDisturb', is: '<', value: 1, actual: 0 },
    ]);
  });

  test('who is not in has no evidence, but learns what failed and what is not known', () => {
    const {
      isIn: isInside,
      evidence,
      findings,
    } = explain('老客 且 上次>30天 且 客单>100', { purchaseCount: 2, recencyDays: 5 });
    expect(isInside).toBe(false);
    expect(evidence).toEqual([]);
    expect(findings.map(({ comparison, actual, passes }) => [comparison.metric, actual, passes])).toEqual([
      ['purchaseCount', 2, true],
      ['recencyDays', 5, false],
      ['averageFen', null, false],
    ]);
  });

  test('agrees with the mask, and every evidence holds', () => {
    fc.assert(
      fc.property(arbitrarySegment, anyCustomer, (segment, row) => {
        const { isIn: isInside, evidence } = explainRow(segment, vocabulary, row, tagsOf(row));
        expect(Number(isInside)).toBe(compileSegment(segment, vocabulary)(columnsOf([row]))[0]);
        for (const { actual, ...clause } of evidence) {
          expect(actual).toBe(row[clause.metric]);
          expect(truth({ kind: 'clause', clause }, row)).toBe(true);
        }
      }),
    );
  });
});
