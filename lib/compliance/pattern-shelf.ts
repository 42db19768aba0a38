/**
 * Many patterns, arranged so that a text is looked at once: by its letters and pairs of letters it calls up the few that could
 * match, clause by clause and sentence by sentence, and only these are run.
 */
import type { EndToEnd } from './end-to-end.ts';
import { IS_CLAUSE_END, IS_CODE, IS_GAP, IS_SENTENCE_END, KEY_SHIFT, pairSlot, SIGN_BITS } from './letter-signs.ts';
import { letterOf } from './letters.ts';
import { CLAUSE, MESSAGE, SENTENCE, type Reach } from './reach.ts';
import { scan, type Hit } from './scan.ts';
import { DIGITS_IN_A_ROW } from './strictness.ts';
import { isDigit, isHalf } from './units.ts';

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
  /** The same for parts of a text that are of plain letters, as most are. */
  plain: (() => RegExp)[];
  /** By pattern `FACTS` numbers, side by side: see below. */
  facts: Int32Array;
  /**
   * By pattern its alternatives: of each how many numbers follow, and then its needs: of each how many numbers follow, and then for
   * each choice the two keys that it takes, or one key twice.
   */
  needs: EndToEnd;
  /** By letter the number of its key, 0 where no pattern asks for it, and below that its sign. */
  letters: Uint32Array;
  /** The numbers of pairs, by their hash: another pair there does no harm but to have a pattern run in vain. */
  pairs: Uint16Array;
  /** The numbers of rows of digits, 0 where no pattern asks for one. */
  rows: readonly { length: number; key: number }[];
  /** By key the patterns that it calls up; keys that call up none have the last numbers, and are left out. */
  callers: EndToEnd;
  /** Of which nothing can be told beforehand. */
  always: readonly number[];
  progress: Progress;
}

/** A `Reach`: in what part of a text a match lies, and the needs of the pattern must be met together. */
const REACH = 0;
/** How many letters of numbers it needs. */
const CODE_LETTERS = 1;
/** No match is longer, and no match looks farther before and behind itself. */
const MOST = 2;
const AROUND = 3;
/** Where it was called up first, and last, without a break in which it could not have matched. */
const FIRST_AT = 4;
const LAST_AT = 5;
/** The first pattern of the same owner, and of such a pattern one more than the place of the owner's last candidate, 0 for none. */
const OF_OWNER = 6;
const LAST_CANDIDATE = 7;
/** Half a line of the cache. */
const FACTS = 8;

/** Places are counted on from text to text, so that what is left of the text before is merely long ago. */
interface Progress {
  /** Where the next text begins. */
  from: number;
  /** By key: where it was met last. */
  seenAt: Int32Array;
  /** Room for the candidates of one text, kept for the next: `CANDIDATE_WIDTH` numbers each. */
  candidates: Int32Array;
  candidatesEnd: number;
  /** By place in the text: where the last letter stands, up to there, that is not plain; -1 for none. */
  oddAt: Int32Array;
  /** By reach room for the patterns that were called up in the part that is being read. */
  called: readonly [Uint16Array, Uint16Array, Uint16Array];
}

const SHORTEST_ROW = DIGITS_IN_A_ROW[0];

/** Before places grow out of their arrays they are counted from the beginning again. */
const LAST_PLACE = 0x4000_0000;
/**
 * The number of a pattern, where a match may begin and must end, where begins and ends what it is to be shown of the text, and the
 * next of its owner.
 */
