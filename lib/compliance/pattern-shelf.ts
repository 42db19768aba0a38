/**
 * Many patterns, arranged so that a text is looked at once: by its letters and pairs of letters it calls up the few that could
 * match, sentence by sentence, and only these are run.
 */
import { isSentenceEnd, needsOf, type Key, type OneOf } from './needs.ts';
import { isGapLetter } from './rule-source.ts';
import { scan, type Hit } from './scan.ts';

interface ShelvedPattern<Owner> {
  /** Global. */
  pattern: RegExp;
  owner: Owner;
}

/** Patterns are numbered; what is looked at for every text lies in long arrays. */
export interface PatternShelf<Owner> {
  patterns: readonly ShelvedPattern<Owner>[];
  /** By pattern: 1 when it looks beyond its sentence. */
  looksBeyond: Uint8Array;
  /** By pattern: the sentence or message that called it up last. */
  calledIn: Float64Array;
  /** By pattern where its needs begin, and the end of the last. */
  needsFrom: Uint32Array;
  /** Needs one after the other, and in each its choices: how long it is, then for each choice how many slots, and which. */
  needs: Uint32Array;
  /** By slot: 0 when no pattern asks for it, else one more than its place in `callers`. */
  callersOf: Uint16Array;
  /** The patterns that a slot calls up; the first are of those that are asked for only once others were. */
  callers: readonly (readonly number[])[];
  /** Of which nothing can be told beforehand. */
  always: readonly number[];
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

export function shelvePatterns<Owner>(patterns: readonly ShelvedPattern<Owner>[]): PatternShelf<Owner> {
  const allNeeds = patterns.map(({ pattern }) => needsOf(pattern.source));
  const callersOf = new Uint16Array(SLOTS);
  const callers: number[][] = [[]];
  const always: number[] = [];
  allNeeds.forEach(({ all: [strictest, ...others] }, number) => {
    if (!strictest) always.push(number);
    for (const slot of new Set(strictest?.map(([rarest]) => slotOf(rarest!)))) {
      if (callersOf[slot]! < 2) callersOf[slot] = callers.push([]);
      callers[callersOf[slot]! - 1]!.push(number);
    }
    for (const slot of [strictest ?? [], ...others].flat(2).map(slotOf)) callersOf[slot] ||= 1;
  });
  const needs = allNeeds.map(({ all }) => flat(all));
  let end = 0;
  return {
    patterns,
    looksBeyond: Uint8Array.from(allNeeds, ({ looksBeyondSentence }) => Number(looksBeyondSentence)),
    calledIn: new Float64Array(patterns.length),
    needsFrom: Uint32Array.from([0, ...needs.map((part) => (end += part.length))]),
    needs: Uint32Array.from(needs.flat()),
    callersOf,
    callers,
    always,
  };
}

function flat(needs: readonly OneOf[]): number[] {
  const parts = needs.map((oneOf) => oneOf.flatMap((keys) => [keys.length, ...keys.map(slotOf)]));
  return parts.flatMap((part) => [part.length, ...part]);
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
export function matchAll<Owner>(
  shelf: PatternShelf<Owner>,
  text: string,
  isAsked: (owner: Owner) => boolean,
  take: (owner: Owner, hit: Hit) => boolean,
): void {
  const firstSentence = (sentenceNumber += 1);
  const { patterns, callersOf, callers, calledIn, looksBeyond } = shelf;
  const ofMessage = [...shelf.always];
  let ofSentence: number[] = [];
  const meet = (slot: number): void => {
    seenIn[slot] = sentenceNumber;
    for (const number of callers[callersOf[slot]! - 1]!) {
      const isOfMessage = looksBeyond[number] === 1;
      const asked = isOfMessage ? firstSentence : sentenceNumber;
      if (calledIn[number] === asked) continue;
      calledIn[number] = asked;
      (isOfMessage ? ofMessage : ofSentence).push(number);
    }
  };
  const run = (called: readonly number[], since: number, from: number, to: number): void => {
    let part: string | null = null;
    for (const number of called) {
      if (!areMet(shelf, number, since)) continue;
      const { pattern, owner } = patterns[number]!;
      if (!isAsked(owner)) continue;
      part ??= text.slice(from, to);
      scan(pattern, part, ({ start, end }) => take(owner, { start: start + from, end: end + from }));
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
function areMet({ needs, needsFrom }: PatternShelf<unknown>, number: number, since: number): boolean {
  const last = needsFrom[number + 1]!;
  for (let at = needsFrom[number]!; at < last;) {
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
