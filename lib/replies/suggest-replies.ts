import type { Platform } from '../model/platform.ts';
import type { Tone } from '../model/own-template.ts';
import type { AskedTopics } from './asked-topics.ts';
import type { FilledReply } from './fill-fields.ts';
import type { OrderStage } from '../model/order-stage.ts';
import { render, type RenderedReply } from './render.ts';
import { isOwn, type ReplyTemplate } from './reply-template.ts';

/** What became of the buyers who got a reply, where it is known. */
export interface ReplyOutcome {
  uses: number;
  /** Uses that are long enough ago, and what was bought since is known. */
  judged: number;
  /** Of these, how often the customer bought again. */
  boughtAgain: number;
}

/** Why a reply is suggested, as facts for the interface to put into words. */
export type ReplyReason =
  | { kind: 'scene'; sceneId: string }
  /** The buyer's words that it answers. */
  | { kind: 'asked'; words: string }
  | { kind: 'stage'; stage: OrderStage }
  | { kind: 'tier'; tierId: string }
  | { kind: 'own' }
  | { kind: 'outcome'; judged: number; boughtAgain: number }
  | { kind: 'ready' }
  | { kind: 'needs'; names: string[] };

export interface ReplySuggestion {
  template: ReplyTemplate;
  filled: FilledReply;
  rendered: RenderedReply;
  why: ReplyReason[];
}

export interface SuggestRepliesInput {
  templates: readonly ReplyTemplate[];
  /** Best first: as detected, or as the person chose. None: nothing is suggested. */
  sceneIds: readonly string[];
  /** The tiers of this customer. */
  tierIds: readonly string[];
  /** Where the order stands that is spoken of; null when that is not known. */
  stage: OrderStage | null;
  tone: Tone;
  platform: Platform;
  /** By template id. */
  outcomes: ReadonlyMap<string, ReplyOutcome>;
  /** A variable that the words were asked for, such as the right that is given; null or left out for none. */
  about?: string | null;
  /** What the buyer's words ask for; nothing in particular when left out. */
  asked?: AskedTopics;
  /** The Shanghai day on which it is: what has ended is not offered. */
  today: number;
  fill: (template: ReplyTemplate) => FilledReply;
}

/** Fewer judged uses say nothing about a reply. */
const MIN_JUDGED = 10;
/** What is expected of a reply of which nothing is known: a few uses, one in five of them followed by a purchase. */
const PRIOR_JUDGED = 10;
const PRIOR_BOUGHT = 2;

/**
 * The replies that fit platform, scene and tier, each topic once, in the wished tone where it has one. The scenes take turns, so
 * that a buyer with two questions finds both among the first; one that has what was asked for last goes first. Within a scene:
 * what the words were asked for, what the buyer asks for and the shop's own, what fits the order's stage, the tier, what proved itself,
 * what fits many questions before what fits one that nobody asked, the fewest blanks; equal ones keep the order of the library.
 */
export function suggestReplies(input: SuggestRepliesInput): ReplySuggestion[] {
  const fitting = input.templates.filter((template) => fits(template, input));
  const perScene = input.sceneIds.map((sceneId) =>
    byTopic(
      fitting.filter(({ scene }) => scene === sceneId),
      input.tone,
    )
      .map((template) => suggestion(template, input))
      .toSorted((a, b) => compare(a.template, b.template, input) || blanksOf(a) - blanksOf(b)),
  );
  const inTurn = perScene.toSorted((a, b) => Number(answersFirst(b, input)) - Number(answersFirst(a, input)));
  const longest = Math.max(0, ...inTurn.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => inTurn.flatMap((list) => list[turn] ?? [])).flat();
}

function answersFirst([first]: readonly ReplySuggestion[], input: SuggestRepliesInput): boolean {
  return first !== undefined && isAnswer(first.template, input) && input.asked![first.template.topic]!.isSaidLast;
}

/** What the person has to write; what the buyer's words propose is only looked at. */
function blanksOf({ filled }: ReplySuggestion): number {
  return filled.fields.filter(({ proposed }) => proposed === '').length;
}

