/** Every bench of the insight room, for Node and for a browser. */
import { customersAt } from '../../../lib/insight/churn/stats-at.ts';
import { endsAt } from '../../../lib/insight/ledger/ledger.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY } from '../../../tests/support/simulate-shop.ts';
import type { PurchaseStats } from '../../../lib/insight/models/purchase-stats.ts';
import type { Timing } from './bench.ts';
import { benchChurn } from './churn.ts';
import { benchModels } from './models.ts';
import { benchSegments } from './segments.ts';

/** Of a small shop like the CDNOW sample of the literature, in weeks of a year. */
const SMALL = { customers: 2_357, days: 273, joinDays: 84, r: 0.52, alpha: 6.2, a: 0.9, b: 1.6 };
const LARGE = { ...SMALL, customers: 100_000, days: 728, joinDays: 720 };

/** @param samples further customers to fit, by title */
export async function benchInsight(samples: Readonly<Record<string, PurchaseStats>>): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const [title, stats] of Object.entries({ small: statsOf(SMALL), large: statsOf(LARGE), ...samples }))
    timings.push(...(await benchModels(title, stats, 7)));
  timings.push(...(await benchChurn(100_000, 3)));
  timings.push(...(await benchSegments(300_000, 15)));
  return timings;
}

function statsOf(world: typeof SMALL): PurchaseStats {
  const ledger = ledgerOfCustomers(mbgShop(7, world));
  const asOfDay = OPENING_DAY + world.days - 1;
  return customersAt(ledger, endsAt(ledger, asOfDay), asOfDay).stats;
}
