/**
 * The rules of a platform, arranged so that a text is looked at once: by its characters it calls up the few triggers that could
 * match, sentence by sentence, and only these are run.
 */
import type { Platform } from '../model/platform.ts';
import {
  compileRule,
  type CompiledFrame,
  type CompiledPattern,
  type CompiledRule,
  type CompiledTrigger,
} from './compile-rule.ts';
import { conceptsOf, type CompliancePack } from './compliance-pack.ts';
import type { Concepts } from './concept.ts';
import { shelveFrames, type FrameShelf } from './frame-shelf.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { type KnownParts } from './needs.ts';
import type { PatternShelf } from './pattern-shelf.ts';
import { shelvePatterns } from './shelve-patterns.ts';
import { senseOf, type Sense } from './sense/sense.ts';
import { soundsOf } from './sounds.ts';

export interface RuleIndex {
  /** Those of rules, and those of concepts with their numbers: on one shelf, for a text is looked at once. */
  patterns: PatternShelf<IndexedPattern | number>;
  lexicon: Lexicon;
  frames: FrameShelf<IndexedFrame>;
  /** What is listened with; null for a pack that only reads. */
  sense: Sense | null;
  /** The rules that listen. */
  listening: readonly IndexedSense[];
}

export interface IndexedPattern {
  rule: CompiledRule;
  trigger: CompiledPattern;
}

export interface IndexedFrame {
  rule: CompiledRule;
  trigger: CompiledFrame;
}

export interface IndexedSense {
  rule: CompiledRule;
  trigger: CompiledTrigger;
}

/** The words are the same on every platform, and so are most patterns. */
const lexicons = new WeakMap<CompliancePack, Lexicon>();
/** A shop's pack has most of its rules from the shipped one; bounded by what rules there are. */
let knownParts: KnownParts = new Map();
const MOST_PARTS = 20_000;
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
  if (knownParts.size > MOST_PARTS) knownParts = new Map();
  const index = {
    patterns: shelvePatterns<IndexedPattern | number>(
      [
        ...rules.flatMap((rule) =>
          rule.patterns.map((trigger) => ({ source: trigger.source, owner: { rule, trigger } })),
        ),
        ...lexicon.patterns,
      ],
      knownParts,
    ),
    lexicon,
    frames: shelveFrames(
      rules.flatMap((rule) => rule.frames.map((trigger) => ({ frame: trigger.frame, owner: { rule, trigger } }))),
      lexicon.numbers.size,
    ),
    sense: pack.sense && senseOf(pack.sense),
    listening: rules.flatMap((rule) => (rule.sense ? [{ rule, trigger: rule.sense }] : [])),
  };
  indexes[platform].set(pack, index);
  return index;
}

function usedConcepts(pack: CompliancePack): Concepts {
  const used = new Set(pack.rules.flatMap(conceptsOf));
  return Object.fromEntries(Object.entries(pack.concepts).filter(([name]) => used.has(name)));
}
