/**
 * The stored shapes. Sources: orders, cases, reviews, coupons, members, counters, customers, shops, captures, coverage, events.
 * Derived and disposable: links and linked parties, counts of names, columns, their patches, benchmarks, shop models.
 */
import type { AfterSale, SeenEnd } from '../model/after-sale.ts';
import type { PageName } from '../model/capture.ts';
import type { FieldCounts } from '../model/field-counts.ts';
import type { IdentityQuality, KeyKind } from '../model/identity.ts';
import type { ImportCounts, ImportedFile, Refusals } from '../model/imported.ts';
import type { Member } from '../model/member.ts';
import type { Place } from '../model/order.ts';
import type { ListPages, OrderClaim } from '../model/order-claim.ts';
import type { OrderWithCases } from '../model/order-cases.ts';
import type { Platform } from '../model/platform.ts';
import type { Benchmarks } from '../model/profile.ts';
import type { Review } from '../model/review.ts';
import type { SeenCoupon } from '../model/seen-coupon.ts';
import type { ToDoCounter } from '../model/to-do-counter.ts';

export interface OrderRecord extends OrderWithCases {
  /** `${platform}:${orderId}`: order ids are unique on their platform, whoever's shop it is. */
  id: string;
  platform: Platform;
  shopId: string;
  /** Whose purchase it counts as. Null for a buyer of whom only a mask was seen: counted, not tiered. */
  customerId: string | null;
  /** The customer as pages alone tell them, null for a mask; left out where no link says more. */
  ownId?: string | null;
  /** Further keys of the buyer that pages showed for this order. */
  otherKeys?: OtherKey[];
  /** What an order of a mask showed beside it, to tell buyers of one mask apart. */
  clues?: OrderClues;
  /** The order id backwards, so that its tail can be looked up by index. */
  reversedId: string;
  /** When the stored state was seen on a page, epoch ms. */
  seenAt: number;
  /** When the export was written that says what was paid back (epoch ms); left out where that is `seenAt`. */
  refundSeenAt?: number;
  /** The import whose file brought what stands here; left out once a page showed the order, too. */
  fromFile?: string;
}

/** A key of another namespace than the one the order's buyer is known by. */
export interface OtherKey {
  customerId: string;
  kind: KeyKind;
}

export interface OrderClues {
  /** Keyed hash of the last four digits of the phone, with the secret of this installation. */
  phoneHash: string | null;
  place: Place | null;
}

/** A row of a page that names an order: which one, whose it is, and when it was seen so. */
interface AboutOrder {
  /** `${platform}:${orderId}`, whether or not that order was seen. */
  orderRecordId: string;
  shopId: string;
  /** The buyer as this row shows them; null for a mask: then the order tells. */
  customerId: string | null;
  seenAt: number;
}

export interface AfterSaleRecord extends Omit<AfterSale, 'buyer'>, AboutOrder, SeenEnd {
  /** `${platform}:${caseId}`. */
  id: string;
  /** As of an order. */
  fromFile?: string;
}

export interface ReviewRecord extends Omit<Review, 'buyerKey'>, AboutOrder {
  /** `${platform}:${orderId}:${lineId}`. */
  id: string;
}

export interface SeenCouponRecord extends SeenCoupon {
  /** `${shopId}|${couponId}`, or its words and amounts where the page shows no number. */
  id: string;
  shopId: string;
  seenAt: number;
}

/** What the platform's own list says of a customer. */
export interface MemberRecord extends Omit<Member, 'buyer'> {
  customerId: string;
  shopId: string;
  seenAt: number;
}

