/** A shop read on its last seen day: what counts, filters, sorts and the best-of lists of the product run on. */
import { Measures } from '../../insight/measures/measures.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readShopContext, type ShopContext } from './shop-context.ts';
import { readLedger } from './shop-ledger.ts';

export interface ShopReading {
  context: ShopContext;
  measures: Measures;
}

/** The last reading of each ledger; its columns are computed once as long as nothing they rest on changes. */
const kept = new WeakMap<object, { key: string; reading: ShopReading }>();

/**
 * @param now epoch ms
 * @returns the same object as long as neither columns, day, yardstick, settings nor models changed
 * @throws DamagedLedgerError when the stored columns must be built anew
 */
export async function readShopMeasures(db: LiukeDatabase, shopId: string, now: number): Promise<ShopReading> {
  const [context, ledger] = await Promise.all([readShopContext(db, shopId, now), readLedger(db, shopId)]);
  const { outlook: _functions, ...data } = context;
  const key = JSON.stringify(data);
  const known = kept.get(ledger);
  if (known?.key === key) return known.reading;
  const reading = { context, measures: new Measures(ledger, context) };
  kept.set(ledger, { key, reading });
  return reading;
}
