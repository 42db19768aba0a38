/** The troubles of a shop in a month. */
import { attributionRules, reasonGroups } from '../../rules/service.ts';
import { attribute, type Attribution } from '../../service/attribution.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord } from '../../store/records.ts';
import { readTroubles } from './troubles.ts';

export interface MonthTroubles extends Attribution {
  /** Work orders and cases in all. */
  workOrders: number;
  cases: number;
  /** By id, those of the hot spots. */
  customers: ReadonlyMap<string, CustomerRecord>;
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
  const ids = [...new Set(told.hotSpots.flatMap(({ customerIds }) => customerIds))];
  const customers = (await db.customers.bulkGet(ids)).filter((customer) => customer !== undefined);
  const workOrders = troubles.filter((trouble) => trouble.from === 'workOrder').length;
  return {
    ...told,
    workOrders,
    cases: troubles.length - workOrders,
    customers: new Map(customers.map((customer) => [customer.customerId, customer])),
  };
}