export interface CounterRecord extends ToDoCounter {
  /** `${shopId}|${counterId}`. */
  id: string;
  shopId: string;
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

/**
 * Two parties of a shop that pages prove, or a person said, to be one buyer or two. A party is a customer by id, or one masked
 * order by the id of its record. What only adds up is not stored: it is computed when asked.
 */
export interface LinkRecord {
  /** Both parties, the smaller first: `${left}|${right}`. */
  id: string;
  shopId: string;
  parties: [string, string];
  /** By what each party is known; null for a masked order, and where nothing proves the link. */
  kinds: [KeyKind | 'nick' | null, KeyKind | 'nick' | null];
  /** Orders that were seen with the keys of both. */
  provenBy: string[];
  /** What a person said last and did not take back. */
  decision: 'confirmed' | 'refused' | null;
  /** The event that said so, for an undo. */
  eventId: string | null;
  newCustomerId: string | null;
}

/** A party that links make part of a customer. Derived from the links that hold. */
export interface LinkedPartyRecord {
  party: string;
  shopId: string;
  customerId: string;
}

/** How many orders of a shop are of buyers whose name begins with this character: how much it tells that two begin alike. */
export interface NameCountRecord {
  /** `${shopId}|${character}`; without a character: orders with a name in all. */
  id: string;
  count: number;
}

/** A piece of one shop's purchases as bytes (`lib/insight/ledger`), ascending by customer id. */
export interface ColumnChunkRecord {
  /** `${generation}|${shopId}|${number}`, both numbers of fixed width: chunks of a shop sort as they follow each other. */
  id: string;
  /** Only the chunks of the generation that `meta` names are in use; those of the next are being built. */
  generation: number;
  shopId: string;
  bytes: ArrayBuffer;
}

/** The purchases of customers that changed after the chunks were written: their rows stand over those there, the last one of each customer. */
export interface PatchListRecord {
  /** Counted on by the database. */
  sequence: number;
  shopId: string;
  /** Of so many. */
  customers: number;
  /** A ledger of a row for each; without orders where none is left. */
  bytes: ArrayBuffer;
}

/** What was seen of a shop as a whole; kept up with every order, so that nothing needs to be counted. */
export interface CoverageRecord {
  shopId: string;
  /** Orders whose buyer is only a mask. */
  maskedOrders: number;
  /** The last day on which an order list was looked at: silence after it is ours, not the customers'. */
  asOfDay: number;
  /** The days of which orders were seen on some page: ascending, apart, both ends included. */
  spans: (readonly [fromDay: number, toDay: number])[];
  /** Orders by the day on which they were placed. */
  ordersByDay: Record<number, number>;
  /** What the console says of all orders. */
  claims: OrderClaim[];
  list: ListPages | null;
  /** What is known of the days without imports that can be taken back; left out as long as there is none. */
  withoutImports?: Pick<CoverageRecord, 'spans' | 'asOfDay'>;
}

export interface BenchmarksRecord extends Benchmarks {
  shopId: string;
  computedAt: number;
}

/** The purchase models fitted to one shop, with their back-test. */
export interface ShopModelRecord {
  shopId: string;
  fittedAt: number;
  /** As the insight room made it; of another version it is not read but fitted anew. */
  model: unknown;
}

/** Of what one portion of a file told, kept until its import is finished with: what is needed to go back to before. */
export interface UndoStepRecord {
  /** `${importId}|${number of the portion}`, the number of fixed width. */
  id: string;
  orderIds: string[];
  caseIds: string[];
  /** Customers that it made or changed. */
  customerIds: string[];
  /** What stood under a nick and went to the customer who is known to have it. */
  nickMoves: { from: string; to: string; shopId: string; orders: string[]; cases: string[]; reviews: string[] }[];
}

/** A file on its way into the store, or lately come there. */
export interface ImportJobRecord {
  /** `import|${importId}`. */
  id: `import|${string}`;
  importId: string;
  /** What the file is: the same one goes on where it stopped. */
  file: ImportedFile;
  kind: string;
  platform: Platform;
  shopId: string;
  shopName: string | null;
  /** The shop was made for this file. */
  madeShop: boolean;
  /** `running` until all of it is in, or no more is wanted. */
  state: 'running' | 'ending' | 'done' | 'undoing';
  /** The state that the file shows is of this time, epoch ms. */
  seenAt: number;
  startedAt: number;
  /** Portions that are in the store. */
  portions: number;
  /** Rows of the file that these reach. */
  rows: number;
  counts: ImportCounts;
  refusals: Refusals;
  /** First and last day on which its orders were placed; null before any. */
  days: [from: number, to: number] | null;
  /** Its days stand in the shop's coverage. */
  saysDays: boolean;
}

/** Long work that goes on where a stopped worker left it. */
export type JobRecord =
  /** A restore that is under way, or was broken off: the store may lack records, until all came and it is ending. */
  | { id: 'restore'; taken?: Record<string, number>; left?: Record<string, number>; isEnding?: true }
  | ImportJobRecord
  | { id: 'rebuildColumns'; generation: number; afterCustomerId: string; chunks: number }
  | { id: `fit|${string}`; shopId: string; asOfDay: number; horizonDays: number; done: Record<string, unknown> };

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
  /** How often each value was there, over all pages opened that day; left out of days before it was counted. */
  fields?: FieldCounts;
}

/** Customers of a shop whose columns wait to be computed anew; written together with the orders, so that a killed worker goes on. */
export interface DirtyListRecord {
  /** Counted on by the database. */
  sequence: number;
  shopId: string;
  customerIds: string[];
}

export interface MetaRecord {
  name:
    | 'identitySecret'
    /** The lock of names and notes (`lock-record.ts`); none as long as nobody set one. */
    | 'lock'
    | 'device'
    | 'logicalTime'
    | 'columnsGeneration'
    | 'columnsVersion'
    | 'columnsBase'
    | 'columnsPatched'
    /** Since when the store holds something, epoch ms: the browser's settings know it, too. */
    | 'heldSince';
  value: string | number;
}
