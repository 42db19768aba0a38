/** The customers of a segment that come first by one of their numbers, with names. */
import { idAt } from '../../insight/ledger/ledger.ts';
import type { Measures } from '../../insight/measures/measures.ts';
import type { MetricName, Metrics } from '../../insight/metrics.ts';
import { rowsOf, topRows, type Direction } from '../../insight/segments/select.ts';
import { check } from '../../insight/tiers/clause.ts';
import type { Tier } from '../../insight/tiers/tier.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { ShopContext } from '../shops/shop-context.ts';

export interface ListedCustomer {
  customerId: string;
  /** The name as the platform shows it, to be masked wherever it is shown; null for one whose name is not stored. */
  display: string | null;
  /** The own one; null for none. */
  tier: Tier | null;
  /** Those that were asked for; null for not known. */
  numbers: Partial<Metrics>;
}

export interface ListOrder {
  metric: MetricName;
  direction: Direction;
}

/**
 * Only the columns that are shown, sorted by or asked for by a tier are computed: a chance of return costs as much as all else.
 * @param mask 1 for every row of the segment
 * @param shown numbers to tell of each, beside the one they are sorted by
 * @param most customers at most
 */
export async function readTopCustomers(
  db: LiukeDatabase,
  { measures, context }: { measures: Measures; context: ShopContext },
  mask: Uint8Array,
  { metric, direction }: ListOrder,
  shown: readonly MetricName[],
  most: number,
): Promise<ListedCustomer[]> {
  const rows = [...topRows(rowsOf(mask), measures.column(metric), direction, most)];
  return await readListedCustomers(db, { measures, context }, rows, [...shown, metric]);
}

/** These rows of a shop's customers, in the order given. @param names of the numbers that are wanted */
export async function readListedCustomers(
  db: LiukeDatabase,
  { measures, context }: { measures: Measures; context: ShopContext },
  rows: readonly number[],
  names: readonly MetricName[],
): Promise<ListedCustomer[]> {
  const ids = rows.map((row) => idAt(measures.ledger, row));
  const records = await db.customers.bulkGet(ids);
  const ofTiers = context.tiers.flatMap(({ all }) => all.map((clause) => clause.metric));
  return rows.map((row, index) => {
    const lines = numbersAt(measures, row, ofTiers) as Metrics;
    return {
      customerId: ids[index]!,
      display: records[index]?.display ?? null,
      tier: context.tiers.find(({ all }) => check(all, lines) !== null) ?? null,
      numbers: numbersAt(measures, row, names),
    };
  });
}

function numbersAt(measures: Measures, row: number, names: readonly MetricName[]): Partial<Metrics> {
  return Object.fromEntries(
    names.map((name) => {
      const value = measures.column(name)[row]!;
      return [name, Number.isNaN(value) ? null : value];
    }),
  );
}
