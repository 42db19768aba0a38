/** Shipped replies as data: one topic, said in every tone. */
import { labelSchema } from '../model/label.ts';
import { toneSchema } from '../model/own-template.ts';
import { platformSchema } from '../model/platform.ts';
import { z } from '../model/zod.ts';
import { orderStageSchema } from '../model/order-stage.ts';
import { hasStrayBrace, placeholdersOf } from './placeholders.ts';
import type { ReplyTemplate } from './reply-template.ts';

const textSchema = z
  .string()
  .min(1)
  .max(500)
  .refine(
    (text) => !hasStrayBrace(text),
    'expected braces only around a variable name such as {itemTitle}; remove the others',
  );

const replyTopicSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected a kebab-case id such as damaged-reship'),
    scene: z.string().min(1),
    label: labelSchema,
    platforms: z.array(platformSchema).min(1),
    /** Empty: for every tier. */
    tierIds: z.array(z.string().min(1)),
    /** Where an order must stand; empty: anywhere. */
    stages: z.array(orderStageSchema),
    /** What has to be known or filled in first, the same for every tone. */
    variables: z.array(z.string().min(1)),
    /** The practice the wording follows, by its id. */
    source: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'expected the id of a practice such as TPL-07'),
    owner: z.string().min(1),
    /** Shipped wording has no end. */
    expiresDay: z.null(),
    texts: z.record(toneSchema, textSchema),
  })
  .refine(
    ({ texts, variables }) =>
      Object.values(texts).every((text) => placeholdersOf(text).toSorted().join() === variables.toSorted().join()),
    'expected the text of every tone to ask for exactly the declared variables',
  );

/** Topics in, one template for each tone out. */
export const replyTopicsSchema = z.array(replyTopicSchema).transform((topics) =>
  topics.flatMap(({ id, texts, ...topic }) =>
    toneSchema.options.map((tone): ReplyTemplate => {
      return { ...topic, id: `${id}-${tone}`, topic: id, tone, text: texts[tone], group: null };
    }),
  ),
);
