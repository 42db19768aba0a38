/** The made-up shop of the guided tour, as a table: who buys what how often. */
import { z } from './zod.ts';

const daysSchema = z.number().int().min(0).max(400);

export const sampleShopSchema = z.object({
  /** The account under which its pages would be signed in. */
  account: z.string().min(1),
  articles: z.array(z.object({ title: z.string().startsWith('示例'), priceFen: z.number().int().positive() })).min(1),
  /** Buyers' accounts are made of these words, behind the mark that nobody takes for a buyer's own. */
  names: z.array(z.string().min(1)).min(1),
  kinds: z
    .array(
      z.object({
        id: z.string().min(1),
        people: z.number().int().positive(),
        /** Days since the newest order: of the first of them, and how many more with each of the others. */
        lastDaysAgo: daysSchema,
        daysApart: daysSchema,
        orders: z.number().int().positive(),
        /** Between the orders of one of them. */
        everyDays: daysSchema,
        /** Of `articles`, counted from 0. */
        article: z.number().int().min(0),
        quantity: z.number().int().positive(),
        /** The newest order has an open after-sale case. */
        hasCase: z.boolean(),
      }),
    )
    .min(1),
  /** What the first buyer with a case says in the chat of the tour. */
  chat: z.array(z.object({ from: z.enum(['buyer', 'seller']), text: z.string().min(1) })).min(1),
  /** The segment that the tour counts, as a line. */
  segment: z.string().min(1),
});
export type SampleShop = z.infer<typeof sampleShopSchema>;
