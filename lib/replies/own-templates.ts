/** A shop's own replies: from the log to the library, and what must be right before one is kept. */
import type { FoundOn } from '../compliance/found-on.ts';
import type { OwnTemplate } from '../model/own-template.ts';
import { hasStrayBrace, placeholdersOf } from './placeholders.ts';
import type { ReplyTemplate } from './reply-template.ts';

/** Own templates are found by an id of their own kind: no shipped one can have it. */
export function ownId(templateId: string): string {
  return `own:${templateId}`;
}

/** As the library offers it. */
export function libraryTemplate(own: OwnTemplate): ReplyTemplate {
  const { templateId, name, group, scene, tone, platforms, text, owner, expiresDay, tierIds = [], stages = [] } = own;
  const id = ownId(templateId);
  return {
    id,
    topic: id,
    scene,
    label: { zh: name, en: name },
    tone,
    platforms,
    tierIds,
    stages,
    text,
    variables: placeholdersOf(text),
    source: null,
    group,
    owner,
    expiresDay,
  };
}

/** What is wrong with a text as a template, for the person to mend; the compliance rules come on top. */
export type TemplateProblem =
  | { kind: 'strayBrace' }
  | { kind: 'unknownVariable'; name: string }
  | { kind: 'unknownScene'; scene: string }
  | { kind: 'unknownTier'; tierId: string };

/** A template that was not saved, and why. */
export interface RefusedTemplate {
  templateId: string;
  problems: TemplateProblem[];
  /** Rules of severity `block` that its text breaks. */
  blocks: FoundOn[];
}

/** A template that may be saved, and what the rules say of its text all the same. */
export interface WarnedTemplate {
  templateId: string;
  findings: FoundOn[];
}

export function problemsOf(
  { text, scene, tierIds = [] }: Pick<OwnTemplate, 'text' | 'scene' | 'tierIds'>,
  known: { variables: readonly string[]; scenes: readonly string[]; tiers: readonly string[] },
): TemplateProblem[] {
  const unknown = placeholdersOf(text).filter((name) => !known.variables.includes(name));
  const noTiers = tierIds.filter((id) => !known.tiers.includes(id));
  return [
    ...(hasStrayBrace(text) ? [{ kind: 'strayBrace' as const }] : []),
    ...unknown.map((name) => ({ kind: 'unknownVariable' as const, name })),
    ...(known.scenes.includes(scene) ? [] : [{ kind: 'unknownScene' as const, scene }]),
    ...noTiers.map((tierId) => ({ kind: 'unknownTier' as const, tierId })),
  ];
}

/** Why a template ought to be looked at again; null while it serves. */
export type Retirement = 'expired' | 'unused' | 'unanswered' | null;

/** So long without use, a template is one that nobody misses. */
export const UNUSED_DAYS = 90;

/** Fewer uses say nothing about whether buyers answer. */
const MIN_AWAITED = 10;
/** A reply that fewer buyers answer is one to look at. */
const FEW_ANSWERS = 0.1;

/**
 * @param lastDay Shanghai day on which it was last used or saved
 * @param answers of so many uses it is known whether the buyer wrote again, and how often they did
 */
export function retirementOf(
  { expiresDay }: Pick<OwnTemplate, 'expiresDay'>,
  lastDay: number,
  today: number,
  { awaited, answered }: { awaited: number; answered: number } = { awaited: 0, answered: 0 },
): Retirement {
  if (expiresDay !== null && expiresDay < today) return 'expired';
  if (today - lastDay >= UNUSED_DAYS) return 'unused';
  return awaited >= MIN_AWAITED && answered <= awaited * FEW_ANSWERS ? 'unanswered' : null;
}
