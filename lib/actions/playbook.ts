/** A playbook row: for whom, what, why. Data with its source; the interpreter is `suggest`. */
import { clauseSchema } from '../insight/tiers/clause-schema.ts';
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';
import { jobs } from './job.ts';
import { offerSchema } from './offer-schema.ts';

/** What puts a customer on a day's list. */
const dueSchema = z.object({
  job: z.enum(jobs),
  /** Holds on the days on which it is time, beside the playbook's own conditions. */
  all: z.array(clauseSchema),
  /** Not again within so many days after a contact that it led to. */
  everyDays: z.number().int().positive(),
});

export const playbookSchema = z.object({
  id: z.string().min(1),
  source: z.array(z.string()).min(1),
  label: labelSchema,
  /** What the person does, in one sentence. */
  advice: labelSchema,
  /** Customer's tier must be among these; empty: any. */
  tierIds: z.array(z.string()),
  all: z.array(clauseSchema),
  offer: offerSchema.nullable(),
  /** Reply scene that goes with it. */
  sceneId: z.string().nullable(),
  /** Null for what is of use only while the customer is there. */
  due: dueSchema.nullable(),
});
export type Playbook = z.infer<typeof playbookSchema>;
