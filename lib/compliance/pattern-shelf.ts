/**
 * Many patterns, arranged so that a text is looked at once: by its letters and pairs of letters it calls up the few that could
 * match, clause by clause and sentence by sentence, and only these are run.
 */
import { needsOf, type KnownParts } from './needs.ts';
import { CLAUSE, MESSAGE, SENTENCE, type Reach } from './reach.ts';
import { type Key, type OneOf } from './strictness.ts';
import { isCodeLetter, isSentenceEnd } from './units.ts';
import { isGapLetter } from './rule-source.ts';
import { scan, type Hit } from './scan.ts';

export interface ShelvedPattern<Owner> {
  /** Of a regular expression with the flag `u`. */
  source: string;
  owner: Owner;
}

/** Patterns are numbered, and so are keys; what is looked at for every text lies in a few dense arrays, which stay in the cache. */
export interface PatternShelf<Owner> {
  owners: readonly Owner[];
  /** Made when they are first run: most never are. */
  patterns: (() => RegExp)[];
  /** By pattern a `Reach`: of what part of a text its needs must be met together. */
  reach: Uint8Array;
  /** By pattern: how many letters of numbers it needs. */
  codeLetters: Uint8Array;
  /** By pattern: no match is longer, and no match looks farther before and behind itself. */
  most: Int32Array;
  around: Int32Array;
  /** By pattern where its needs begin, and the end of the last. */
  needsFrom: Uint32Array;
  /** Needs one after the other, and in each its choices: how long it is, then for each choice how many keys, and which. */
  needs: Uint16Array;
  /** By slot the number of its key, 0 where no pattern asks for it. */
  keyOf: Uint16Array;
  /** By key where the patterns that it calls up begin, and the end of the last. */
  callersFrom: Uint32Array;
  callers: Uint16Array;
  /** Of which nothing can be told beforehand. */
  always: readonly number[];
  progress: Progress;
}

/** Places are counted on from text to text, so that what is left of the text before is merely long ago. */
interface Progress {
  /** Where the next text begins. */
  from: number;
  /** By key: where it was met last. */
  seenAt: Int32Array;
  /** By pattern: where it was called up first, and last, without a break in which it could not have matched. */
  firstAt: Int32Array;
  lastAt: Int32Array;
}

/** Before places grow out of their arrays they are counted from the beginning again. */
const LAST_PLACE = 0x4000_0000;
/** Of a pattern of which it is not known. */
const LONGEST = 0x1000_0000;

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

/** @param known as of `needsOf` */
export function shelvePatterns<Owner>(
  patterns: readonly ShelvedPattern<Owner>[],
  known: KnownParts,
): PatternShelf<Owner> {
  const allNeeds = patterns.map(({ source }) => needsOf(source, known));
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
    owners: patterns.map(({ owner }) => owner),
    patterns: patterns.map(({ source }) => madeOnce(() => new RegExp(source, 'gu'))),
    reach: Uint8Array.from(allNeeds, ({ reach }) => reach),
    codeLetters: Uint8Array.from(allNeeds, ({ codeLetters }) => codeLetters),
    most: Int32Array.from(allNeeds, ({ most }) => Math.min(most, LONGEST)),
    around: Int32Array.from(allNeeds, ({ around }) => Math.min(around, LONGEST)),
    needsFrom: beginnings(needs),
    needs: Uint16Array.from(needs.flat()),
    keyOf,
    callersFrom: beginnings(callers),
    callers: Uint16Array.from(callers.flat()),
    always,
    progress: {
      from: 1,
      seenAt: new Int32Array(callers.length),
      firstAt: new Int32Array(patterns.length),
      lastAt: new Int32Array(patterns.length),
    },
  };
}

function madeOnce<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** Where lists begin that are set one behind the other, and where the last ends. */
function beginnings(lists: readonly (readonly number[])[]): Uint32Array {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => (from[index + 1] = from[index]! + list.length));
  return from;
}

function flat(needs: readonly OneOf[], numberOf: (key: Key) => number): number[] {
  const all: number[] = [];
  for (const oneOf of needs) {
    const length = all.push(0) - 1;
    for (const keys of oneOf) {
      all.push(keys.length);
      for (const key of keys) all.push(numberOf(key));
    }
    all[length] = all.length - length - 1;
  }
  return all;
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
  // One owner after the other: in a long text the code of a pattern then stays in the cache.
  const byOwner = new Map<Owner, number[]>();
  for (let at = 0; at < candidates.length; at += CANDIDATE_WIDTH) {
    const owner = shelf.owners[candidates[at]!]!;
    const known = byOwner.get(owner);
    if (known) known.push(at);
    else byOwner.set(owner, [at]);
  }
  for (const [owner, places] of byOwner) {
    if (!isAsked(owner)) continue;
    for (const at of places) {
      const firstStart = candidates[at + 1]!;
      const from = candidates[at + 2]!;
      scan(
        shelf.patterns[candidates[at]!]!(),
        text.slice(from, candidates[at + 3]),
        ({ start, end }) =>
          // What begins before was seen from too near, and holds nothing of what called the pattern up.
          from + start >= firstStart && take(owner, { start: start + from, end: end + from }),
      );
    }
  }
}

