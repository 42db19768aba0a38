/** A shop of any size, the same at every run. */
import { allocate } from '../../../lib/insight/ledger/ledger.ts';
import { Measures } from '../../../lib/insight/measures/measures.ts';
import { seeded } from './bench.ts';

const AS_OF_DAY = 20_671;
const YEARS_DAYS = 1_095;

/** Most buy once, a few often, within three years. */
export function makeBigShop(customers: number): Measures {
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
