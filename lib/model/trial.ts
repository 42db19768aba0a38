/**
 * A trial of a playbook, as it was started. All that the result rests on is frozen here: who is eligible, how they are dealt out, what
 * was planned. A threshold that is moved later, or a playbook that ships with other words, changes no group.
 */
import { fenSchema } from './fen-schema.ts';
import { z } from './zod.ts';

/** A coupon without its place: what has to be spent, what is taken off, how long it holds. */
export const couponTermsSchema = z.object({
  thresholdFen: fenSchema,
  faceValueFen: fenSchema.positive(),
  validDays: z.number().int().positive().nullable(),
});

const conditionSchema = z.object({
  metric: z.string().min(1).max(40),
  is: z.enum(['=', '>=', '<=', '>', '<']),
  value: z.number(),
});

const armSchema = z.object({
  /** `holdOut` is left alone; `treated` is everybody else; `a` and `b` are compared with each other. */
  armId: z.enum(['holdOut', 'treated', 'a', 'b']),
  share: z.number().min(0.01).max(0.99),
  /** In the place of the playbook's own offer; null for that one. */
  coupon: couponTermsSchema.nullable(),
  /** What staff are to say; null for whatever they would. */
  wording: z.string().trim().min(1).max(200).nullable(),
});
export type TrialArm = z.infer<typeof armSchema>;

export const trialSchema = z
  .object({
    trialId: z.string().min(1).max(60),
    shopId: z.string().min(1),
    playbookId: z.string().min(1).max(60),
    /** The second is compared with the first. */
    arms: z.tuple([armSchema, armSchema]),
    /** The Shanghai day from which on customers are dealt out. */
    startDay: z.number().int().positive(),
    /** Whoever buys within so many days of their first eligible day has returned. */
    horizonDays: z.number().int().min(3).max(180),
    /** Share of the first arm that is expected to return. */
    baseRate: z.number().gt(0).lt(1),
    /** The smallest difference that would be worth it. */
    lift: z.number().min(0.005).max(0.5),
    /** All clauses of `all` hold, and those of one line of `anyOf` where there is any. */
    eligible: z.object({
      all: z.array(conditionSchema).max(40),
      anyOf: z.array(z.array(conditionSchema).max(40)).max(40),
    }),
  })
  .refine(
    ({ arms: [first, second] }) => first.share + second.share < 1.0001,
    'the shares of the arms are at most 1 together',
  )
  .refine(({ baseRate, lift }) => baseRate + lift < 1, 'the rate that is hoped for is below 1')
  .refine(
    ({ arms: [first, second] }) => ['holdOut treated', 'a b'].includes(`${first.armId} ${second.armId}`),
    'the arms are a hold-out and the rest, or a and b',
  );
export type Trial = z.infer<typeof trialSchema>;

/** A difference, and what it lies between whatever chance may do. */
export const intervalSchema = z
  .object({ estimate: z.number(), low: z.number(), high: z.number() })
  .refine(({ low, high }) => low < high, 'an interval has a width');
export type Interval = z.infer<typeof intervalSchema>;
