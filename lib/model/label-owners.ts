/** Who cares for which label of a work order, as a shop says it; the newest event of a shop holds. */
import { MAX_OWNER_CHARS } from './limits.ts';
import { z } from './zod.ts';

/** The name of who looks after something. */
export const ownerSchema = z.string().trim().min(1).max(MAX_OWNER_CHARS);

/** Ids of labels, or of groups of them, of `lib/rules/service`. */
const ownersById = z.record(z.string().min(1).max(40), ownerSchema);

export const labelOwnersSchema = z.object({
  /** Of one label: it goes before its group. */
  labels: ownersById,
  /** Of all labels of a group that have nobody of their own. */
  groups: ownersById,
});
export type LabelOwners = z.infer<typeof labelOwnersSchema>;

export const shopLabelOwnersSchema = z.object({ shopId: z.string().min(1), owners: labelOwnersSchema });
export type ShopLabelOwners = z.infer<typeof shopLabelOwnersSchema>;
