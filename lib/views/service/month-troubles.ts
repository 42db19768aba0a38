/** The troubles of a shop in a month. */
import { attributionRules, reasonGroups } from '../../rules/service.ts';
import { isPurchase } from '../../model/purchase.ts';
import {
  earlyWarningsOf,
  recoveryOf,
  type EarlyWarning,
  type PurchaseTimes,
  type Recovery,
} from '../../service/after-trouble.ts';
import { attribute, type Attribution } from '../../service/attribution.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { CustomerRecord } from '../../store/records.ts';
import { readTroubles } from './troubles.ts';

/** Orders are large: those of so many customers are held at a time. */
const PORTION = 500;

export interface MonthTroubles extends Attribution {
  /** Work orders and cases in all. */
  workOrders: number;
  cases: number;
  recovery: Recovery;
  earlyWarnings: EarlyWarning[];
  /** By id, those of the hot spots and of the early warnings. */
  customers: ReadonlyMap<string, CustomerRecord>;
}

/** What went wrong and of what kind, and nothing of what became of it. @param from @param to epoch ms, the second not included */
export async function readAttribution(
  db: LiukeDatabase,
  shopId: string,
  from: number,
  to: number,
): Promise<Attribution> {
  return attribute(
    await readTroubles(db, shopId, { within: (at) => at >= from && at < to }),
    reasonGroups,
    attributionRules,
  );
}

/** @param from @param to epoch ms, the second not included */
export async function readMonthTroubles(
  db: LiukeDatabase,
  shopId: string,
  from: number,
  to: number,
): Promise<MonthTroubles> {
  const troubles = await readTroubles(db, shopId, { within: (at) => at >= from && at < to });
  const told = attribute(troubles, reasonGroups, attributionRules);
  const bought = await readPurchaseTimes(db, [...new Set(troubles.flatMap(({ customerId }) => customerId ?? []))]);
  const earlyWarnings = earlyWarningsOf(troubles, bought, attributionRules.quality.labelIds);
  const ids = [...new Set([...told.hotSpots, ...earlyWarnings].flatMap(({ customerIds }) => customerIds))];
  const customers = (await db.customers.bulkGet(ids)).filter((customer) => customer !== undefined);
  const workOrders = troubles.filter((trouble) => trouble.from === 'workOrder').length;
  return {
    ...told,
    workOrders,
    cases: troubles.length - workOrders,
    recovery: recoveryOf(troubles, bought),
    earlyWarnings,
    customers: new Map(customers.map((customer) => [customer.customerId, customer])),
  };
}

async function readPurchaseTimes(db: LiukeDatabase, customerIds: readonly string[]): Promise<PurchaseTimes> {
  const times = new Map<string, number[]>();
  for (let at = 0; at < customerIds.length; at += PORTION)
    for (const order of await recordsOf(db.orders, 'customerId', customerIds.slice(at, at + PORTION)))
      if (isPurchase(order)) times.set(order.customerId!, [...(times.get(order.customerId!) ?? []), order.placedAt]);
  return times;
}
