/** A playbook row: for whom, what, why, when, by whom. Data with its source; the interpreter is `suggest`. */
import { companionKinds } from '../model/article-pair.ts';
import { clauseSchema } from '../insight/tiers/clause-schema.ts';
import { labelSchema } from '../model/label.ts';
import { occasionKinds } from '../model/occasion.ts';
import { z } from '../model/zod.ts';
import { jobs } from './job.ts';
import { offerSchema } from './offer-schema.ts';

/** What puts a customer on a day's list. */
const dueSchema = z.object({
  job: z.enum(jobs),
  /** Holds on the days on which it is time, beside the playbook's own conditions. */
  all: z.array(clauseSchema),
  /** Not again within so many days after a contact that it, or one of its kin, led to. */
  everyDays: z.number().int().positive(),
  /** Ids of playbooks that come to the same for the customer, such as the other arm of a trial. */
  kin: z.array(z.string()),
});

const instantOfOccasionSchema = z.object({ at: z.enum(['start', 'end']), hours: z.number().int() });

/** When an occasion makes it time; it is nobody's otherwise. */
const momentSchema = z.object({
  kinds: z.array(z.enum(occasionKinds)).min(1),
  from: instantOfOccasionSchema,
  to: instantOfOccasionSchema,
  /** Of those who bought on the days of the occasion alone. */
  ofBuyers: z.boolean(),
});
export type PlaybookMoment = z.infer<typeof momentSchema>;

/** What is set to customers within calendar months, and what it brings them. */
const goalSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('monthSpend'), fen: z.number().int().positive(), reward: labelSchema }),
  z.object({ what: z.literal('straightMonths'), months: z.number().int().min(2), reward: labelSchema }),
]);
export type Goal = z.infer<typeof goalSchema>;

/** What so many points are worth at the shop. */
const exchangeSchema = z.object({ points: z.number().int().positive(), worthFen: z.number().int().positive() });

export const playbookSchema = z.object({
  id: z.string().min(1),
  source: z.array(z.string()).min(1),
  label: labelSchema,
  /** What it is called where a right takes the place of its coupon, which is too small (ACT-15); null for what has no coupon. */
  rightLabel: labelSchema.nullable().default(null),
  /** What the person does, in one sentence. */
  advice: labelSchema,
  /** Customer's tier must be among these; empty: any. */
  tierIds: z.array(z.string()),
  all: z.array(clauseSchema),
  offer: offerSchema.nullable(),
  /** An article that goes with what the customer has; null for what needs none. */
  companion: z.enum(companionKinds).nullable(),
  /** Reply scene that goes with it. */
  sceneId: z.string().nullable(),
  /** Null for what is of use only while the customer is there. */
  due: dueSchema.nullable(),
  /** Of what has no `due`: once it was done it leaves the card for so many days. Null for what has one. */
  restDays: z.number().int().positive().nullable().default(null),
  /** Null for what depends on no occasion. */
  moment: momentSchema.nullable(),
  /** How far they are on it stands on the card while the playbook is on. Null for what sets none. */
  goal: goalSchema.nullable().default(null),
  /** It tells of what is still missing out of all they bought: a promise where too little was seen to count. */
  tellsDistance: z.boolean().default(false),
  /** Null for what is not about points. */
  exchange: exchangeSchema.nullable().default(null),
  /** Days from today within which it does good; null for whenever. */
  withinDays: z.number().int().positive().nullable(),
  who: z.enum(['staff', 'manager', 'owner']),
  /** Who follows it takes one of the seats of a trial (ACT-10): it closes when they are gone. */
  takesSeat: z.boolean().default(false),
  /** What it costs beside a person's time. */
  cost: z.enum(['offer', 'gift', 'right', 'time']),
  /** Whether it is on in a shop that said nothing. */
  isOn: z.boolean(),
  /** Where it departs from its source, or what must be known of it. */
  note: labelSchema.nullable(),
});
export type Playbook = z.infer<typeof playbookSchema>;

/** As it stands in a shop: `seatsLeft` null for what takes none. */
export interface SeatedPlaybook extends Playbook {
  seatsLeft?: number | null;
}

/** What a guide advises and we do not, with the rule it breaks. */
export const refusedPlaybookSchema = z.object({
  id: z.string().min(1),
  source: z.array(z.string()).min(1),
  label: labelSchema,
  why: labelSchema,
  /** The law or the platform's rule. */
  law: labelSchema,
  /** Compliance rules that find it in a text. */
  rules: z.array(z.string()),
  instead: labelSchema,
});