/** The number of a pattern, where a match may begin, and where begins and ends what it is to be shown of the text. */
const CANDIDATE_WIDTH = 4;

/**
 * Of each part of a text, a clause, a sentence or all of it, the patterns of that reach whose needs are met in it. None is run
 * before all are known: the code of many patterns would drive these tables out of the cache again and again.
 */
function candidatesIn(shelf: PatternShelf<unknown>, text: string): number[] {
  const { keyOf, callers, callersFrom, reach, most, around, progress } = shelf;
  if (progress.from + text.length > LAST_PLACE) startAgain(progress);
  const { seenAt, firstAt, lastAt, from: base } = progress;
  progress.from += text.length + 1;
  const candidates: number[] = [];
  /** By reach: what was called up in the part that is being read, and where the part begins, counted from text to text. */
  const called: [number[], number[], number[]] = [[], [], []];
  const since: [number, number, number] = [base, base, base];
  /** Of the letters up to here those of numbers, and by reach how many there were before the part. */
  let codeLetters = 0;
  const codeBefore: [number, number, number] = [0, 0, 0];
  const choose = (pattern: number, part: Reach, to: number): void => {
    if (codeLetters - codeBefore[part] < shelf.codeLetters[pattern]!) return;
    const firstStart = Math.max(since[part], firstAt[pattern]! - most[pattern]!);
    if (!areMet(shelf, pattern, firstStart)) return;
    const from = Math.max(since[part], firstStart - around[pattern]!);
    const last = lastAt[pattern]! + most[pattern]! + around[pattern]!;
    candidates.push(pattern, firstStart - base, from - base, Math.min(to, last - base));
  };
  const meet = (key: number, place: number): void => {
    seenAt[key] = place;
    const last = callersFrom[key + 1]!;
    for (let index = callersFrom[key]!; index < last; index += 1) {
      const pattern = callers[index]!;
      const part = reach[pattern] as Reach;
      if (lastAt[pattern]! < since[part]) called[part].push(pattern);
      else if (place - lastAt[pattern]! > 2 * most[pattern]!) choose(pattern, part, place - base);
      else {
        lastAt[pattern] = place;
        continue;
      }
      firstAt[pattern] = lastAt[pattern] = place;
    }
  };
  const end = (part: Reach, to: number): void => {
    for (let pattern = called[part].pop(); pattern !== undefined; pattern = called[part].pop())
      choose(pattern, part, to);
    since[part] = base + to + 1;
    codeBefore[part] = codeLetters;
  };
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const letter = keyOf[unit]!;
    if (letter !== 0) meet(letter, base + at);
    const sign = signs[unit]!;
    if (sign >= IS_CODE) codeLetters += 1;
    if ((sign & ~IS_CODE) === IS_GAP) continue;
    const pair = keyOf[pairSlot(before, unit)]!;
    if (pair !== 0) meet(pair, base + at);
    before = unit;
    if (sign !== IS_CLAUSE_END && sign !== IS_SENTENCE_END) continue;
    end(CLAUSE, at);
    if (sign === IS_SENTENCE_END) end(SENTENCE, at);
  }
  for (const part of [CLAUSE, SENTENCE, MESSAGE] as const) end(part, text.length);
  for (const pattern of shelf.always) candidates.push(pattern, 0, 0, text.length);
  return candidates;
}

function startAgain(progress: Progress): void {
  progress.from = 1;
  for (const places of [progress.seenAt, progress.firstAt, progress.lastAt]) places.fill(0);
}

/** @param since the place from which on a key counts */
function areMet({ needs, needsFrom, progress }: PatternShelf<unknown>, pattern: number, since: number): boolean {
  const last = needsFrom[pattern + 1]!;
  for (let at = needsFrom[pattern]!; at < last;) {
    const end = at + 1 + needs[at]!;
    if (!isMet(needs, progress.seenAt, at + 1, end, since)) return false;
    at = end;
  }
  return true;
}

function isMet(needs: Uint16Array, seenAt: Int32Array, from: number, to: number, since: number): boolean {
  for (let at = from; at < to;) {
    const end = at + 1 + needs[at]!;
    at += 1;
    while (at < end && seenAt[needs[at]!]! >= since) at += 1;
    if (at === end) return true;
    at = end;
  }
  return false;
}
