/** What people write down of a customer in their own words, as the log keeps it: tags, and one short note. */
import { eventStamp } from './event-stamp.ts';
import { MAX_NOTE_CHARS } from './limits.ts';
import { isTag } from './tag.ts';
import { z } from './zod.ts';

const customerId = z.string().min(1);
const tag = z.string().trim().refine(isTag, 'expected a short word without spaces and signs');

export const customerTagSchema = z.object({ customerId, tag, isOn: z.boolean() });
export type CustomerTag = z.infer<typeof customerTagSchema>;

/** The newest holds; null takes it away. */
export const customerNoteSchema = z.object({
  customerId,
  text: z.string().trim().min(1).max(MAX_NOTE_CHARS).nullable(),
});
export type CustomerNote = z.infer<typeof customerNoteSchema>;

/** Of the event log. */
export const customerNoteEventSchemas = [
  z.object({ ...eventStamp, ...customerTagSchema.shape, kind: z.literal('customerTagged') }),
  z.object({ ...eventStamp, ...customerNoteSchema.shape, kind: z.literal('customerNoted') }),
] as const;
