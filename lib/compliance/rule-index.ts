/**
 * The rules of a platform, arranged so that a text is looked at once: by its characters it calls up the few triggers that could
 * match, sentence by sentence, and only these are run.
 */
import type { Platform } from '../model/platform.ts';
import { compileRule, type CompiledFrame, type CompiledPattern, type CompiledRule } from './compile-rule.ts';
import { conceptsOf, type CompliancePack } from './compliance-pack.ts';
import type { Concepts } from './concept.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { shelvePatterns, type PatternShelf } from './pattern-shelf.ts';
import { soundsOf } from './sounds.ts';

export interface RuleIndex {
  /** Those of rules, and those of concepts with their numbers: on one shelf, for a text is looked at once. */
  patterns: PatternShelf<IndexedPattern | number>;
  lexicon: Lexicon;
  /** By the concepts of one of their slots, of which a text must name one. */
  framesByConcept: ReadonlyMap<number, readonly IndexedFrame[]>;
}

export interface IndexedPattern {
  rule: CompiledRule;
  trigger: CompiledPattern;
}

export interface IndexedFrame {
  rule: CompiledRule;
  trigger: CompiledFrame;
}

/** The words are the same on every platform. */
const lexicons = new WeakMap<CompliancePack, Lexicon>();
const indexes: Record<Platform, WeakMap<CompliancePack, RuleIndex>> = { jd: new WeakMap(), taobao: new WeakMap() };

/** Indexes once per pack and platform. */
export function indexRules(pack: CompliancePack, platform: Platform): RuleIndex {
  const known = indexes[platform].get(pack);
  if (known) return known;
  const lexicon = lexicons.get(pack) ?? lexiconOf(usedConcepts(pack), pack, soundsOf(pack.sounds));
  lexicons.set(pack, lexicon);
  const rules = pack.rules
    .filter((rule) => rule.platforms.includes(platform))
    .map((rule) => compileRule(rule, pack, lexicon, platform));
  const index = {
    patterns: shelvePatterns<IndexedPattern | number>([
      ...rules.flatMap((rule) =>
        rule.patterns.map((trigger) => ({ pattern: trigger.pattern, owner: { rule, trigger } })),
      ),
      ...lexicon.patterns,
    ]),
    lexicon,
    framesByConcept: shelveFrames(rules.flatMap((rule) => rule.frames.map((trigger) => ({ rule, trigger })))),
  };
  indexes[platform].set(pack, index);
  return index;
}

function usedConcepts(pack: CompliancePack): Concepts {
  const used = new Set(pack.rules.flatMap(conceptsOf));
  return Object.fromEntries(Object.entries(pack.concepts).filter(([name]) => used.has(name)));
}

function shelveFrames(all: readonly IndexedFrame[]): Map<number, IndexedFrame[]> {
  const framesByConcept = new Map<number, IndexedFrame[]>();
  for (const indexed of all)
    for (const concept of indexed.trigger.frame.checks[0]!)
      framesByConcept.set(concept, [...(framesByConcept.get(concept) ?? []), indexed]);
  return framesByConcept;
}
