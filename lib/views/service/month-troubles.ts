/** The troubles of a shop in a month: its work orders, and the after-sale cases that have none. */
import { attributionRules, reasonGroups } from '../../rules/service.ts';
import { attribute, reasonOfCase, type Attribution, type Trouble } from '../../service/attribution.ts';
import { workOrderKinds, workOrdersIn } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord } from '../../store/records.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';

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
  const [events, ofShop] = await Promise.all([
    db.events
      .where('kind')
      .anyOf([...workOrderKinds, 'undo'])
      .toArray(),
    db.afterSales.where('shopId').equals(shopId).toArray(),
  ]);
  const isIn = (at: number) => at >= from && at < to;
  const all = workOrdersIn(events).filter((order) => order.shopId === shopId && order.mergedInto === null);
  const orders = all.filter(({ startedAt }) => isIn(startedAt));
  const spokenOf = new Set(all.flatMap(({ caseId }) => caseId ?? []));
  const cases = ofShop.filter(({ caseId, appliedAt, seenAt }) => isIn(appliedAt ?? seenAt) && !spokenOf.has(caseId));
  const platform = (await db.shops.get(shopId))?.platform;
  const recordIds = [
    ...orders.flatMap(({ orderId }) => (orderId === null ? [] : `${platform}:${orderId}`)),
    ...cases.map(({ orderRecordId }) => orderRecordId),
  ];
  const bought = new Map(
    (await db.orders.bulkGet([...new Set(recordIds)])).flatMap((order) => (order ? [[order.id, order]] : [])),
  );
  const carrierOf = (recordId: string) => bought.get(recordId)?.carrier ?? null;
  const articlesOf = (recordId: string) => [...new Set(bought.get(recordId)?.items.map(({ title }) => title) ?? [])];
  const troubles: Trouble[] = [
    ...orders.map(({ customerId, labelId, orderId, amountFen }) => ({
      customerId,
      reason: labelId === null ? ('unknown' as const) : { labelId },
      articles: orderId === null ? [] : articlesOf(`${platform}:${orderId}`),
      carrier: orderId === null ? null : carrierOf(`${platform}:${orderId}`),
      amountFen,
    })),
    ...cases.map(({ customerId, reason, orderRecordId, refundFen }) => ({
      customerId: customerId ?? bought.get(orderRecordId)?.customerId ?? null,
      reason: reasonOfCase(reason, attributionRules),
      articles: articlesOf(orderRecordId),
      carrier: carrierOf(orderRecordId),
      amountFen: refundFen,
    })),
  ];
  const told = attribute(await ofCustomersNow(db, troubles), reasonGroups, attributionRules);
  const ids = [...new Set(told.hotSpots.flatMap(({ customerIds }) => customerIds))];
  const customers = (await db.customers.bulkGet(ids)).filter((customer) => customer !== undefined);
  return {
    ...told,
    workOrders: orders.length,
    cases: cases.length,
    customers: new Map(customers.map((customer) => [customer.customerId, customer])),
  };
}

async function ofCustomersNow(db: LiukeDatabase, troubles: readonly Trouble[]): Promise<Trouble[]> {
  const ids = await readCustomerIdsNow(db, [...new Set(troubles.flatMap(({ customerId }) => customerId ?? []))]);
  return troubles.map((trouble) => ({
    ...trouble,
    customerId: trouble.customerId === null ? null : (ids.get(trouble.customerId) ?? trouble.customerId),
  }));
}
