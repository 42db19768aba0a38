/** The troubles of a shop: its work orders, and the after-sale cases that have none. */
import { attributionRules } from '../../rules/service.ts';
import { reasonOfCase, type TroubleReason } from '../../service/attribution.ts';
import type { DatedTrouble } from '../../service/mends.ts';
import { workOrderKinds, workOrdersIn } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';

/** One of them, and whether a work order tells of it or a case alone. */
export type ToldTrouble = DatedTrouble & { from: 'workOrder' | 'case' };

/** Which of them count. */
interface Wanted {
  /** By their time (epoch ms); all of them when left out. */
  within?: (at: number) => boolean;
  /** Of these reasons alone; of every one, and of none, when left out. */
  labelIds?: ReadonlySet<string>;
}

/** An order is large: so many are held at a time. */
const PORTION = 1_000;

export async function readTroubles(db: LiukeDatabase, shopId: string, wanted: Wanted = {}): Promise<ToldTrouble[]> {
  const { within = () => true, labelIds } = wanted;
  const isOf = (reason: TroubleReason) => !labelIds || (typeof reason === 'object' && labelIds.has(reason.labelId));
  const [events, ofShop] = await Promise.all([
    db.events
      .where('kind')
      .anyOf([...workOrderKinds, 'undo'])
      .toArray(),
    db.afterSales.where('shopId').equals(shopId).toArray(),
  ]);
  const all = workOrdersIn(events).filter((order) => order.shopId === shopId && order.mergedInto === null);
  const orders = all.filter(
    ({ startedAt, labelId }) => within(startedAt) && isOf(labelId === null ? 'unknown' : { labelId }),
  );
  const spokenOf = new Set(all.flatMap(({ caseId }) => caseId ?? []));
  const cases = ofShop
    .filter(({ caseId, appliedAt, seenAt }) => within(appliedAt ?? seenAt) && !spokenOf.has(caseId))
    .map((each) => ({ ...each, reason: reasonOfCase(each.reason, attributionRules) }))
    .filter(({ reason }) => isOf(reason));
  const platform = (await db.shops.get(shopId))?.platform;
  const recordIds = [
    ...orders.flatMap(({ orderId }) => (orderId === null ? [] : `${platform}:${orderId}`)),
    ...cases.map(({ orderRecordId }) => orderRecordId),
  ];
  const bought = await readBought(db, [...new Set(recordIds)]);
  const carrierOf = (recordId: string) => bought.get(recordId)?.carrier ?? null;
  const articlesOf = (recordId: string) => bought.get(recordId)?.articles ?? [];
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
      reason,
      articles: articlesOf(orderRecordId),
      carrier: carrierOf(orderRecordId),
      amountFen: refundFen,
    })),
  ]);
}

/** What is told of an order. */
interface Bought {
  customerId: string | null;
  articles: string[];
  carrier: string | null;
}

async function readBought(db: LiukeDatabase, recordIds: readonly string[]): Promise<Map<string, Bought>> {
  const bought = new Map<string, Bought>();
  for (let at = 0; at < recordIds.length; at += PORTION) {
    for (const order of await db.orders.bulkGet(recordIds.slice(at, at + PORTION))) {
      if (!order) continue;
      const { id, customerId, items, carrier = null } = order;
      bought.set(id, { customerId, articles: [...new Set(items.map(({ title }) => title))], carrier });
    }
  }
  return bought;
}

async function ofCustomersNow(db: LiukeDatabase, troubles: readonly ToldTrouble[]): Promise<ToldTrouble[]> {
  const ids = await readCustomerIdsNow(db, [...new Set(troubles.flatMap(({ customerId }) => customerId ?? []))]);
  return troubles.map((trouble) => ({
    ...trouble,
    customerId: trouble.customerId === null ? null : (ids.get(trouble.customerId) ?? trouble.customerId),
  }));
}
