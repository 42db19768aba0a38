/** Counting, filtering and ordering a big shop by segments and tiers. */
import { decodeLedger, encodeLedger } from '../../../lib/insight/ledger/ledger-bytes.ts';
import { overlay, slice } from '../../../lib/insight/ledger/merge.ts';
import { Measures } from '../../../lib/insight/measures/measures.ts';
import { complete } from '../../../lib/insight/segments/complete.ts';
import { compileSegment, count } from '../../../lib/insight/segments/evaluate.ts';
import { lexiconOf } from '../../../lib/insight/segments/lexicon.ts';
import { parseSegment } from '../../../lib/insight/segments/parse.ts';
import { topRows } from '../../../lib/insight/segments/select.ts';
import { countBy, tierColumn } from '../../../lib/insight/tiers/tier-columns.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { metricWords } from '../../../lib/rules/metrics.ts';
import { conditions, quickSegments, segmentWords } from '../../../lib/rules/segments.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { time, timeCold, type Timing } from './bench.ts';
import { makeBigShop } from './big-shop.ts';

const FOUR_CLAUSES = '老客 且 上次>30天 且 客单>100 且 非勿扰';

const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const vocabulary = { metrics: metricWords, tiers, conditions, words: segmentWords };
const lexicon = lexiconOf(vocabulary);

export async function benchSegments(customers: number, n: number): Promise<Timing[]> {
  const measures = makeBigShop(customers);
  const fresh = () => new Measures(measures.ledger, measures.context);
  const four = compiled(FOUR_CLAUSES);
  const everybody = Uint32Array.from({ length: customers }, (_, row) => row);
  const spend = measures.column('netSpendFen');
  const bytes = encodeLedger(measures.ledger);
  const patches = slice(measures.ledger, 100, 2_100);
  const named = (what: string) => `columns (${customers} customers): ${what}`;
  return [
    await time(named('decode'), n, () => decodeLedger(bytes)),
    await time(named('lay 2,000 patches over them'), n, () => overlay(measures.ledger, patches)),
    await timeCold(named('count a segment of 4 clauses, cold'), 5, () => count(four(fresh()))),
    await time(named('count a segment of 4 clauses, warm'), n, () => count(four(measures))),
    await time(named(`count all ${quickSegments.length} shipped segments, warm`), n, () =>
      quickSegments.map(({ query }) => count(compiled(query)(measures))),
    ),
    await timeCold(named('count all tiers, cold'), 5, () => countBy(tierColumn(fresh(), tiers), tiers.length + 1)),
    await time(named('count all tiers, warm'), n, () => countBy(tierColumn(measures, tiers), tiers.length + 1)),
    await time(named('first 50 by net spend'), n, () => topRows(everybody, spend, 'descending', 50)),
    await time(named('complete a line'), n, () => complete('老客 且 上', 6, lexicon)),
  ];
}

function compiled(query: string) {
  const result = parseSegment(query, lexicon);
  if (!result.ok) throw new Error(`expected ${query} to be read, found ${JSON.stringify(result.error)}`);
  return compileSegment(result.value, vocabulary);
}
