/** One report of a page, from border to screen: ingest, what its tab shows, then recompute and who its buyers are. */
import { DamagedLedgerError } from '../insight/ledger/ledger-bytes.ts';
import type { Chat, PageName, PageReport, Reject } from '../model/capture.ts';
import { buyerOfKey, maskName, orderTail } from '../model/identity.ts';
import type { PageProblem, PageState } from '../model/page-state.ts';
import type { Platform } from '../model/platform.ts';
import { dayOf } from '../model/shanghai-time.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord, ShopRecord } from '../store/records.ts';
import { isNewerStore, isStorageFull } from '../store/store-trouble.ts';
import type { Assessment } from '../views/customers/assessment.ts';
import { readAssessments } from '../views/customers/buyers-view.ts';
import { readCustomerIdsNow } from '../views/links/linked-customers.ts';
import { buyersOf } from '../views/customers/page-buyers.ts';
import { readPageLayout } from '../views/shops/page-layout.ts';
import { orderRebuild } from './columns.ts';
import type { CustomerIds } from './customer-id.ts';
import { customerOfNick } from './customer-of-nick.ts';
import { ingest, type IngestResult } from './ingest.ts';
import { noteAnswers } from './note-answers.ts';
import { notePromises } from './note-promises.ts';
import { noteWaiting } from './note-waiting.ts';
import { recomputeDirty } from './recompute.ts';
import { ShopConflictError, unnamedShopId } from './resolve-shop.ts';

export interface PageTakenIn {
  state: Omit<PageState, 'tabId'>;
  byOrderId: [string, Assessment][];
  byChatKey: [string, Assessment][];
}

/**
 * @param opening of the store's secret, which may itself find the store closed or full
 * @param now epoch ms
 * @param show called with what the tab shows as soon as it is known: a screen waits neither for the marks that the page itself gets, nor until it
 * is noted what a chat says of waiting
 */
export async function takeInPage(
  db: LiukeDatabase,
  opening: CustomerIds | Promise<CustomerIds>,
  report: PageReport,
  now: number,
  show: (state: PageTakenIn['state']) => Promise<void> = async () => {},
): Promise<PageTakenIn> {
  const { platform, page } = report;
  const saysNothing = async (problem: PageProblem | null) => {
    const taken = nothing(report, problem);
    await show(taken.state);
    return taken;
  };
  if (platform === null || page === 'blocked' || page === 'unknown') return await saysNothing(null);
  try {
    const ids = await opening;
    const { shop, noteSeen, ...taken } = await ingest(db, ids, { ...report, platform }, now);
    const { state, orders } = await describe(db, ids, { ...report, platform, ...taken }, shop, now);
    await show(state);
    await noteSeen?.();
    await recomputed(db, now);
    const marks = await marksOf(
      db,
      ids,
      { shopId: shop.shopId, orders, conversations: report.chat?.conversations },
      now,
    );
    if (state.chat?.settled) await noteChat(db, shop.shopId, state.chat, report.observedAt);
    return { state, ...marks };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return await saysNothing(problem);
  }
}

/** The page's orders are stored by then: damage in what is worked out from them is mended between pages. */
async function recomputed(db: LiukeDatabase, now: number): Promise<void> {
  try {
    await recomputeDirty(db, now);
  } catch (error) {
    if (!(error instanceof DamagedLedgerError)) throw error;
    await orderRebuild(db);
  }
}

function problemOf(error: unknown): PageProblem | null {
  if (error instanceof ShopConflictError) return 'shopConflict';
  if (isNewerStore(error)) return 'newerStore';
  return isStorageFull(error) ? 'storageFull' : null;
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
    fields: [],
    layoutChanges: [],
    buyers: [],
    chat: null,
    problem,
  };
  return { state, byOrderId: [], byChatKey: [] };
}

type TakenIn = Omit<PageReport, 'orders' | 'platform'> & { platform: Platform } & Pick<
    IngestResult,
    'orders' | 'forgottenOrders'
  >;

async function describe(
  db: LiukeDatabase,
  ids: CustomerIds,
  report: TakenIn,
  shop: ShopRecord,
  now: number,
): Promise<{ state: PageTakenIn['state']; orders: OrderRecord[] }> {
  const { platform, page, observedAt, health, rejects, chat, forgottenOrders, fields = {} } = report;
  const { orders, elsewhere } = ordersShown(report, shop.shopId);
  const [layout, chatShown] = await Promise.all([
    readPageLayout(db, { shopId: shop.shopId, page, day: dayOf(observedAt), fields }),
    chatState(db, ids, shop.shopId, chat),
  ]);
  return {
    state: {
      platform,
      page,
      shopId: shop.shopId,
      shopName: shop.name,
      observedAt,
      health: isOfOrders(page)
        ? { rows: health.rows, read: Math.min(health.read, orders.length + forgottenOrders) }
        : health,
      ...layout,
      rejects: [...rejects.filter(({ what }) => !elsewhere.some((refused) => refused.what === what)), ...elsewhere],
      buyers: buyersOf(orders),
      chat: chatShown,
      ...clockOf(orders, chat, now),
      problem: null,
    },
    orders,
  };
}

