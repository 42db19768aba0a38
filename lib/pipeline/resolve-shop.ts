/**
 * Whose shop a page belongs to. The order list names the account, the chat the vender id; they become one shop when one page
 * names both, or when at least two buyers of the open chats are customers of exactly one shop that has no vender id yet. A shop that
 * only files brought is the shop of the page that shows one of its orders.
 */
import type { ShopHint } from '../model/capture.ts';
import { buyerOfKey } from '../model/identity.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { neighboursOf, recordsOf } from '../store/of-keys.ts';
import type { ShopRecord } from '../store/records.ts';
import { holdsAny } from '../store/first-keys.ts';
import type { CustomerIds } from './customer-id.ts';

const MIN_COMMON_CUSTOMERS = 2;

interface PageOwner {
  platform: Platform;
  hints: readonly ShopHint[];
  /** Buyer ids of the open conversations, on a chat page. */
  chatKeys: readonly string[];
  /** Records of the orders that the page shows. */
  orderRecordIds?: readonly string[];
}

/** A page names two shops that both have orders: nothing of it is stored, whoever's it is. */
export class ShopConflictError extends Error {
  constructor(shops: readonly ShopRecord[]) {
    super(
      `expected a page of one shop, found signs of ${shops.map((shop) => shop.name ?? shop.shopId).join(' and ')}; open each shop in a browser profile of its own`,
    );
    this.name = 'ShopConflictError';
  }
}

/** The shop of pages that name none: one per platform, kept apart from the named ones. */
export function unnamedShopId(platform: Platform): string {
  return `${platform}-unnamed`;
}

export function isUnnamed({ platform, shopId }: { platform: Platform; shopId: string }): boolean {
  return shopId === unnamedShopId(platform);
}

/**
 * Finds the page's shop, or makes it; the unnamed one is nothing to remember before it has orders.
 * @throws ShopConflictError when the page's hints belong to two shops that both have orders
 */
export async function resolveShop(db: LiukeDatabase, ids: CustomerIds, page: PageOwner): Promise<ShopRecord> {
  const { platform } = page;
  const hints = page.hints.map(({ kind, value }) => `${kind}:${value}`);
  if (hints.length === 0) return { shopId: unnamedShopId(platform), platform, hints: [], name: null };
  const [known, ...others] = await knownShops(db, platform, hints);
  // Nothing of it is new: most pages are of the shop that the last one was of.
  if (known && others.length === 0 && !isFromChatOnly(known) && hints.every((hint) => known.hints.includes(hint)))
    return known;
  // Asked before the transaction: hashing ids would end it.
  const home = [...(known ? [known] : []), ...others].every(isFromChatOnly)
    ? ((await shopOfChatBuyers(db, ids, page)) ?? (await shopOfFiles(db, page)))
    : null;
  const former = await formerShopId(db, ids, platform, hints);
  return await db.transaction('rw', db.shops, db.orders, async () => {
    const named = await knownShops(db, platform, hints);
    const candidates = [...(home ? [home] : []), ...named.filter((shop) => shop.shopId !== home?.shopId)];
    const haveOrders = await Promise.all(candidates.map(({ shopId }) => holdsAny(db.orders.where({ shopId }))));
    const filled = candidates.filter((_, index) => haveOrders[index]);
    if (filled.length > 1) throw new ShopConflictError(filled);

    const { shopId } = filled[0] ?? candidates[0] ?? { shopId: former ?? newShopId(platform) };
    const allHints = [...new Set([...candidates.flatMap((shop) => shop.hints), ...hints])].toSorted();
    const shop: ShopRecord = { shopId, platform, hints: allHints, name: nameIn(allHints) };
    await db.shops.bulkDelete(candidates.map((other) => other.shopId).filter((id) => id !== shopId));
    const before = candidates.find((other) => other.shopId === shopId);
    if (JSON.stringify(before) !== JSON.stringify(shop)) await db.shops.put(shop);
    return shop;
  });
}

export function newShopId(platform: Platform): string {
  return `${platform}-${crypto.randomUUID().slice(0, 8)}`;
}

/** The id of a shop that was deleted and shows itself again. */
export async function formerShopId(
  db: LiukeDatabase,
  ids: CustomerIds,
  platform: Platform,
  hints: readonly string[],
): Promise<string | null> {
  if (!(await holdsAny(db.forgotten))) return null;
  const keys = await Promise.all(hints.map((hint) => ids.ofShop(platform, hint)));
  const stones = await db.forgotten.bulkGet(keys);
  return stones.find((stone) => stone?.shopId !== undefined)?.shopId ?? null;
}

/** What a shop is known by that a person named when importing a file. */
export function fileHint(name: string): string {
  return `${OF_FILE}${name}`;
}

const OF_FILE = 'file:';

export function isFromFilesOnly(shop: ShopRecord): boolean {
  return shop.hints.length > 0 && shop.hints.every((hint) => hint.startsWith(OF_FILE));
}

/** The most telling hint: the shop's name, else the account, else what a person called it, else the number. */
function nameIn(hints: readonly string[]): string | null {
  for (const kind of ['name:', 'account:', OF_FILE, 'vender:']) {
    const hint = hints.find((candidate) => candidate.startsWith(kind));
    if (hint) return hint.slice(kind.length);
  }
  return null;
}

async function knownShops(db: LiukeDatabase, platform: Platform, hints: readonly string[]): Promise<ShopRecord[]> {
  const shops = await recordsOf(db.shops, 'hints', hints);
  const byId = new Map(shops.filter((shop) => shop.platform === platform).map((shop) => [shop.shopId, shop]));
  return [...byId.values()];
}

function isFromChatOnly(shop: ShopRecord): boolean {
  return shop.hints.every((hint) => hint.startsWith('vender:'));
}

async function shopOfChatBuyers(db: LiukeDatabase, ids: CustomerIds, page: PageOwner): Promise<ShopRecord | null> {
  if (page.chatKeys.length === 0) return null;
  const withCustomers: ShopRecord[] = [];
  const shops = await db.shops.where('platform').equals(page.platform).toArray();
  for (const shop of shops.filter((candidate) => !isFromChatOnly(candidate) && candidate.name !== null)) {
    const customerIds = await Promise.all(page.chatKeys.map((key) => ids.of(shop.shopId, buyerOfKey(key))));
    const customers = await db.customers.bulkGet(customerIds.filter((id) => id !== null));
    if (customers.filter(Boolean).length >= MIN_COMMON_CUSTOMERS) withCustomers.push(shop);
  }
  const only = withCustomers.length === 1 ? withCustomers[0]! : null;
  return only && !only.hints.some((hint) => hint.startsWith('vender:')) ? only : null;
}

/** Order ids are unique on their platform: whoever's page shows one of a shop is that shop. */
async function shopOfFiles(
  db: LiukeDatabase,
  { platform, orderRecordIds = [] }: PageOwner,
): Promise<ShopRecord | null> {
  if (orderRecordIds.length === 0) return null;
  const shops = (await db.shops.where('platform').equals(platform).toArray()).filter(isFromFilesOnly);
  if (shops.length === 0) return null;
  const orders = await neighboursOf(db.orders, orderRecordIds);
  const owners = shops.filter(({ shopId }) => orders.some((order) => order?.shopId === shopId));
  return owners.length === 1 ? owners[0]! : null;
}