function fits({ platforms, tierIds, expiresDay }: ReplyTemplate, input: SuggestRepliesInput): boolean {
  if (!platforms.includes(input.platform) || (expiresDay !== null && expiresDay < input.today)) return false;
  return tierIds.length === 0 || tierIds.some((id) => input.tierIds.includes(id));
}

/** One of each topic: the wished tone, else the standard one, else what there is. */
export function byTopic(templates: readonly ReplyTemplate[], tone: Tone): ReplyTemplate[] {
  const rank = (template: ReplyTemplate) => (template.tone === tone ? 0 : template.tone === 'standard' ? 1 : 2);
  return [...Map.groupBy(templates, ({ topic }) => topic).values()].map(
    (same) => same.toSorted((a, b) => rank(a) - rank(b))[0]!,
  );
}

function compare(a: ReplyTemplate, b: ReplyTemplate, input: SuggestRepliesInput): number {
  return (
    Number(isAbout(b, input)) - Number(isAbout(a, input)) ||
    Number(isNear(b, input)) - Number(isNear(a, input)) ||
    stageRank(a, input.stage) - stageRank(b, input.stage) ||
    Number(b.tierIds.length > 0) - Number(a.tierIds.length > 0) ||
    Number(isOwn(b)) - Number(isOwn(a)) ||
    successOf(b, input) - successOf(a, input) ||
    Number(a.isSpecific ?? false) - Number(b.isSpecific ?? false)
  );
}

function isAbout({ variables }: ReplyTemplate, { about = null }: SuggestRepliesInput): boolean {
  return about !== null && variables.includes(about);
}

/** It answers just what the buyer asks, and the order does not stand against it. Who has bought asks before the next purchase, too. */
function isAnswer(template: ReplyTemplate, { asked = {}, stage }: SuggestRepliesInput): boolean {
  const isBeforeBuying = template.stages.every((each) => each === 'unpaid');
  return Object.hasOwn(asked, template.topic) && (isBeforeBuying || stageRank(template, stage) < 2);
}

/** What a shop wrote itself names no words of buyers: where something is asked for, it is not put behind for that. */
function isNear(template: ReplyTemplate, input: SuggestRepliesInput): boolean {
  const mayAnswer = isOwn(template) && Object.keys(input.asked ?? {}).length > 0;
  return isAnswer(template, input) || (mayAnswer && stageRank(template, input.stage) < 2);
}

/** A shop knows when to say its own, and may say where an order must stand for it. */
function stageRank(template: ReplyTemplate, stage: OrderStage | null): number {
  const { stages } = template;
  if (isOwn(template) && stages.length === 0) return 0;
  if (stage === null || stages.length === 0) return 1;
  return stages.includes(stage) ? 0 : 2;
}

/** Share that bought again, drawn towards the usual one while little is known. */
function successOf({ id }: ReplyTemplate, { outcomes }: SuggestRepliesInput): number {
  const { judged, boughtAgain } = outcomes.get(id) ?? { judged: 0, boughtAgain: 0 };
  const counts = judged < MIN_JUDGED ? { judged: 0, boughtAgain: 0 } : { judged, boughtAgain };
  return (counts.boughtAgain + PRIOR_BOUGHT) / (counts.judged + PRIOR_JUDGED);
}

function suggestion(template: ReplyTemplate, input: SuggestRepliesInput): ReplySuggestion {
  const filled = input.fill(template);
  const rendered = render(template, filled.values);
  const why: ReplyReason[] = [{ kind: 'scene', sceneId: template.scene }];
  if (isAnswer(template, input)) why.push({ kind: 'asked', words: input.asked![template.topic]!.words });
  if (input.stage !== null && template.stages.includes(input.stage)) why.push({ kind: 'stage', stage: input.stage });
  const tierId = input.tierIds.find((id) => template.tierIds.includes(id));
  if (tierId !== undefined) why.push({ kind: 'tier', tierId });
  if (isOwn(template)) why.push({ kind: 'own' });
  const outcome = input.outcomes.get(template.id);
  if (outcome && outcome.judged >= MIN_JUDGED)
    why.push({ kind: 'outcome', judged: outcome.judged, boughtAgain: outcome.boughtAgain });
  const names = filled.fields.map(({ name }) => name);
  why.push(names.length === 0 ? { kind: 'ready' } : { kind: 'needs', names });
  return { template, filled, rendered, why };
}