interface Marked {
  shopId: string;
  orders: readonly OrderRecord[];
  /** By their keys. */
  conversations: readonly string[] | undefined;
}

/** What is said of the page's buyers in the page itself. */
async function marksOf(
  db: LiukeDatabase,
  ids: CustomerIds,
  { shopId, orders, conversations = [] }: Marked,
  now: number,
): Promise<Pick<PageTakenIn, 'byOrderId' | 'byChatKey'>> {
  const talking = await Promise.all(
    conversations.map(async (key) => ({ key, customerId: await ids.of(shopId, buyerOfKey(key)) })),
  );
  const customerIds = new Set([...orders, ...talking].flatMap(({ customerId }) => customerId ?? []));
  const assessments = await readAssessments(db, [...customerIds], now);
  const assessed = (key: string, customerId: string | null): [string, Assessment][] => {
    const assessment = customerId === null ? undefined : assessments.get(customerId);
    return assessment ? [[key, assessment]] : [];
  };
  return {
    byOrderId: orders.flatMap(({ orderId, customerId }) => assessed(orderId, customerId)),
    byChatKey: talking.flatMap(({ key, customerId }) => assessed(key, customerId)),
  };
}

/** What a conversation tells of answers, promises and waiting. */
async function noteChat(
  db: LiukeDatabase,
  shopId: string,
  { customerId, messages }: NonNullable<PageState['chat']>,
  seenAt: number,
): Promise<void> {
  await Promise.all([
    noteAnswers(db, customerId, messages, seenAt),
    notePromises(db, customerId, messages, seenAt),
    noteWaiting(db, { shopId, customerId }, messages, seenAt),
  ]);
}

/** Less is the seconds that a page and a message take. */
const CLOCK_SKEW_MS = 2 * 60_000;

/**
 * The platform's clock as its page shows it: an order or a message of a time to come tells how late this machine's is, at least. That it is
 * ahead no page tells.
 */
function clockOf(orders: readonly OrderRecord[], chat: Chat | null, now: number): Pick<PageState, 'clockLateMs'> {
  const shown = [...orders.map(({ placedAt }) => placedAt), ...(chat?.messages ?? []).map(({ at }) => at ?? 0)];
  const lateMs = Math.max(0, ...shown) - now;
  return lateMs > CLOCK_SKEW_MS ? { clockLateMs: lateMs } : {};
}

/** There, what was read and then refused is not kept, so it does not count as read. */
function isOfOrders(page: PageName): boolean {
  return page === 'order-list' || page === 'order-detail';
}

/** A page that names its shop shows no other shop's orders, and says so. */
function ordersShown(
  { platform, orders: stored }: TakenIn,
  shopId: string,
): { orders: OrderRecord[]; elsewhere: Reject[] } {
  const isShown = (order: OrderRecord) => order.shopId === shopId || shopId === unnamedShopId(platform);
  return {
    orders: stored.filter(isShown),
    elsewhere: stored
      .filter((order) => !isShown(order))
      .map(({ orderId }) => ({ what: `order ${orderTail(orderId)} belongs to another shop` })),
  };
}

/** Null also for a customer who is only a mask: nobody in particular. */
async function chatState(
  db: LiukeDatabase,
  ids: CustomerIds,
  shopId: string,
  chat: Chat | null,
): Promise<PageState['chat']> {
  if (!chat?.customer) return null;
  const { customer, settled, editor, messages } = chat;
  const customerId =
    customer.key === null
      ? await customerOfNick(db, ids, shopId, customer.display)
      : await customerOfKey(db, ids, shopId, customer.key);
  if (customerId === null) return null;
  return { customerId, customerKey: customer.key, display: maskName(customer.display), settled, editor, messages };
}

async function customerOfKey(db: LiukeDatabase, ids: CustomerIds, shopId: string, key: string): Promise<string | null> {
  const id = await ids.of(shopId, buyerOfKey(key));
  return id && (await readCustomerIdsNow(db, [id])).get(id)!;
}
