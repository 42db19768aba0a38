/**
 * Many patterns, arranged so that a text is looked at once: by its letters and pairs of letters it calls up the few that could
 * match, clause by clause and sentence by sentence, and only these are run.
 */
import {
  CLAUSE,
  isCodeLetter,
  isSentenceEnd,
  MESSAGE,
  needsOf,
  SENTENCE,
  type Key,
  type OneOf,
  type Reach,
} from './needs.ts';
import { isGapLetter } from './rule-source.ts';
import { scan, type Hit } from './scan.ts';

export interface ShelvedPattern<Owner> {
  /** Global. */
  pattern: RegExp;
  owner: Owner;
}

/** Patterns are numbered, and so are keys; what is looked at for every text lies in a few dense arrays, which stay in the cache. */
export interface PatternShelf<Owner> {
  patterns: readonly ShelvedPattern<Owner>[];
  /** By pattern a `Reach`: of what part of a text its needs must be met together. */
  reach: Uint8Array;
  /** By pattern: how many letters of numbers it needs. */
  codeLetters: Uint8Array;
  /** By pattern: the first clause of the part that called it up last. */
  calledIn: Uint32Array;
  /** By pattern where its needs begin, and the end of the last. */
  needsFrom: Uint32Array;
  /** Needs one after the other, and in each its choices: how long it is, then for each choice how many keys, and which. */
  needs: Uint16Array;
  /** By slot the number of its key, 0 where no pattern asks for it. */
  keyOf: Uint16Array;
  /** By key: the clause that had it last. */
  seenIn: Uint32Array;
  /** By key where the patterns that it calls up begin, and the end of the last. */
  callersFrom: Uint32Array;
  callers: Uint16Array;
  /** Of which nothing can be told beforehand. */
  always: readonly number[];
}

/** Letters have slots of their own, pairs one by their hash: another pair there does no harm but to have a pattern run in vain. */
const SLOTS = 0x2_0000;
/** Were there ever more keys, the last would share one number: with no more harm. */
const MOST_KEYS = 0xffff;

/** By UTF-16 unit what else is to be known of it here. */
const IS_GAP = 1;
const IS_CLAUSE_END = 2;
const IS_SENTENCE_END = 3;
/** Beside one of the above, or alone. */
const IS_CODE = 4;
const signs = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => signOf(unit));

function signOf(unit: number): number {
  if (isSentenceEnd(unit)) return IS_SENTENCE_END;
  const letter = String.fromCharCode(unit);
  if (letter === ',') return IS_CLAUSE_END;
  return (isGapLetter(letter) ? IS_GAP : 0) | (isCodeLetter(unit) ? IS_CODE : 0);
}

function slotOf(key: Key): number {
  return key < 0x1_0000 ? key : pairSlot(key >>> 16, key & 0xffff);
}

function pairSlot(first: number, second: number): number {
  return 0x1_0000 + ((Math.imul(first, 0x9e5) + Math.imul(second, 0x1f)) & 0xffff);
}

export function shelvePatterns<Owner>(patterns: readonly ShelvedPattern<Owner>[]): PatternShelf<Owner> {
  const allNeeds = patterns.map(({ pattern }) => needsOf(pattern.source));
  const keyOf = new Uint16Array(SLOTS);
  const callers: number[][] = [[]];
  const numberOf = (key: Key): number =>
    (keyOf[slotOf(key)] ||= callers.length > MOST_KEYS ? MOST_KEYS : callers.push([]) - 1);
  const needs = allNeeds.map(({ all }) => flat(all, numberOf));
  const always: number[] = [];
  allNeeds.forEach(({ all: [strictest] }, number) => {
    if (!strictest) always.push(number);
    for (const key of new Set(strictest?.map(([rarest]) => numberOf(rarest!)))) callers[key]!.push(number);
  });
  return {
    patterns,
    reach: Uint8Array.from(allNeeds, ({ reach }) => reach),
    codeLetters: Uint8Array.from(allNeeds, ({ codeLetters }) => codeLetters),
    calledIn: new Uint32Array(patterns.length),
    needsFrom: beginnings(needs),
    needs: Uint16Array.from(needs.flat()),
    keyOf,
    seenIn: new Uint32Array(callers.length),
    callersFrom: beginnings(callers),
    callers: Uint16Array.from(callers.flat()),
    always,
  };
}

/** Where lists begin that are set one behind the other, and where the last ends. */
function beginnings(lists: readonly (readonly number[])[]): Uint32Array {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => (from[index + 1] = from[index]! + list.length));
  return from;
}

