/** One report of a page, from border to screen: ingest, recompute, then what its tab shows and who its buyers are. */
import type { PageReport } from '../model/capture.ts';
import { buyerOfKey, maskName } from '../model/identity.ts';
import type { PageBuyer, PageProblem, PageState } from '../model/page-state.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord, ShopRecord } from '../store/records.ts';
import type { Assessment } from '../views/assessment.ts';
import { readAssessments } from '../views/buyers-view.ts';
import type { CustomerIds } from './customer-id.ts';
import { ingest } from './ingest.ts';
import { recomputeDirty } from './recompute.ts';
import { ShopConflictError } from './resolve-shop.ts';

export interface PageTakenIn {
  state: Omit<PageState, 'tabId'>;
  byOrderId: [string, Assessment][];
  byChatKey: [string, Assessment][];
}

/** @param now epoch ms */
export async function takeInPage(
  db: LiukeDatabase,
  ids: CustomerIds,
  report: PageReport,
  now: number,
): Promise<PageTakenIn> {
  const { platform, page } = report;
  if (platform === null || page === 'blocked' || page === 'unknown') return nothing(report, null);
  try {
    const { shop, rejects, health } = await ingest(db, ids, { ...report, platform });
    await recomputeDirty(db, now);
    return await describe(db, ids, { ...report, platform, rejects, health }, shop, now);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return nothing(report, problem);
  }
}

function problemOf(error: unknown): PageProblem | null {
  if (error instanceof ShopConflictError) return 'shopConflict';
  return isQuotaError(error) ? 'storageFull' : null;
}

/** Dexie wraps the browser's own error. */
function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || ('inner' in error && isQuotaError(error.inner));
}

function nothing(
  { platform, page, observedAt, health, rejects }: PageReport,
  problem: PageProblem | null,
): PageTakenIn {
  const state = {
    platform,
    page,
    shopId: null,
    shopName: null,
    observedAt,
    health,
    rejects,
    buyers: [],
    chat: null,
    problem,
  };
  return { state, byOrderId: [], byChatKey: [] };
}

async function describe(
  db: LiukeDatabase,
  ids: CustomerIds,
  report: PageReport & { platform: Platform },
  shop: ShopRecord,
  now: number,
): Promise<PageTakenIn> {
  const { platform, page, observedAt, health, rejects, chat } = report;
  const orders = (await db.orders.bulkGet(report.orderIds.map((orderId) => `${platform}:${orderId}`))).filter(
    (order) => order !== undefined,
  );
  const chatIds = await Promise.all(
    (chat?.conversations ?? []).map(async (key) => [key, (await ids.of(shop.shopId, buyerOfKey(key))) ?? ''] as const),
  );
  const customerIds = [
    ...new Set([...orders.flatMap((order) => order.customerId ?? []), ...chatIds.map(([, id]) => id)]),
  ];
  const assessments = await readAssessments(db, shop.shopId, customerIds, now);
  const assessed = (key: string, customerId: string | null): [string, Assessment][] => {
    const assessment = customerId === null ? undefined : assessments.get(customerId);
    return assessment ? [[key, assessment]] : [];
  };
  return {
    state: {
      platform,
      page,
      shopId: shop.shopId,
      shopName: shop.name,
      observedAt,
      health,
      rejects,
      buyers: buyersOf(orders),
      chat: chat?.customer
        ? {
            customerId: (await ids.of(shop.shopId, buyerOfKey(chat.customer.key)))!,
            customerKey: chat.customer.key,
            display: maskName(chat.customer.display),
            settled: chat.settled,
            editor: chat.editor,
            messages: chat.messages,
          }
        : null,
      problem: null,
    },
    byOrderId: orders.flatMap((order) => assessed(order.orderId, order.customerId)),
    byChatKey: chatIds.flatMap(([key, id]) => assessed(key, id)),
  };
}

/** One entry per customer; a mask is an entry per order, since two of the same mask may be two people. */
function buyersOf(orders: readonly OrderRecord[]): PageBuyer[] {
  const buyers = new Map<string, PageBuyer>();
  for (const { orderId, customerId, buyer } of orders) {
    const key = customerId ?? `order ${orderId}`;
    const known = buyers.get(key);
    if (known) known.orderIds.push(orderId);
    else buyers.set(key, { customerId, display: buyer.display && maskName(buyer.display), orderIds: [orderId] });
  }
  return [...buyers.values()];
}
