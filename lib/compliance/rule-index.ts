/**
 * The rules of a platform, arranged so that a text is looked at once: by its characters it calls up the few triggers that could
 * match, sentence by sentence, and only these are run.
 */
import type { Platform } from '../model/platform.ts';
import { compileRule, type CompiledFrame, type CompiledPattern, type CompiledRule } from './compile-rule.ts';
import { conceptsOf, type CompliancePack } from './compliance-pack.ts';
import type { Concepts } from './concept.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { needsOf, pairKey, SENTENCE_ENDS, type Key, type OneOf } from './needs.ts';
import { isGapLetter } from './rule-source.ts';
import { scan, type Hit } from './scan.ts';
import { soundsOf } from './sounds.ts';

interface IndexedTrigger {
  rule: CompiledRule;
  trigger: CompiledPattern;
  /** Per need its choices one after the other: how many keys, then the keys. */
  needs: readonly Uint32Array[];
  /** The number of the text that called it up last, so that it is looked at once for each. */
  seenIn: number;
}

interface Shelf {
  /** The triggers that a key calls up. */
  byKey: ReadonlyMap<Key, readonly IndexedTrigger[]>;
  /** Of which nothing can be told beforehand. */
  always: readonly IndexedTrigger[];
  /** By its slot, whether a key says anything to any trigger. */
  isTelling: Uint8Array;
}

export interface RuleIndex {
  /** Triggers that stay within a sentence. */
  sentence: Shelf;
  /** Those that look at the message as a whole. */
  message: Shelf;
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
  const triggers = rules.flatMap((rule) =>
    rule.patterns.map((trigger) => ({ rule, trigger, needs: needsOf(trigger.pattern.source) })),
  );
  const index = {
    sentence: shelve(triggers.filter(({ needs }) => !needs.looksBeyondSentence)),
    message: shelve(triggers.filter(({ needs }) => needs.looksBeyondSentence)),
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

function shelve(
  triggers: readonly { rule: CompiledRule; trigger: CompiledPattern; needs: { all: readonly OneOf[] } }[],
): Shelf {
  const byKey = new Map<Key, IndexedTrigger[]>();
  const always: IndexedTrigger[] = [];
  for (const { rule, trigger, needs } of triggers) {
    const indexed = { rule, trigger, needs: needs.all.map(flat), seenIn: 0 };
    const [strictest] = needs.all;
    if (!strictest) always.push(indexed);
    for (const key of new Set(strictest?.map(([rarest]) => rarest!))) {
      const called = byKey.get(key);
      if (called) called.push(indexed);
      else byKey.set(key, [indexed]);
    }
  }
  return { byKey, always, isTelling: tellingSlots([...byKey.values()].flat()) };
}

function tellingSlots(triggers: readonly IndexedTrigger[]): Uint8Array {
  const isTelling = new Uint8Array(SLOTS);
  for (const { needs } of triggers) {
    for (const choices of needs) {
      for (let at = 0; at < choices.length; at += choices[at]! + 1)
        for (let key = at + 1; key <= at + choices[at]!; key += 1) isTelling[slotOf(choices[key]!)] = 1;
    }
  }
  return isTelling;
}

function flat(oneOf: OneOf): Uint32Array {
  return Uint32Array.from(oneOf.flatMap((keys) => [keys.length, ...keys]));
}

/**
 * Every match of a trigger in a text, in no particular order.
 * @param text folded
 * @param take as of `scan`; positions are those of the text
 */
export function matchAll(
  index: RuleIndex,
  text: string,
  take: (rule: CompiledRule, trigger: CompiledPattern, hit: Hit) => boolean,
): void {
  matchOn(index.message, text, 0, take);
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && !SENTENCE_ENDS.includes(text[to]!)) to += 1;
    matchOn(index.sentence, text.slice(from, to), from, take);
    from = to + 1;
  }
}

/**
 * Which keys the text at hand has; cleared after use. A pair stands under its hash: another pair with the same one does no harm but
 * to have a trigger run in vain.
 */
const SLOTS = 0x2_0000;
const present = new Uint8Array(SLOTS);
const isGap = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => (isGapLetter(String.fromCharCode(unit)) ? 1 : 0));
let textNumber = 0;

function slotOf(key: Key): number {
  return key < 0x1_0000 ? key : 0x1_0000 + ((Math.imul(key >>> 16, 31) + key) & 0xffff);
}

function matchOn(
  shelf: Shelf,
  text: string,
  offset: number,
  take: (rule: CompiledRule, trigger: CompiledPattern, hit: Hit) => boolean,
): void {
  textNumber += 1;
  const slots: number[] = [];
  const called = callUp(shelf, text, slots);
  const runnable = called.filter(({ needs }) => needs.every(isMet));
  for (const slot of slots) present[slot] = 0;
  for (const { rule, trigger } of runnable)
    scan(trigger.pattern, text, ({ start, end }) => take(rule, trigger, { start: start + offset, end: end + offset }));
}

/** @param slots of `present` that were filled for this text */
function callUp({ byKey, always, isTelling }: Shelf, text: string, slots: number[]): IndexedTrigger[] {
  const called = [...always];
  const meet = (key: Key): void => {
    const slot = slotOf(key);
    if (isTelling[slot] === 0) return;
    if (present[slot] === 0) {
      present[slot] = 1;
      slots.push(slot);
    }
    for (const trigger of byKey.get(key) ?? []) {
      if (trigger.seenIn === textNumber) continue;
      trigger.seenIn = textNumber;
      called.push(trigger);
    }
  };
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    meet(unit);
    if (isGap[unit] === 1) continue;
    meet(pairKey(before, unit));
    before = unit;
  }
  return called;
}

function isMet(choices: Uint32Array): boolean {
  for (let at = 0; at < choices.length;) {
    const end = at + 1 + choices[at]!;
    at += 1;
    while (at < end && present[slotOf(choices[at]!)] === 1) at += 1;
    if (at === end) return true;
    at = end;
  }
  return false;
}
