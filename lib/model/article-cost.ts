/** What articles cost the shop, as a file of its own says: one list per file, later lists over earlier ones. */
import { fenSchema } from './fen-schema.ts';
import { MAX_COSTS } from './limits.ts';
import { z } from './zod.ts';

export const articleCostSchema = z
  .object({
    /** The platform's number of the article. */
    skuId: z.string().min(1).max(40).nullable(),
    title: z.string().min(1).max(500).nullable(),
    /** Of one piece. */
    costFen: fenSchema,
  })
  .refine(({ skuId, title }) => skuId !== null || title !== null, 'an article is known by its number or its title');
export type ArticleCost = z.infer<typeof articleCostSchema>;

export const costListSchema = z.object({
  listId: z.string().min(1).max(60),
  shopId: z.string().min(1),
  fileName: z.string().min(1).max(200),
  costs: z.array(articleCostSchema).min(1).max(MAX_COSTS),
});
export type CostList = z.infer<typeof costListSchema>;
