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
  /** Beside the set by which it is found. */
  needs: readonly OneOf[];
}

interface Shelf {
  triggers: readonly IndexedTrigger[];
  /** UTF-16 unit -> numbers of the triggers that it may call up. */
  byUnit: ReadonlyMap<number, readonly number[]>;
  /** Of which nothing can be told beforehand. */
  always: readonly number[];
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
  const byUnit = new Map<number, number[]>();
  const always: number[] = [];
  for (const [number, { needs }] of triggers.entries()) {
    const [strictest] = needs.all;
    if (!strictest) always.push(number);
    for (const unit of new Set(strictest)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), number]);
  }
  return {
    triggers: triggers.map(({ rule, trigger, needs }) => ({ rule, trigger, needs: needs.all.slice(1) })),
    byUnit,
    always,
  };
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

function matchOn(
  { triggers, byUnit, always }: Shelf,
  text: string,
  offset: number,
  take: (rule: CompiledRule, trigger: CompiledTrigger, hit: Hit) => boolean,
): void {
  const called = new Set(always);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (present[unit] === 1) continue;
    present[unit] = 1;
    const found = byUnit.get(unit);
    if (found) for (const number of found) called.add(number);
  }
  const runnable = [...called].filter((number) => triggers[number]!.needs.every(isMet));
  for (let at = 0; at < text.length; at += 1) present[text.charCodeAt(at)] = 0;
  for (const number of runnable) {
    const { rule, trigger } = triggers[number]!;
    scan(trigger.pattern, text, ({ start, end }) => take(rule, trigger, { start: start + offset, end: end + offset }));
  }
}

function isMet(oneOf: OneOf): boolean {
  for (let at = 0; at < oneOf.length; at += 1) if (present[oneOf[at]!] === 1) return true;
  return false;
}
