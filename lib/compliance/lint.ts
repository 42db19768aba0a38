import type { OrderStage } from '../model/order-stage.ts';
import type { Platform } from '../model/platform.ts';
import { isCancelled } from './cancelling.ts';
import type { CompiledRule, CompiledTrigger } from './compile-rule.ts';
import type { CompliancePack } from './compliance-pack.ts';
import type { Channel, ComplianceLabel, ComplianceRule, RuleSource, Severity } from './compliance-rule.ts';
import { foldText } from './fold.ts';
import { framesNamed } from './frame-shelf.ts';
import { boundsOf, fillFrame } from './frames.ts';
import { mentionsIn, type Mentions } from './mentions.ts';
import { matchAll } from './pattern-shelf.ts';
import { indexRules, type IndexedPattern, type RuleIndex } from './rule-index.ts';
import type { Hit } from './scan.ts';
import { hear, loudestRun, oddsFor, type HeardPart } from './sense/sense.ts';

/** A place in a text that a rule objects to; `start` and `end` are positions in the text as written (UTF-16 units). */
export interface Finding {
  ruleId: string;
  label: ComplianceLabel;
  severity: Severity;
  start: number;
  end: number;
  source: RuleSource;
  rewrite: string;
  name: { zh: string; en: string };
}

interface RuleHit extends Hit {
  severity: Severity;
}

const severityOrder: readonly Severity[] = ['hint', 'warn', 'block'];

export interface LintContext {
  platform: Platform;
  /** Where the text goes; null or left out when that is not known. */
  channel?: Channel | null | undefined;
  /** How far the order has come that the text is about; null or left out when that is not known. */
  stage?: OrderStage | null | undefined;
}

/**
 * What the rules of a platform find in a text for a buyer, by position. Overlapping hits of one rule are one finding, as
 * severe as the worst of them. For reference, not legal advice.
 */
export function lint(text: string, pack: CompliancePack, context: LintContext): Finding[] {
  const folded = foldText(text);
  const index = indexRules(pack, context.platform);
  /** Null of rules that the message silences. */
  const hitsBy = new Map<ComplianceRule, RuleHit[] | null>();
  /** Labels of which a rule found words and let them pass. */
  const spared = new Set<ComplianceLabel>();
  const channel = context.channel ?? null;
  const isAsked = (owner: IndexedPattern | number) =>
    typeof owner === 'number' || isMeantFor(owner.rule, owner.trigger, context);
  const mentions = mentionsIn(folded.text, index.lexicon);
  const take = (compiled: CompiledRule, trigger: CompiledTrigger, hit: Hit): boolean => {
    if (isCancelled(folded.text, hit, compiled)) {
      spared.add(compiled.rule.label);
      return false;
    }
    const known = hitsBy.get(compiled.rule);
    const hits = known === undefined ? (isSilenced(folded.text, compiled) ? null : []) : known;
    if (known === undefined) hitsBy.set(compiled.rule, hits);
    hits?.push({ ...hit, severity: trigger.severity });
    return hits !== null;
  };
  matchAll(index.patterns, folded.text, isAsked, (owner, hit) => {
    if (typeof owner === 'number') {
      mentions.add(owner, hit);
      return true;
    }
    const { rule, trigger } = owner;
    if (trigger.check?.(folded.text.slice(hit.start, hit.end)) === false) return false;
    return take(rule, trigger, hit);
  });
  fillFrames(index, mentions, folded.text, context, take);
  const heard = index.sense ? hear(index.sense, folded.text, channel) : [];
  listen(index, heard, folded.text, context, () => new Set([...spared, ...labelsFound(hitsBy)]), take);
  if (hitsBy.size === 0) return [];
  const { starts, ends } = folded.places();
  return [...hitsBy]
    .flatMap(([rule, hits]) =>
      mergeOverlapping(hits ?? []).map((hit) =>
        findingOf(rule, believed(rule, hit, heard, pack), starts[hit.start]!, ends[hit.end - 1]!),
      ),
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.ruleId.localeCompare(b.ruleId));
}

