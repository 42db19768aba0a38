/** What a reader makes of one page: what it could read for certain, by kind, and every loss by name. */
import type { AfterSale } from './after-sale.ts';
import { fieldNames } from './field-counts.ts';
import type { Member } from './member.ts';
import type { SeenOrder } from './order.ts';
import { platformSchema, type Platform } from './platform.ts';
import type { Review } from './review.ts';
import type { SeenCoupon } from './seen-coupon.ts';
import type { ToDoCounter } from './to-do-counter.ts';
import { z } from './zod.ts';

export const pageNameSchema = z.enum([
  'order-list',
  'order-detail',
  'after-sale-list',
  'review-list',
  'coupon-list',
  'member-list',
  'home',
  'chat',
  'chat-history',
  'blocked',
  'unknown',
]);
export type PageName = z.infer<typeof pageNameSchema>;

/** A value that could not be read for certain. `row` counts from 1 within the page; absent when the page as a whole is meant. */
export const rejectSchema = z.object({ what: z.string().max(120), row: z.number().int().positive().optional() });
export type Reject = z.infer<typeof rejectSchema>;

/** `rows`: how many orders (cases, reviews, …) the page shows; `read`: how many of them were read in full. */
export const healthSchema = z.object({ rows: z.number().int().nonnegative(), read: z.number().int().nonnegative() });
export type Health = z.infer<typeof healthSchema>;

/**
 * What a page says about whose shop it is. One shop has several: the chat names the `vender` id, the console's frame the
 * signed-in `account` and sometimes the shop's `name`.
 */
export const shopHintSchema = z.object({
  kind: z.enum(['vender', 'account', 'name']),
  value: z.string().min(1).max(100),
});
export type ShopHint = z.infer<typeof shopHintSchema>;

export const chatMessageSchema = z.object({
  from: z.enum(['buyer', 'seller', 'system']),
  text: z.string().max(2000),
  /** When, epoch ms; left out where the page does not say the day. */
  at: z.number().int().positive().optional(),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

export const chatSchema = z.object({
  /** `key`: the platform's stable id; null where the page shows the nick alone. */
  customer: z.object({ display: z.string().min(1).max(100), key: z.string().min(1).max(100).nullable() }).nullable(),
  messages: z.array(chatMessageSchema).max(50),
  /** A text box is there to fill. */
  editor: z.boolean(),
  /** The selected row, the header and the messages belong to one customer. */
  settled: z.boolean(),
  /** Buyer ids of the conversations in the open list, top first. */
  conversations: z.array(z.string().min(1).max(100)).max(500),
});
export type Chat = z.infer<typeof chatSchema>;

const countSchema = z.number().int().nonnegative();

/** What a list says of itself. */
export const pageTotalsSchema = z.object({
  /** How many orders there are under the filter. */
  total: countSchema.max(100_000_000),
  /** From 1; null where it is not said. */
  page: z.number().int().positive().max(1_000_000).nullable(),
  pageSize: z.number().int().positive().max(500).nullable(),
  /** `all` only where nothing but days limits the list; null for a filter that is not known: then the total says nothing of a day. */
  filter: z.literal('all').nullable(),
  /** The days of the filter, both included; null where they are not said. */
  days: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** Or so many days back from today (近三个月). */
  lastDays: z.number().int().positive().max(4000).nullable(),
});
export type PageTotals = z.infer<typeof pageTotalsSchema>;

/** What pages show, by kind; a page shows one kind, or two (orders with their cases). */
export interface Captured {
  orders: SeenOrder[];
  afterSales: AfterSale[];
  reviews: Review[];
  coupons: SeenCoupon[];
  members: Member[];
  counters: ToDoCounter[];
}

/** One reading of one page, as a reader returns it. */
export interface CaptureBatch extends Captured {
  platform: Platform | null;
  page: PageName;
  shopHints: ShopHint[];
  chat: Chat | null;
  rejects: Reject[];
  health: Health;
  /** Of lists that say it. */
  totals?: PageTotals | null;
}

const rows = z.array(z.unknown()).max(500);

/**
 * What the page's script reports to the background. `orders` and the other kinds are the rows that changed since the last report
 * and are checked one by one on arrival; `orderIds` is every order that the page shows or names now, in page order.
 */
export const pageReportSchema = z.object({
  platform: platformSchema.nullable(),
  page: pageNameSchema,
  observedAt: z.number().int().positive(),
  shopHints: z.array(shopHintSchema).max(10),
  orders: rows,
  afterSales: rows,
  reviews: rows,
  coupons: rows,
  members: rows,
  counters: rows,
  orderIds: z.array(z.string().max(40)).max(500),
  chat: chatSchema.nullable(),
  rejects: z.array(rejectSchema).max(1000),
  health: healthSchema,
  /** Of all orders on the page, changed or not. */
  fields: z.partialRecord(z.enum(fieldNames), z.tuple([countSchema, countSchema])).optional(),
  totals: pageTotalsSchema.nullable().optional(),
});
export type PageReport = z.infer<typeof pageReportSchema>;