const CANDIDATE_WIDTH = 6;
const NEXT = 5;
/** Enough for most messages. */
export const FIRST_ROOM = 200 * CANDIDATE_WIDTH;
/** The same, in letters. */
export const FIRST_LENGTH = 1024;

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
  choosePatterns(shelf, text);
  const { candidates, oddAt } = shelf.progress;
  let owner: Owner;
  let from = 0;
  let firstStart = 0;
  let lastEnd = 0;
  // What lies farther out was seen from too near, and holds nothing of what called the pattern up.
  const takeHere = ({ start, end }: Hit) =>
    from + start >= firstStart && from + end <= lastEnd && take(owner, { start: start + from, end: end + from });
  for (const first of firstByOwner(shelf)) {
    owner = shelf.owners[candidates[first]!]!;
    if (!isAsked(owner)) continue;
    for (let next = first + 1; next !== 0; next = candidates[next - 1 + NEXT]!) {
      const at = next - 1;
      firstStart = candidates[at + 1]!;
      lastEnd = candidates[at + 2]!;
      from = candidates[at + 3]!;
      const to = candidates[at + 4]!;
      const all = oddAt[to - 1]! < from ? shelf.plain : shelf.patterns;
      scan(all[candidates[at]!]!(), text.slice(from, to), takeHere, firstStart - from);
    }
  }
}

/**
 * Ties the candidates of each owner together: in a long text the code of a pattern then stays in the cache.
 * @returns the places of the first of each
 */
function firstByOwner({ facts, progress }: PatternShelf<unknown>): number[] {
  const { candidates, candidatesEnd } = progress;
  const firsts: number[] = [];
  const lastOf = (at: number) => facts[candidates[at]! * FACTS + OF_OWNER]! * FACTS + LAST_CANDIDATE;
  for (let at = 0; at < candidatesEnd; at += CANDIDATE_WIDTH) {
    const before = facts[lastOf(at)]!;
    if (before === 0) firsts.push(at);
    else candidates[before - 1 + NEXT] = at + 1;
    facts[lastOf(at)] = at + 1;
  }
  for (const at of firsts) facts[lastOf(at)] = 0;
  return firsts;
}

function addCandidate(
  progress: Progress,
  pattern: number,
  firstStart: number,
  lastEnd: number,
  from: number,
  to: number,
): void {
  const at = progress.candidatesEnd;
  if (at === progress.candidates.length) {
    const wider = new Int32Array(2 * at);
    wider.set(progress.candidates);
    progress.candidates = wider;
  }
  const { candidates } = progress;
  candidates[at] = pattern;
  candidates[at + 1] = firstStart;
  candidates[at + 2] = lastEnd;
  candidates[at + 3] = from;
  candidates[at + 4] = to;
  candidates[at + NEXT] = 0;
  progress.candidatesEnd = at + CANDIDATE_WIDTH;
}

/**
 * Of each part of a text, a clause, a sentence or all of it, the patterns of that reach whose needs are met in it. None is run
 * before all are known: the code of many patterns would drive these tables out of the cache again and again.
 */
