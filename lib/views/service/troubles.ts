/** The troubles of a shop: its work orders, and the after-sale cases that have none. */
import { attributionRules } from '../../rules/service.ts';
import { reasonOfCase } from '../../service/attribution.ts';
import type { DatedTrouble } from '../../service/mends.ts';
import { workOrderKinds, workOrdersIn } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';

/** One of them, and whether a work order tells of it or a case alone. */
export type ToldTrouble = DatedTrouble & { from: 'workOrder' | 'case' };

/** @param within whose time it is that counts (epoch ms); all of them when left out */
export async function readTroubles(
  db: LiukeDatabase,
  shopId: string,
  within: (at: number) => boolean = () => true,
): Promise<ToldTrouble[]> {
  const [events, ofShop] = await Promise.all([
    db.events
      .where('kind')
      .anyOf([...workOrderKinds, 'undo'])
      .toArray(),
    db.afterSales.where('shopId').equals(shopId).toArray(),
  ]);
  const all = workOrdersIn(events).filter((order) => order.shopId === shopId && order.mergedInto === null);
  const orders = all.filter(({ startedAt }) => within(startedAt));
  const spokenOf = new Set(all.flatMap(({ caseId }) => caseId ?? []));
  const cases = ofShop.filter(({ caseId, appliedAt, seenAt }) => within(appliedAt ?? seenAt) && !spokenOf.has(caseId));
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
  return await ofCustomersNow(db, [
    ...orders.map(({ customerId, labelId, orderId, amountFen, startedAt }): ToldTrouble => ({
      from: 'workOrder',
      at: startedAt,
      customerId,
      reason: labelId === null ? 'unknown' : { labelId },
      articles: orderId === null ? [] : articlesOf(`${platform}:${orderId}`),
      carrier: orderId === null ? null : carrierOf(`${platform}:${orderId}`),
      amountFen,
    })),
    ...cases.map(({ customerId, reason, orderRecordId, refundFen, appliedAt, seenAt }): ToldTrouble => ({
      from: 'case',
      at: appliedAt ?? seenAt,
      customerId: customerId ?? bought.get(orderRecordId)?.customerId ?? null,
      reason: reasonOfCase(reason, attributionRules),
      articles: articlesOf(orderRecordId),
      carrier: carrierOf(orderRecordId),
      amountFen: refundFen,
    })),
  ]);
}

async function ofCustomersNow(db: LiukeDatabase, troubles: readonly ToldTrouble[]): Promise<ToldTrouble[]> {
  const ids = await readCustomerIdsNow(db, [...new Set(troubles.flatMap(({ customerId }) => customerId ?? []))]);
  return troubles.map((trouble) => ({
    ...trouble,
    customerId: trouble.customerId === null ? null : (ids.get(trouble.customerId) ?? trouble.customerId),
  }));
}
