/** What a reader makes of one page: the orders and the chat it could read for certain, and every loss by name. */
import { z } from './zod.ts';
import type { Order } from './order.ts';
import { platformSchema, type Platform } from './platform.ts';

export const pageNameSchema = z.enum(['order-list', 'order-detail', 'chat', 'blocked', 'unknown']);
export type PageName = z.infer<typeof pageNameSchema>;

/** A value that could not be read for certain. `row` counts from 1 within the page; absent when the page as a whole is meant. */
export const rejectSchema = z.object({ what: z.string().max(120), row: z.number().int().positive().optional() });
export type Reject = z.infer<typeof rejectSchema>;

/** `rows`: how many orders the page shows; `read`: how many of them were read in full. */
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

export const chatMessageSchema = z.object({ from: z.enum(['buyer', 'seller', 'system']), text: z.string().max(2000) });
export type ChatMessage = z.infer<typeof chatMessageSchema>;

export const chatSchema = z.object({
  customer: z.object({ display: z.string().min(1).max(100), key: z.string().min(1).max(100) }).nullable(),
  messages: z.array(chatMessageSchema).max(50),
  /** A text box is there to fill. */
  editor: z.boolean(),
  /** The selected row, the header and the messages belong to one customer. */
  settled: z.boolean(),
  /** Buyer ids of the conversations in the open list, top first. */
  conversations: z.array(z.string().min(1).max(100)).max(500),
});
export type Chat = z.infer<typeof chatSchema>;

/** One reading of one page, as a reader returns it. */
export interface CaptureBatch {
  platform: Platform | null;
  page: PageName;
  shopHints: ShopHint[];
  orders: Order[];
  chat: Chat | null;
  rejects: Reject[];
  health: Health;
}

/**
 * What the page's script reports to the background. `orders` are the rows that changed since the last report and are
 * checked one by one on arrival; `orderIds` is every order now on the page, in page order.
 */
export const pageReportSchema = z.object({
  platform: platformSchema.nullable(),
  page: pageNameSchema,
  observedAt: z.number().int().positive(),
  shopHints: z.array(shopHintSchema).max(10),
  orders: z.array(z.unknown()).max(500),
  orderIds: z.array(z.string().max(40)).max(500),
  chat: chatSchema.nullable(),
  rejects: z.array(rejectSchema).max(1000),
  health: healthSchema,
});
export type PageReport = z.infer<typeof pageReportSchema>;
