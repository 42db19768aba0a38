/** Counting, filtering and ordering a big shop by segments and tiers. */
import { allocate } from '../../../lib/insight/ledger/ledger.ts';
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
import { seeded, time, timeCold, type Timing } from './bench.ts';

const AS_OF_DAY = 20_671;
const FOUR_CLAUSES = '老客 且 上次>30天 且 客单>100 且 非勿扰';
const YEARS_DAYS = 1_095;

const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const vocabulary = { metrics: metricWords, tiers, conditions, words: segmentWords };
const lexicon = lexiconOf(vocabulary);

export async function benchSegments(customers: number, n: number): Promise<Timing[]> {
  const measures = makeShop(customers);
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

/** Most buy once, a few often, within three years. */
function makeShop(customers: number): Measures {
  const chance = seeded(42);
  const sizes = Array.from({ length: customers }, () => Math.min(60, 1 + Math.floor(-2.7 * Math.log(1 - chance()))));
  const ledger = allocate(
    customers,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const ids = new DataView(ledger.ids.buffer);
  for (const [row, size] of sizes.entries()) {
    const start = ledger.offsets[row]!;
    ids.setUint32(row * 16, row);
    ledger.offsets[row + 1] = start + size;
    const days = new Set<number>();
    while (days.size < size) days.add(AS_OF_DAY - Math.floor(YEARS_DAYS * chance() ** 1.5));
    ledger.days.set(
      [...days].toSorted((a, b) => a - b),
      start,
    );
    for (let at = start; at < start + size; at += 1) {
      ledger.amountsFen[at] = chance() < 0.02 ? Number.NaN : Math.round(3_000 + 30_000 * chance() ** 2);
      ledger.pieces[at] = 1 + Math.floor(3 * chance());
    }
    ledger.orderCounts[row] = size;
    ledger.openAfterSales[row] = Number(chance() < 0.01);
    ledger.flags[row] = Number(chance() < 0.03);
  }
  const benchmarks = {
    customers,
    medianAverageFen: 13_000,
    lastDayLimits: [],
    purchaseCountLimits: [],
    spendLimitsFen: [],
    cycles: [],
  };
  return new Measures(ledger, { asOfDay: AS_OF_DAY, benchmarks, presetCycleDays: [], outlook: null });
}