function choosePatterns(shelf: PatternShelf<unknown>, text: string): void {
  const { letters, pairs, rows, callers, facts, progress } = shelf;
  if (progress.from + text.length > LAST_PLACE) startAgain(shelf);
  const { seenAt, from: base } = progress;
  progress.from += text.length + 1;
  progress.candidatesEnd = 0;
  if (progress.oddAt.length < text.length) progress.oddAt = new Int32Array(2 * text.length);
  const { oddAt, called } = progress;
  /** By reach: how many were called up in the part that is being read, and where the part begins, counted from text to text. */
  const calls: [number, number, number] = [0, 0, 0];
  const since: [number, number, number] = [base, base, base];
  /** Of the letters up to here those of numbers, and by reach how many there were before the part. */
  let codeLetters = 0;
  /** Where the last letter stands that is not plain. */
  let lastOdd = -1;
  const codeBefore: [number, number, number] = [0, 0, 0];
  const choose = (pattern: number, part: Reach, to: number): void => {
    const at = pattern * FACTS;
    if (codeLetters - codeBefore[part] < facts[at + CODE_LETTERS]!) return;
    const firstStart = Math.max(since[part], facts[at + FIRST_AT]! - facts[at + MOST]!);
    if (!areMet(shelf, pattern, firstStart)) return;
    const start = firstStart - base;
    const end = Math.min(to, facts[at + LAST_AT]! + facts[at + MOST]! - base);
    const around = facts[at + AROUND]!;
    addCandidate(progress, pattern, start, end, Math.max(0, start - around), Math.min(text.length, end + around));
  };
  const call = (pattern: number, place: number): void => {
    const at = pattern * FACTS;
    const part = facts[at + REACH] as Reach;
    const lastAt = facts[at + LAST_AT]!;
    facts[at + LAST_AT] = place;
    if (lastAt < since[part]) {
      called[part][calls[part]] = pattern;
      calls[part] += 1;
    } else if (place - lastAt <= 2 * facts[at + MOST]!) return;
    else {
      facts[at + LAST_AT] = lastAt;
      choose(pattern, part, place - base);
      facts[at + LAST_AT] = place;
    }
    facts[at + FIRST_AT] = place;
  };
  const firstSilent = callers.from.length - 1;
  const meet = (key: number, place: number): void => {
    seenAt[key] = place;
    if (key >= firstSilent) return;
    const last = callers.from[key + 1]!;
    for (let index = callers.from[key]!; index < last; index += 1) call(callers.all[index]!, place);
  };
  const end = (part: Reach, to: number): void => {
    for (let each = calls[part] - 1; each >= 0; each -= 1) choose(called[part][each]!, part, to);
    calls[part] = 0;
    since[part] = base + to + 1;
    codeBefore[part] = codeLetters;
  };
  let before = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const letter = letterOf(unit);
    const known = letters[letter]!;
    if (known > SIGN_BITS) meet(known >> KEY_SHIFT, base + at);
    digits = isDigit(unit) ? digits + 1 : 0;
    if (digits >= SHORTEST_ROW)
      for (const { length, key } of rows) if (key !== 0 && digits >= length) meet(key, base + at);
    const sign = known & SIGN_BITS;
    if (sign >= IS_CODE) codeLetters += 1;
    const isGap = (sign & ~IS_CODE) === IS_GAP;
    if (isGap || isHalf(unit)) lastOdd = at;
    oddAt[at] = lastOdd;
    if (isGap) continue;
    const pair = pairs[pairSlot(before, letter)]!;
    if (pair !== 0) meet(pair, base + at);
    before = letter;
    if (sign !== IS_CLAUSE_END && sign !== IS_SENTENCE_END) continue;
    end(CLAUSE, at);
    if (sign === IS_SENTENCE_END) end(SENTENCE, at);
  }
  for (const part of [CLAUSE, SENTENCE, MESSAGE] as const) end(part, text.length);
  for (const pattern of shelf.always) addCandidate(progress, pattern, 0, text.length, 0, text.length);
}

function startAgain({ facts, progress }: PatternShelf<unknown>): void {
  progress.from = 1;
  progress.seenAt.fill(0);
  for (let at = 0; at < facts.length; at += FACTS) facts[at + FIRST_AT] = facts[at + LAST_AT] = 0;
}

/**
 * Whether all that one of its alternatives needs is there.
 * @param since the place from which on a key counts
 */
function areMet({ needs: { from, all }, progress }: PatternShelf<unknown>, pattern: number, since: number): boolean {
  const last = from[pattern + 1]!;
  for (let at = from[pattern]!; at < last;) {
    const end = at + 1 + all[at]!;
    if (areAllMet(all, progress.seenAt, at + 1, end, since)) return true;
    at = end;
  }
  return false;
}

function areAllMet(needs: Uint16Array, seenAt: Int32Array, from: number, to: number, since: number): boolean {
  for (let at = from; at < to;) {
    const end = at + 1 + needs[at]!;
    if (!isMet(needs, seenAt, at + 1, end, since)) return false;
    at = end;
  }
  return true;
}

function isMet(needs: Uint16Array, seenAt: Int32Array, from: number, to: number, since: number): boolean {
  for (let at = from; at < to; at += 2)
    if (seenAt[needs[at]!]! >= since && seenAt[needs[at + 1]!]! >= since) return true;
  return false;
}
