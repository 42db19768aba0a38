/** What pages showed of one party of a possible link: a known customer, or one masked order. */
import { isUid, type KeyKind } from '../../model/identity.ts';
import type { Place } from '../../model/order.ts';

export interface BuyerClues {
  /** The party, as links name it. */
  party: string;
  /** Last six digits of order numbers; none on a platform where they tell nothing of the buyer. */
  tails: readonly string[];
  /** As the page shows it, whole or a mask; null where it shows none. */
  name: string | null;
  /** The buyer's keys; a nick counts as one where nothing better is known. None for a mask. */
  keys: readonly { kind: KeyKind | 'nick'; id: string }[];
  phoneHash: string | null;
  place: Place | null;
}

/**
 * The last six digits of an order number, which on Taobao are usually those of the buyer's uid: its last three pairs (a, b, c)
 * taken as (a, c, b). Found by comparing captured pages; for numbers of 19 digits it does not always hold.
 */
export function orderTailOf(orderId: string): string {
  return orderId.slice(-6);
}

/** The tail that orders of this uid should have; null for a key that is no uid. */
export function tailOfUid(key: string): string | null {
  if (!isUid(key) || key.length < 6) return null;
  const [a, b, c] = [key.slice(-6, -4), key.slice(-4, -2), key.slice(-2)];
  return `${a}${c}${b}`;
}

/** Both have a key of one kind, and not the same: two accounts. */
export function areTwoPeople(a: BuyerClues, b: BuyerClues): boolean {
  return a.keys.some(({ kind }) => {
    const theirs = b.keys.filter((key) => key.kind === kind);
    return theirs.length > 0 && !theirs.some(({ id }) => a.keys.some((key) => key.kind === kind && key.id === id));
  });
}

/** What a name shows: `f***h（匿名）` its first and its last character, `w**` the first alone, a whole nick all of it. */
export interface ShownName {
  first: string;
  last: string | null;
  whole: string | null;
}

const MASKED = /^(.)[*＊]+(.?)$/u;
const ANONYMOUS = /[（(]匿名[）)]$/;

/** Null for what shows no character. */
export function shownName(name: string): ShownName | null {
  const text = name.replace(ANONYMOUS, '');
  const letters = Array.from(text);
  const [first = ''] = letters;
  if (first === '' || first === '*' || first === '＊') return null;
  const mask = MASKED.exec(text);
  if (mask) return { first, last: mask[2] || null, whole: null };
  return /[*＊]/.test(text) ? { first, last: null, whole: null } : { first, last: letters.at(-1)!, whole: text };
}
