/** After-sale cases of a file, and what they come to on their orders. */
import type { Reject } from '../../model/capture.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { putAfterSales, sumUpCasesOf } from '../ingest-rows.ts';
import { ELSEWHERE, type EntriesPut, type PuttingEntries } from './entries.ts';

export async function putCases(
  db: LiukeDatabase,
  { orders, cases, job, shop, step }: PuttingEntries,
): Promise<EntriesPut> {
  const elsewhere: Reject[] = [];
  const put = await putAfterSales(
    db,
    cases.map(({ afterSale }) => afterSale),
    {
      platform: job.platform,
      shop,
      // Exports of cases tell of the order alone.
      customerIdOf: () => null,
      seenAt: job.seenAt,
      now: Infinity,
      fromFile: job.importId,
      rejects: elsewhere,
    },
  );
  step.keepCases(put);
  const orderIds = [
    ...put.changed.map(({ orderRecordId }) => orderRecordId),
    // Cases that were seen before their orders.
    ...orders.map(({ order }) => `${job.platform}:${order.orderId}`),
  ];
  const summedUp = await sumUpCasesOf(db, orderIds);
  return {
    fresh: put.changed.length - put.before.length,
    newer: put.before.length,
    rejects: elsewhere.map(() => ({ what: ELSEWHERE })),
    touched: new Map(
      summedUp.changed.flatMap(({ customerId, shopId }) =>
        customerId === null ? [] : [[customerId, shopId] as const],
      ),
    ),
  };
}
