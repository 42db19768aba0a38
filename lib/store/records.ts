/** The stored shapes. Sources: orders, customers, shops, captures, events. Derived and disposable: profiles, benchmarks. */
import type { PageName } from '../model/capture.ts';
import type { IdentityQuality } from '../model/identity.ts';
import type { Order } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import type { Benchmarks, PurchaseHistory } from '../model/profile.ts';

export interface OrderRecord extends Order {
  /** `${platform}:${orderId}`: order ids are unique on their platform, whoever's shop it is. */
  id: string;
  platform: Platform;
  shopId: string;
  /** Null for a buyer of whom only a mask was seen: counted, not tiered. */
  customerId: string | null;
  /** The order id backwards, so that its tail can be looked up by index. */
  reversedId: string;
  /** When the stored state was seen on a page, epoch ms. */
  seenAt: number;
}

export interface CustomerRecord {
  /** Keyed hash of shop and join key: says nothing about the person (a pin may hold a phone number). */
  customerId: string;
  shopId: string;
  platform: Platform;
  /** The name as the platform shows it, for search; masked wherever it is shown. */
  display: string;
  /** Lower case, for look-up by prefix. */
  searchName: string;
  quality: IdentityQuality;
  /** The id this customer has on pages that show the full nick alone; null where there is none beside the platform's id. */
  nickId: string | null;
}

/** Raised when the meaning of a derived record changes: older ones are computed anew, never migrated. */
export const PROFILE_VERSION = 1;

export interface ProfileRecord extends PurchaseHistory {
  customerId: string;
  shopId: string;
  version: number;
}

export interface BenchmarksRecord extends Benchmarks {
  shopId: string;
  computedAt: number;
}

export interface ShopRecord {
  shopId: string;
  platform: Platform;
  /** `${kind}:${value}` of everything pages said this shop is. */
  hints: string[];
  /** The best name to show; null for the shop of pages that name none. */
  name: string | null;
}

/** What was seen of one kind of page on one Shanghai day: the ground of coverage. */
export interface CaptureRecord {
  /** `${shopId}|${page}|${day}`. */
  id: string;
  shopId: string;
  page: PageName;
  day: number;
  firstAt: number;
  lastAt: number;
  newOrders: number;
  changedOrders: number;
  /** Reject name -> how often. */
  rejects: Record<string, number>;
}

/** Customers whose profile waits to be computed anew; written together with the orders, so that a killed worker goes on. */
export interface DirtyRecord {
  customerId: string;
  shopId: string;
}

export interface MetaRecord {
  name: 'identitySecret' | 'device' | 'logicalTime' | 'profileVersion';
  value: string | number;
}