/** Whether a trigger holds for where the text goes, and for the order that it is about. */
function isMeantFor({ rule }: CompiledRule, { onlyIn, atStages }: CompiledTrigger, context: LintContext): boolean {
  const { channel = null, stage = null } = context;
  if (stage !== null && !(atStages?.includes(stage) ?? true)) return false;
  if (channel === null) return onlyIn === null;
  return (rule.channels?.includes(channel) ?? true) && (onlyIn?.includes(channel) ?? true);
}

function fillFrames(
  { frames }: RuleIndex,
  mentions: Mentions,
  text: string,
  context: LintContext,
  take: (compiled: CompiledRule, trigger: CompiledTrigger, hit: Hit) => boolean,
): void {
  const called = framesNamed(frames, mentions);
  if (called.size === 0) return;
  const bounds = boundsOf(text);
  for (const { rule, trigger } of called)
    if (isMeantFor(rule, trigger, context))
      fillFrame(trigger.frame, mentions, bounds, (hit) => take(rule, trigger, hit));
}

/** Labels that need not be listened for: a rule warns of them, or is what the shop made of it. */
function labelsFound(hitsBy: ReadonlyMap<ComplianceRule, readonly RuleHit[] | null>): ComplianceLabel[] {
  return [...hitsBy].flatMap(([{ label, isCertain }, hits]) =>
    hits?.some(({ severity }) => isCertain || severity !== 'hint') ? [label] : [],
  );
}

/**
 * Takes what is meant where the words of no rule say more.
 * @param knownLabels of which rules found words, whether they warn of them or let them pass
 */
function listen(
  { sense, listening }: RuleIndex,
  heard: readonly HeardPart[],
  text: string,
  context: LintContext,
  knownLabels: () => ReadonlySet<ComplianceLabel>,
  take: (compiled: CompiledRule, trigger: CompiledTrigger, hit: Hit) => boolean,
): void {
  // Of most messages nothing is heard.
  if (!sense || !heard.some(({ odds }) => odds.some((each) => each >= sense.weights.found))) return;
  const known = knownLabels();
  for (const { rule, trigger } of listening) {
    const { label } = rule.rule;
    const isLoud = (part: HeardPart) => oddsFor(part, label) >= sense.weights.found;
    if (!heard.some(isLoud) || known.has(label) || !isMeantFor(rule, trigger, context)) continue;
    // What the shop allows is not heard.
    const rest = rule.neighbours
      ? text.replace(rule.neighbours.pattern, (allowed) => ' '.repeat(allowed.length))
      : text;
    for (const part of rest === text ? heard : hear(sense, rest, context.channel ?? null))
      if (isLoud(part)) take(rule, trigger, loudestRun(sense, rest, part, label));
  }
}

/** Words of a rule that stand in a sentence of quite another sense are a hint. */
function believed(rule: ComplianceRule, hit: RuleHit, heard: readonly HeardPart[], { sense }: CompliancePack): RuleHit {
  if (hit.severity === 'hint' || rule.isCertain || !sense) return hit;
  const part = heard.find(({ end }) => hit.start < end);
  return part && oddsFor(part, rule.label) < sense.doubted ? { ...hit, severity: 'hint' } : hit;
}

function isSilenced(text: string, { silencers }: CompiledRule): boolean {
  return silencers.some((silencer) => text.search(silencer) >= 0);
}

function mergeOverlapping(hits: readonly RuleHit[]): RuleHit[] {
  const merged: RuleHit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && hit.start < last.end) {
      last.end = Math.max(last.end, hit.end);
      last.severity = worse(last.severity, hit.severity);
    } else merged.push({ ...hit });
  }
  return merged;
}

function worse(a: Severity, b: Severity): Severity {
  return severityOrder.indexOf(a) > severityOrder.indexOf(b) ? a : b;
}

function findingOf(rule: ComplianceRule, hit: RuleHit, start: number, end: number): Finding {
  const { id, label, source, rewrite, name } = rule;
  return { ruleId: id, label, severity: hit.severity, start, end, source, rewrite, name };
}
