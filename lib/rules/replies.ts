/** The shipped reply templates, their scenes and variables, and the words that tell a scene. */
import { z } from '../model/zod.ts';
import { askedTopicSchema, type AskedTopic } from '../replies/asked-topic-schema.ts';
import type { ReplyTemplate } from '../replies/reply-template.ts';
import { replyTopicsSchema } from '../replies/reply-topic-schema.ts';
import {
  promiseRulesSchema,
  structurePartSchema,
  type PromiseRules,
  type StructurePart,
} from '../replies/promise-schema.ts';
import { replyVariableSchema, type ReplyVariable } from '../replies/reply-variable.ts';
import {
  replySceneSchema,
  sceneWeightsSchema,
  sceneWordsSchema,
  spellingSchema,
  type SceneRules,
} from '../replies/scene-schema.ts';
import { checked } from './checked.ts';
import asked from './replies/asked-topics.json' with { type: 'json' };
import promises from './replies/promises.json' with { type: 'json' };
import weights from './replies/scene-weights.json' with { type: 'json' };
import scenes from './replies/scenes.json' with { type: 'json' };
import spellings from './replies/spellings.json' with { type: 'json' };
import structure from './replies/structure.json' with { type: 'json' };
import afterSign from './replies/templates/after-sign.json' with { type: 'json' };
import birthday from './replies/templates/birthday.json' with { type: 'json' };
import complaint from './replies/templates/complaint.json' with { type: 'json' };
import coupon from './replies/templates/coupon.json' with { type: 'json' };
import damaged from './replies/templates/damaged.json' with { type: 'json' };
import earlyAccess from './replies/templates/early-access.json' with { type: 'json' };
import exchange from './replies/templates/exchange.json' with { type: 'json' };
import festival from './replies/templates/festival.json' with { type: 'json' };
import invoice from './replies/templates/invoice.json' with { type: 'json' };
import late from './replies/templates/late.json' with { type: 'json' };
import liveThanks from './replies/templates/live-thanks.json' with { type: 'json' };
import missing from './replies/templates/missing.json' with { type: 'json' };
import negotiation from './replies/templates/negotiation.json' with { type: 'json' };
import optOut from './replies/templates/opt-out.json' with { type: 'json' };
import order from './replies/templates/order.json' with { type: 'json' };
import points from './replies/templates/points.json' with { type: 'json' };
import pointsExpiry from './replies/templates/points-expiry.json' with { type: 'json' };
import presale from './replies/templates/presale.json' with { type: 'json' };
import priceProtection from './replies/templates/price-protection.json' with { type: 'json' };
import progress from './replies/templates/progress.json' with { type: 'json' };
import quality from './replies/templates/quality.json' with { type: 'json' };
import refund from './replies/templates/refund.json' with { type: 'json' };
import repurchase from './replies/templates/repurchase.json' with { type: 'json' };
import shipping from './replies/templates/shipping.json' with { type: 'json' };
import size from './replies/templates/size.json' with { type: 'json' };
import survey from './replies/templates/survey.json' with { type: 'json' };
import thanks from './replies/templates/thanks.json' with { type: 'json' };
import wakeUp from './replies/templates/wake-up.json' with { type: 'json' };
import variables from './replies/variables.json' with { type: 'json' };
import words from './replies/words.json' with { type: 'json' };

/** Which replies answer what a buyer asks for. */
export const topicWords: readonly AskedTopic[] = checked(z.array(askedTopicSchema), asked);

const specific = new Set(topicWords.flatMap(({ topics }) => topics));

export const replyTemplates: readonly ReplyTemplate[] = checked(replyTopicsSchema, [
  ...presale,
  ...order,
  ...shipping,
  ...late,
  ...afterSign,
  ...damaged,
  ...missing,
  ...quality,
  ...size,
  ...invoice,
  ...refund,
  ...exchange,
  ...coupon,
  ...priceProtection,
  ...complaint,
  ...progress,
  ...negotiation,
  ...thanks,
  ...wakeUp,
  ...repurchase,
  ...earlyAccess,
  ...birthday,
  ...festival,
  ...liveThanks,
  ...points,
  ...pointsExpiry,
  ...survey,
  ...optOut,
]).map((template) => ({ ...template, isSpecific: specific.has(template.topic) }));

export const sceneRules: SceneRules = {
  scenes: checked(z.array(replySceneSchema), scenes),
  words: checked(sceneWordsSchema, words),
  spellings: checked(z.array(spellingSchema), spellings),
  weights: checked(sceneWeightsSchema, weights),
};

export const replyVariables: readonly ReplyVariable[] = checked(z.array(replyVariableSchema), variables);

export const promiseRules: PromiseRules = checked(promiseRulesSchema, promises);

export const structureParts: readonly StructurePart[] = checked(z.array(structurePartSchema), structure);
