/** Puts patterns on a shelf: what each needs is found out, and keys and patterns get their numbers. */
import { endToEnd } from './end-to-end.ts';
import { KEY_SHIFT, pairSlot, PAIR_SLOTS, SIGN_BITS, signs } from './letter-signs.ts';
import { nameLetter } from './letters.ts';
import { madeOnce } from './made-once.ts';
import { needsOf, type KnownParts, type PatternNeeds } from './needs.ts';
import { FIRST_LENGTH, FIRST_ROOM, type PatternShelf, type ShelvedPattern } from './pattern-shelf.ts';
import { patternOf, plainPatternOf } from './rule-source.ts';
import { DIGITS_IN_A_ROW, isRow, rowKey, type Key, type OneOf } from './strictness.ts';

/** Of a pattern of which it is not known. */
const LONGEST = 0x1000_0000;
/** Were there ever more keys, the last would share one number: with no more harm. */
const MOST_KEYS = 0xffff;

/** @param known as of `needsOf` */
export function shelvePatterns<Owner>(
  patterns: readonly ShelvedPattern<Owner>[],
  known: KnownParts,
): PatternShelf<Owner> {
  const allNeeds = patterns.map(({ source }) => needsOf(source, known));
  const letters = signs.slice();
  const pairs = new Uint16Array(PAIR_SLOTS);
  let keys = 0;
  const next = (): number => (keys === MOST_KEYS ? MOST_KEYS : (keys += 1));
  const rows = new Map<Key, number>();
  const numberOf = (key: Key): number => {
    if (isRow(key)) {
      if (!rows.has(key)) rows.set(key, next());
      return rows.get(key)!;
    }
    const letter = nameLetter(key & 0xffff);
    if (key > 0xffff) return (pairs[pairSlot(nameLetter(key >>> 16), letter)] ||= next());
    if (letters[letter]! <= SIGN_BITS) letters[letter]! |= next() << KEY_SHIFT;
    return letters[letter]! >> KEY_SHIFT;
  };
  const callers: number[][] = [[]];
  const always: number[] = [];
  allNeeds.forEach(({ all: [strictest] }, number) => {
    if (!strictest) always.push(number);
    for (const key of new Set(strictest?.map(([rarest]) => numberOf(rarest!)))) (callers[key] ??= []).push(number);
  });
  const firstOf = new Map<Owner, number>();
  for (const [number, { owner }] of patterns.entries()) if (!firstOf.has(owner)) firstOf.set(owner, number);
  const needs = endToEnd(allNeeds.map((each) => flat(each, numberOf)));
  return {
    owners: patterns.map(({ owner }) => owner),
    patterns: patterns.map(({ source }) => madeOnce(() => patternOf(source))),
    plain: patterns.map(({ source }) => madeOnce(() => plainPatternOf(source))),
    facts: Int32Array.from(
      allNeeds.flatMap(({ reach, codeLetters, most, around }, number) => [
        reach,
        codeLetters,
        Math.min(most, LONGEST),
        Math.min(around, LONGEST),
        0,
        0,
        firstOf.get(patterns[number]!.owner)!,
        0,
      ]),
    ),
    needs,
    letters,
    pairs,
    rows: DIGITS_IN_A_ROW.map((length) => ({ length, key: rows.get(rowKey(length)!) ?? 0 })),
    callers: endToEnd(callers),
    always,
    progress: {
      from: 1,
      seenAt: new Int32Array(keys + 1),
      candidates: new Int32Array(FIRST_ROOM),
      candidatesEnd: 0,
      oddAt: new Int32Array(FIRST_LENGTH),
      called: [roomFor(patterns), roomFor(patterns), roomFor(patterns)],
    },
  };
}

function roomFor({ length }: readonly unknown[]): Uint16Array<ArrayBuffer> {
  return new Uint16Array(length);
}

/** Of each alternative how many numbers follow, and then its needs. */
function flat({ alternatives, all: [strictest] }: PatternNeeds, numberOf: (key: Key) => number): number[] {
  return alternatives.flatMap((needs) => {
    // What called a pattern up need not be looked for again where it has one alternative, of which each key is enough.
    const isKnown = alternatives.length === 1 && strictest?.every((keys) => keys.length === 1);
    const numbers = flatNeeds(isKnown ? needs.slice(1) : needs, numberOf);
    return [numbers.length, ...numbers];
  });
}

/** The shortest first: a long one takes long to be looked through in vain. */
function flatNeeds(needs: readonly OneOf[], numberOf: (key: Key) => number): number[] {
  return needs
    .toSorted((a, b) => a.length - b.length)
    .flatMap((choices) => [
      2 * choices.length,
      ...choices.flatMap(([key, other = key]) => [numberOf(key!), numberOf(other!)]),
    ]);
}