function flat(needs: readonly OneOf[], numberOf: (key: Key) => number): number[] {
  const parts = needs.map((oneOf) => oneOf.flatMap((keys) => [keys.length, ...keys.map(numberOf)]));
  return parts.flatMap((part) => [part.length, ...part]);
}

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
  const candidates = candidatesIn(shelf, text);
  let [from, to, part] = [-1, -1, ''];
  for (let at = 0; at < candidates.length; at += CANDIDATE_WIDTH) {
    const { pattern, owner } = shelf.patterns[candidates[at]!]!;
    if (!isAsked(owner)) continue;
    if (candidates[at + 1] !== from || candidates[at + 2] !== to) {
      [from, to] = [candidates[at + 1]!, candidates[at + 2]!];
      part = text.slice(from, to);
    }
    const offset = from;
    scan(pattern, part, ({ start, end }) => take(owner, { start: start + offset, end: end + offset }));
  }
}

/** The number of a pattern, and where the part of the text in which it may match begins and ends. */
const CANDIDATE_WIDTH = 3;

/**
 * Of each part of a text, a clause, a sentence or all of it, the patterns of that reach whose needs are met in it. None is run
 * before all are known: the code of many patterns would drive these tables out of the cache again and again.
 */
function candidatesIn(shelf: PatternShelf<unknown>, text: string): number[] {
  const { keyOf, callers, callersFrom, seenIn, calledIn, reach } = shelf;
  seenIn.fill(0);
  calledIn.fill(0);
  const candidates: number[] = [];
  /** By reach: what was called up in the part that is being read, the number of its first clause, and where it begins. */
  const called: [number[], number[], number[]] = [[], [], [...shelf.always]];
  const since: [number, number, number] = [1, 1, 1];
  const from: [number, number, number] = [0, 0, 0];
  /** Of the letters up to here those of numbers, and by reach how many there were before the part. */
  let codeLetters = 0;
  const codeBefore: [number, number, number] = [0, 0, 0];
  let clause = 1;
  const meet = (key: number): void => {
    if (seenIn[key] === clause) return;
    seenIn[key] = clause;
    const last = callersFrom[key + 1]!;
    for (let index = callersFrom[key]!; index < last; index += 1) {
      const pattern = callers[index]!;
      const part = reach[pattern] as Reach;
      if (calledIn[pattern] === since[part]) continue;
      calledIn[pattern] = since[part];
      called[part].push(pattern);
    }
  };
  const choose = (part: Reach, to: number): void => {
    const letters = codeLetters - codeBefore[part];
    for (let pattern = called[part].pop(); pattern !== undefined; pattern = called[part].pop())
      if (letters >= shelf.codeLetters[pattern]! && areMet(shelf, pattern, since[part]))
        candidates.push(pattern, from[part], to);
    since[part] = clause + 1;
    from[part] = to + 1;
    codeBefore[part] = codeLetters;
  };
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const letter = keyOf[unit]!;
    if (letter !== 0) meet(letter);
    const sign = signs[unit]!;
    if (sign >= IS_CODE) codeLetters += 1;
    if ((sign & ~IS_CODE) === IS_GAP) continue;
    const pair = keyOf[pairSlot(before, unit)]!;
    if (pair !== 0) meet(pair);
    before = unit;
    if (sign !== IS_CLAUSE_END && sign !== IS_SENTENCE_END) continue;
    choose(CLAUSE, at);
    if (sign === IS_SENTENCE_END) choose(SENTENCE, at);
    clause += 1;
  }
  for (const part of [CLAUSE, SENTENCE, MESSAGE] as const) choose(part, text.length);
  return candidates;
}

/** @param since the number of the first clause that counts */
function areMet({ needs, needsFrom, seenIn }: PatternShelf<unknown>, pattern: number, since: number): boolean {
  const last = needsFrom[pattern + 1]!;
  for (let at = needsFrom[pattern]!; at < last;) {
    const end = at + 1 + needs[at]!;
    if (!isMet(needs, seenIn, at + 1, end, since)) return false;
    at = end;
  }
  return true;
}

function isMet(needs: Uint16Array, seenIn: Uint32Array, from: number, to: number, since: number): boolean {
  for (let at = from; at < to;) {
    const end = at + 1 + needs[at]!;
    at += 1;
    while (at < end && seenIn[needs[at]!]! >= since) at += 1;
    if (at === end) return true;
    at = end;
  }
  return false;
}
