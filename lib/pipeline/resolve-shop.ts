/**
 * Whose shop a page belongs to. The order list names the account, the chat the vender id; they become one shop when one page
 * names both, or when at least two buyers of the open chats are customers of exactly one shop that has no vender id yet.
 */
import type { ShopHint } from '../model/capture.ts';
import { buyerOfKey } from '../model/identity.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { ShopRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';

const MIN_COMMON_CUSTOMERS = 2;

interface PageOwner {
  platform: Platform;
  hints: readonly ShopHint[];
  /** Buyer ids of the open conversations, on a chat page. */
  chatKeys: readonly string[];
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

/** Finds the page's shop, or makes it. @throws ShopConflictError when the page's hints belong to two shops that both have orders */
export async function resolveShop(db: LiukeDatabase, ids: CustomerIds, page: PageOwner): Promise<ShopRecord> {
  const hints = page.hints.map(({ kind, value }) => `${kind}:${value}`);
  const known = await knownShops(db, page.platform, hints);
  const home = known.every(isFromChatOnly) ? await shopOfChatBuyers(db, ids, page) : null;
  return await db.transaction('rw', db.shops, db.orders, async () => {
    if (hints.length === 0) return await unnamedShop(db, page.platform);
    const candidates = [...(home ? [home] : []), ...known.filter((shop) => shop.shopId !== home?.shopId)];
    const filled = [];
    for (const shop of candidates)
      if ((await db.orders.where('shopId').equals(shop.shopId).count()) > 0) filled.push(shop);
    if (filled.length > 1) {
      throw new ShopConflictError(filled);
    }
    const shop = filled[0] ?? candidates[0] ?? newShop(page.platform);
    const merged: ShopRecord = {
      ...shop,
      hints: [...new Set([...shop.hints, ...candidates.flatMap((other) => other.hints), ...hints])].toSorted(),
      name: bestName(page.hints) ?? shop.name,
    };
    await db.shops.bulkDelete(candidates.filter((other) => other.shopId !== shop.shopId).map((other) => other.shopId));
    await db.shops.put(merged);
    return merged;
  });
}

async function knownShops(db: LiukeDatabase, platform: Platform, hints: readonly string[]): Promise<ShopRecord[]> {
  const shops = await db.shops.where('hints').anyOf(hints).distinct().toArray();
  return shops.filter((shop) => shop.platform === platform);
}

function isFromChatOnly(shop: ShopRecord): boolean {
  return shop.hints.every((hint) => hint.startsWith('vender:'));
}

async function unnamedShop(db: LiukeDatabase, platform: Platform): Promise<ShopRecord> {
  const shopId = unnamedShopId(platform);
  const shop = (await db.shops.get(shopId)) ?? { shopId, platform, hints: [], name: null };
  await db.shops.put(shop);
  return shop;
}

function newShop(platform: Platform): ShopRecord {
  return { shopId: `${platform}-${crypto.randomUUID().slice(0, 8)}`, platform, hints: [], name: null };
}

function bestName(hints: readonly ShopHint[]): string | null {
  return (
    (['name', 'account', 'vender'] as const)
      .map((kind) => hints.find((hint) => hint.kind === kind)?.value)
      .find((value) => value !== undefined) ?? null
  );
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
