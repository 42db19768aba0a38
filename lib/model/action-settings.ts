/** What a shop decided about its offers; the newest event of a shop holds. */
import { z } from './zod.ts';

export const actionSettingsSchema = z.object({
  /** Least part of what a buyer pays that must stay with the shop after an offer; null for the usual one. */
  marginFloorShare: z.number().min(-0.5).max(0.9).nullable(),
  /** Part of the eligible customers that a trial of a playbook leaves alone, by the playbook's id; others have the usual one. */
  holdOutShares: z.record(z.string(), z.number().min(0.05).max(0.5)),
});
export type ActionSettings = z.infer<typeof actionSettingsSchema>;
