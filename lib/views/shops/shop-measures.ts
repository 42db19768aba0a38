/** A shop read on its last seen day: what counts, filters, sorts and the best-of lists of the product run on. */
import type { Layers, Ledger } from '../../insight/ledger/ledger.ts';
import { LaidMeasures } from '../../insight/measures/laid-measures.ts';
import { Measures } from '../../insight/measures/measures.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readShopContext, type ShopContext } from './shop-context.ts';
import { readLedger } from './shop-ledger.ts';

export interface ShopReading {
  context: ShopContext;
  measures: Measures;
}

/** The last reading of each ledger; its columns are computed once as long as nothing they rest on changes. */
const kept = new WeakMap<Ledger, { key: string; reading: ShopReading }>();

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
  const reading = { context, measures: measured(ledger, context, keyOf(context)) };
  kept.set(ledger, { key, reading });
  return reading;
}

/** Of stored columns, too, over which pages lay a few changed customers each: those alone are worked out after a page. */
const keptMeasures = new WeakMap<Ledger, { key: string; measures: Measures }>();

function measured(ledger: Ledger, context: ShopContext, key: string): Measures {
  const known = keptMeasures.get(ledger);
  if (known?.key === key) return known.measures;
  const measures = hasLayers(ledger)
    ? new LaidMeasures(ledger, context, {
        older: measured(ledger.layers.older, context, key),
        newer: measured(ledger.layers.newer, context, key),
      })
    : new Measures(ledger, context);
  keptMeasures.set(ledger, { key, measures });
  return measures;
}

function hasLayers(ledger: Ledger): ledger is Ledger & { layers: Layers } {
  return ledger.layers !== undefined;
}

/** What no number of a customer rests on; the models stand for the functions that are made of them. */
const beside: ReadonlySet<string> = new Set<keyof ShopContext>([
  'shopId',
  'settings',
  'tiers',
  'coverage',
  'seenSpans',
  'maskedOrders',
  'withheld',
  'outlook',
]);

/** Changes with what the numbers of customers rest on. */
function keyOf(context: ShopContext): string {
  return JSON.stringify(Object.entries(context).filter(([name]) => !beside.has(name)));
}
