/**
 * The rules of a platform, arranged so that a text is looked at once: by its characters it calls up the few triggers that could
 * match, sentence by sentence, and only these are run.
 */
import type { Platform } from '../model/platform.ts';
import { compileRule, type CompiledFrame, type CompiledRule } from './compile-rule.ts';
import { conceptsOf, type CompliancePack } from './compliance-pack.ts';
import type { Concepts } from './concept.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { shelvePatterns, type PatternShelf } from './pattern-shelf.ts';
import { soundsOf } from './sounds.ts';

export interface RuleIndex {
  patterns: PatternShelf;
  lexicon: Lexicon;
  /** By the concepts of one of their slots, of which a text must name one. */
  framesByConcept: ReadonlyMap<number, readonly IndexedFrame[]>;
  /** Of which nothing can be told beforehand. */
  frames: readonly IndexedFrame[];
}

export interface IndexedFrame {
  rule: CompiledRule;
  trigger: CompiledFrame;
}

const indexes: Record<Platform, WeakMap<CompliancePack, RuleIndex>> = { jd: new WeakMap(), taobao: new WeakMap() };

/** Indexes once per pack and platform. */
export function indexRules(pack: CompliancePack, platform: Platform): RuleIndex {
  const known = indexes[platform].get(pack);
  if (known) return known;
  const lexicon = lexiconOf(usedConcepts(pack), pack, soundsOf(pack.sounds));
  const rules = pack.rules
    .filter((rule) => rule.platforms.includes(platform))
    .map((rule) => compileRule(rule, pack, lexicon, platform));
  const index = {
    patterns: shelvePatterns(rules),
    lexicon,
    ...shelveFrames(
      rules.flatMap((rule) => rule.frames.map((trigger) => ({ rule, trigger }))),
      lexicon,
    ),
  };
  indexes[platform].set(pack, index);
  return index;
}

function usedConcepts(pack: CompliancePack): Concepts {
  const used = new Set(pack.rules.flatMap(conceptsOf));
  return Object.fromEntries(Object.entries(pack.concepts).filter(([name]) => used.has(name)));
}

function shelveFrames(all: readonly IndexedFrame[], { patterns }: Lexicon) {
  const framesByConcept = new Map<number, IndexedFrame[]>();
  const frames: IndexedFrame[] = [];
  for (const indexed of all) {
    const [quickest] = indexed.trigger.frame.checks;
    if (quickest!.some((concept) => patterns.has(concept))) frames.push(indexed);
    else
      for (const concept of quickest!) framesByConcept.set(concept, [...(framesByConcept.get(concept) ?? []), indexed]);
  }
  return { framesByConcept, frames };
}
