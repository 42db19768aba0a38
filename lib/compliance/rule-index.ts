/**
 * The rules of a platform, arranged so that a text is looked at once: by its characters it calls up the few triggers that could
 * match, sentence by sentence, and only these are run.
 */
import type { Platform } from '../model/platform.ts';
import { compileRule, type CompiledRule, type CompiledTrigger } from './compile-rule.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { needsOf, SENTENCE_ENDS, type OneOf } from './needs.ts';
import { scan, type Hit } from './scan.ts';

interface IndexedTrigger {
  rule: CompiledRule;
  trigger: CompiledTrigger;
  /** Per need its choices one after the other: how many units, then the units. */
  needs: readonly Uint16Array[];
  /** The number of the text that called it up last, so that it is looked at once for each. */
  seenIn: number;
}

interface Shelf {
  /** UTF-16 unit -> the triggers that it calls up. */
  byUnit: ReadonlyMap<number, readonly IndexedTrigger[]>;
  /** Of which nothing can be told beforehand. */
  always: readonly IndexedTrigger[];
}

export interface RuleIndex {
  /** Triggers that stay within a sentence. */
  sentence: Shelf;
  /** Those that look at the message as a whole. */
  message: Shelf;
}

const indexes: Record<Platform, WeakMap<readonly ComplianceRule[], RuleIndex>> = {
  jd: new WeakMap(),
  taobao: new WeakMap(),
};

/** Indexes once per list of rules and platform. */
export function indexRules(rules: readonly ComplianceRule[], platform: Platform): RuleIndex {
  const known = indexes[platform].get(rules);
  if (known) return known;
  const triggers = rules
    .filter((rule) => rule.platforms.includes(platform))
    .map((rule) => compileRule(rule, platform))
    .flatMap((rule) => rule.triggers.map((trigger) => ({ rule, trigger, needs: needsOf(trigger.pattern.source) })));
  const index = {
    sentence: shelve(triggers.filter(({ needs }) => !needs.looksBeyondSentence)),
    message: shelve(triggers.filter(({ needs }) => needs.looksBeyondSentence)),
  };
  indexes[platform].set(rules, index);
  return index;
}

function shelve(
  triggers: readonly { rule: CompiledRule; trigger: CompiledTrigger; needs: { all: readonly OneOf[] } }[],
): Shelf {
  const byUnit = new Map<number, IndexedTrigger[]>();
  const always: IndexedTrigger[] = [];
  for (const { rule, trigger, needs } of triggers) {
    const indexed = { rule, trigger, needs: needs.all.map(flat), seenIn: 0 };
    const [strictest] = needs.all;
    if (!strictest) always.push(indexed);
    for (const unit of new Set(strictest?.map(([rarest]) => rarest!))) {
      const called = byUnit.get(unit);
      if (called) called.push(indexed);
      else byUnit.set(unit, [indexed]);
    }
  }
  return { byUnit, always };
}

function flat(oneOf: OneOf): Uint16Array {
  return Uint16Array.from(oneOf.flatMap((units) => [units.length, ...units]));
}

/**
 * Every match of a trigger in a text, in no particular order.
 * @param text folded
 * @param take as of `scan`; positions are those of the text
 */
export function matchAll(
  index: RuleIndex,
  text: string,
  take: (rule: CompiledRule, trigger: CompiledTrigger, hit: Hit) => boolean,
): void {
  matchOn(index.message, text, 0, take);
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && !SENTENCE_ENDS.includes(text[to]!)) to += 1;
    matchOn(index.sentence, text.slice(from, to), from, take);
    from = to + 1;
  }
}

/** Which UTF-16 units the text at hand has; cleared after use. */
const present = new Uint8Array(0x1_0000);
let textNumber = 0;

function matchOn(
  { byUnit, always }: Shelf,
  text: string,
  offset: number,
  take: (rule: CompiledRule, trigger: CompiledTrigger, hit: Hit) => boolean,
): void {
  textNumber += 1;
  const called = [...always];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (present[unit] === 1) continue;
    present[unit] = 1;
    for (const trigger of byUnit.get(unit) ?? []) {
      if (trigger.seenIn === textNumber) continue;
      trigger.seenIn = textNumber;
      called.push(trigger);
    }
  }
  const runnable = called.filter(({ needs }) => needs.every(isMet));
  for (let at = 0; at < text.length; at += 1) present[text.charCodeAt(at)] = 0;
  for (const { rule, trigger } of runnable)
    scan(trigger.pattern, text, ({ start, end }) => take(rule, trigger, { start: start + offset, end: end + offset }));
}

function isMet(choices: Uint16Array): boolean {
  for (let at = 0; at < choices.length;) {
    const end = at + 1 + choices[at]!;
    at += 1;
    while (at < end && present[choices[at]!] === 1) at += 1;
    if (at === end) return true;
    at = end;
  }
  return false;
}
