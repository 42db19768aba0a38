/** Why a work order was opened, as data of two levels: what kind of trouble, and which one. */
import { labelSchema } from '../model/label.ts';
import { matterSchema } from '../model/matter.ts';
import { z } from '../model/zod.ts';

const source = z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).min(1);

export const reasonLabelSchema = z.object({
  id: z.string().min(1).max(40),
  label: labelSchema,
  matter: matterSchema,
  source,
  /** Scenes of the replies that begin with this label. */
  sceneIds: z.array(z.string().min(1)),
});

export const reasonGroupSchema = z.object({
  id: z.string().min(1).max(40),
  label: labelSchema,
  source,
  /** The clocks of cross-border sales hold, whatever the shop is. */
  isCrossBorder: z.boolean(),
  labels: z.array(reasonLabelSchema).min(1),
});
export type ReasonGroup = z.infer<typeof reasonGroupSchema>;

/** What can be done about a work order; each is a promise of its kind while it is only planned. */
export const stepSchema = z.object({
  id: z.string().min(1).max(40),
  label: labelSchema,
  /** `answer` stops the clock of the first reply, all others the one of acting. */
  what: z.enum(['answer', 'dispatch', 'refund', 'act']),
  source,
});
