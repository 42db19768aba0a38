/**
 * The patterns of all rules, arranged so that a text is looked at once: by its letters and pairs of letters it calls up the few
 * that could match, sentence by sentence, and only these are run.
 */
import type { CompiledPattern, CompiledRule } from './compile-rule.ts';
import { isSentenceEnd, needsOf, type Key, type OneOf } from './needs.ts';
import { isGapLetter } from './rule-source.ts';
import { scan, type Hit } from './scan.ts';

interface ShelvedPattern {
  rule: CompiledRule;
  trigger: CompiledPattern;
  /** Its needs one after the other, and in each its choices: how long the need is, then for each choice how many slots, and which. */
  needs: Uint32Array;
  looksBeyondSentence: boolean;
  /** When it was called up last, so that it is looked at once for each sentence or message. */
  calledIn: number;
}

export interface PatternShelf {
  /** By slot: 0 when no pattern asks for it, else one more than its place in `callers`. */
  callersOf: Uint16Array;
  /** The patterns that a slot calls up; the first are of those that are asked for only once others were. */
  callers: readonly (readonly ShelvedPattern[])[];
  /** Of which nothing can be told beforehand. */
  always: readonly ShelvedPattern[];
}

/** Letters have slots of their own, pairs one by their hash: another pair there does no harm but to have a pattern run in vain. */
const SLOTS = 0x2_0000;
const isGap = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => (isGapLetter(String.fromCharCode(unit)) ? 1 : 0));

function slotOf(key: Key): number {
  return key < 0x1_0000 ? key : pairSlot(key >>> 16, key & 0xffff);
}

function pairSlot(first: number, second: number): number {
  return 0x1_0000 + ((Math.imul(first, 0x9e5) + Math.imul(second, 0x1f)) & 0xffff);
}

export function shelvePatterns(rules: readonly CompiledRule[]): PatternShelf {
  const callersOf = new Uint16Array(SLOTS);
  const callers: ShelvedPattern[][] = [[]];
  const always: ShelvedPattern[] = [];
  for (const rule of rules) {
    for (const trigger of rule.patterns) {
      const { all, looksBeyondSentence } = needsOf(trigger.pattern.source);
      const shelved = { rule, trigger, needs: flat(all), looksBeyondSentence, calledIn: 0 };
      const [strictest] = all;
      if (!strictest) always.push(shelved);
      for (const slot of new Set(strictest?.map(([rarest]) => slotOf(rarest!)))) {
        if (callersOf[slot]! < 2) callersOf[slot] = callers.push([]);
        callers[callersOf[slot]! - 1]!.push(shelved);
      }
      for (const slot of all.flat(2).map(slotOf)) callersOf[slot] ||= 1;
    }
  }
  return { callersOf, callers, always };
}

function flat(needs: readonly OneOf[]): Uint32Array {
  const parts = needs.map((oneOf) => oneOf.flatMap((keys) => [keys.length, ...keys.map(slotOf)]));
  return Uint32Array.from(parts.flatMap((part) => [part.length, ...part]));
}

/** By slot the number of the sentence that had it last. */
const seenIn = new Float64Array(SLOTS);
let sentenceNumber = 0;

/**
 * Every match of a pattern in a text, in no particular order.
 * @param text folded
 * @param isAsked patterns of which it says no are not run
 * @param take as of `scan`; positions are those of the text
 */
export function matchAll(
  shelf: PatternShelf,
  text: string,
  isAsked: (rule: CompiledRule, trigger: CompiledPattern) => boolean,
  take: (rule: CompiledRule, trigger: CompiledPattern, hit: Hit) => boolean,
): void {
  const firstSentence = (sentenceNumber += 1);
  const { callersOf, callers, always } = shelf;
  const ofMessage: ShelvedPattern[] = [...always];
  let ofSentence: ShelvedPattern[] = [];
  const meet = (slot: number): void => {
    seenIn[slot] = sentenceNumber;
    for (const pattern of callers[callersOf[slot]! - 1]!) {
      const number = pattern.looksBeyondSentence ? firstSentence : sentenceNumber;
      if (pattern.calledIn === number) continue;
      pattern.calledIn = number;
      if (isAsked(pattern.rule, pattern.trigger)) (pattern.looksBeyondSentence ? ofMessage : ofSentence).push(pattern);
    }
  };
  const run = (called: readonly ShelvedPattern[], since: number, from: number, to: number): void => {
    let part: string | null = null;
    for (const { rule, trigger, needs } of called) {
      if (!areMet(needs, since)) continue;
      part ??= text.slice(from, to);
      scan(trigger.pattern, part, ({ start, end }) => take(rule, trigger, { start: start + from, end: end + from }));
    }
  };
  let from = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (callersOf[unit] !== 0) meet(unit);
    if (isGap[unit] === 1) continue;
    const pair = pairSlot(before, unit);
    if (callersOf[pair] !== 0) meet(pair);
    before = unit;
    if (!isSentenceEnd(unit)) continue;
    run(ofSentence, sentenceNumber, from, at);
    ofSentence = [];
    sentenceNumber += 1;
    from = at + 1;
  }
  run(ofSentence, sentenceNumber, from, text.length);
  run(ofMessage, firstSentence, 0, text.length);
}

/** @param since the number of the first sentence that counts */
function areMet(needs: Uint32Array, since: number): boolean {
  for (let at = 0; at < needs.length;) {
    const end = at + 1 + needs[at]!;
    if (!isMet(needs, at + 1, end, since)) return false;
    at = end;
  }
  return true;
}

function isMet(needs: Uint32Array, from: number, to: number, since: number): boolean {
  for (let at = from; at < to;) {
    const end = at + 1 + needs[at]!;
    at += 1;
    while (at < end && seenIn[needs[at]!]! >= since) at += 1;
    if (at === end) return true;
    at = end;
  }
  return false;
}
