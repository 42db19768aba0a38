/** Segments of every shape, for tests that must hold for all of them. */
import fc from '../../../support/fast-check.ts';
import type { Segment } from '../../../../lib/insight/segments/segment.ts';
import { metricNames, type MetricName } from '../../../../lib/insight/metrics.ts';
import { vocabulary } from './vocabulary.ts';

const metric = fc.constantFrom(...metricNames);
const is = fc.constantFrom('=' as const, '>=' as const, '<=' as const, '>' as const, '<' as const);

/** Fen are whole; other numbers may have decimals. */
function valueOf(name: MetricName, whole: number, decimals: number): number {
  return vocabulary.metrics.find((one) => one.name === name)!.unit === 'fen' ? whole : Number(`${whole}.${decimals}`);
}

const small = fc.integer({ min: -3, max: 5 });
const any = fc.oneof({ weight: 4, arbitrary: small }, { weight: 1, arbitrary: fc.integer({ min: -1e9, max: 1e9 }) });
const decimals = fc.constantFrom(0, 0, 0, 5, 25);

const clause = fc.record({ metric, is, whole: any, decimals }).map((one): Segment => ({
  kind: 'clause',
  clause: { metric: one.metric, is: one.is, value: valueOf(one.metric, one.whole, one.decimals) },
}));
const range = fc.record({ metric, ends: fc.tuple(any, any), decimals }).map((one): Segment => {
  const [low, high] = one.ends.map((end) => valueOf(one.metric, end, one.decimals)).toSorted((a, b) => a - b);
  return { kind: 'range', metric: one.metric, low: low!, high: high! };
});
const tier = fc.record({
  kind: fc.constantFrom('tier' as const, 'ownTier' as const),
  tier: fc.constantFrom(...vocabulary.tiers.map(({ id }) => id)),
});
const condition = fc
  .constantFrom(...vocabulary.conditions.map(({ id }) => id))
  .map((id): Segment => ({ kind: 'condition', condition: id }));
const tag = fc.constantFrom('熟客', 'VIP', '618囤货').map((one): Segment => ({ kind: 'tag', tag: one }));

/** Small enough to be written in one line. */
export const arbitrarySegment: fc.Arbitrary<Segment> = fc.letrec<{ segment: Segment }>((tie) => ({
  segment: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 2, arbitrary: clause },
    range,
    tier,
    condition,
    tag,
    tie('segment').map((of): Segment => ({ kind: 'not', of })),
    fc
      .record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('segment'), { minLength: 2, maxLength: 3 }),
      })
      .map((one): Segment => one),
  ),
})).segment;
