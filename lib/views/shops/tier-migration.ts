/** Who moved between tiers within a month: the same purchases read on two days, with the same lines. */
import { Measures } from '../../insight/measures/measures.ts';
import { monthsBefore } from '../../insight/tiers/calendar-month.ts';
import { migration, type Migration } from '../../insight/tiers/migration.ts';
import { tierColumn } from '../../insight/tiers/tier-columns.ts';
import type { ShopContext } from './shop-context.ts';

export interface TierMigration extends Migration {
  /** Shanghai day numbers. */
  fromDay: number;
  toDay: number;
  /** Customers with a purchase up to the earlier day. */
  customers: number;
  /** The tier of every row on the two days. */
  before: Uint8Array;
  after: Uint8Array;
}

/** @returns null where nothing was seen a month ago: what is not known then cannot be compared */
export function migrationOf(measures: Measures, context: ShopContext): TierMigration | null {
  const fromDay = monthsBefore(context.asOfDay);
  const { startDay } = context.coverage;
  if (startDay === null || startDay > fromDay) return null;
  const earlier = new Measures(measures.ledger, { ...context, asOfDay: fromDay });
  const { offsets } = measures.ledger;
  const [before, after] = [tierColumn(earlier, context.tiers), tierColumn(measures, context.tiers)];
  const moves = migration(before, after, context.tiers);
  const customers = earlier.ends.reduce((sum, end, row) => sum + Number(end > offsets[row]!), 0);
  return { ...moves, fromDay, toDay: context.asOfDay, customers, before, after };
}
