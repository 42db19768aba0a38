/**
 * Two parties compared, value by value. What each agreement is worth follows Fellegi and Sunter (A theory for record linkage, 1969):
 * ln(m / u), where m is how often two sightings of one buyer agree so and u how often those of two buyers do. To agree in what is
 * rare tells more: u of a character is its share among the shop's names.
 */
import type { Place } from '../../model/order.ts';
import type { Comparison } from '../../model/possible-link.ts';
import { shownName, type BuyerClues } from './buyer-clues.ts';
import type { LinkModel } from './link-model-schema.ts';

/** How common names are in the shop. */
export interface NameShares {
  /** Share of names of the shop that begin with this character. */
  shareOf(character: string): number;
}

/** What both show is compared; what one of them does not show tells nothing. */
export function compare(a: BuyerClues, b: BuyerClues, model: LinkModel, names: NameShares): Comparison[] {
  return [tails(a, b, model), nicks(a, b, model, names), places(a, b, model), phones(a, b, model)].filter(
    (comparison) => comparison !== null,
  );
}

function weightOf({ m, u }: { m: number; u: number }): number {
  return Math.log(m / u);
}

function tails(a: BuyerClues, b: BuyerClues, { orderTail }: LinkModel): Comparison | null {
  const shown = a.tails.find((tail) => b.tails.includes(tail));
  // Different tails are what a buyer's other orders have, too: they tell too little to count.
  return shown === undefined ? null : { of: 'orderTail', outcome: 'same', shown, weight: weightOf(orderTail.same) };
}

function nicks(
  a: BuyerClues,
  b: BuyerClues,
  { name, lastCharacters }: LinkModel,
  names: NameShares,
): Comparison | null {
  const [left, right] = [a, b].map((each) => (each.name === null ? null : shownName(each.name)));
  if (!left || !right) return null;
  const { first } = left;
  const share = names.shareOf(first);
  const isWhole = left.whole !== null && right.whole !== null;
  const hasEnds = left.last !== null && right.last !== null;
  if (isWhole && left.whole === right.whole)
    return { of: 'name', outcome: 'whole', shown: left.whole!, share, weight: weightOf(name.whole) };
  const isOther = isWhole || first !== right.first || (hasEnds && left.last !== right.last);
  if (isOther) {
    const weight = weightOf({ m: name.differs.m, u: 1 - share });
    return { of: 'name', outcome: 'differs', shown: first, share, weight };
  }
  if (!hasEnds)
    return { of: 'name', outcome: 'first', shown: first, share, weight: weightOf({ ...name.first, u: share }) };
  const u = share * lastCharacters[kindOf(left.last!)];
  return { of: 'name', outcome: 'ends', shown: `${first}…${left.last}`, share, weight: weightOf({ ...name.ends, u }) };
}

/** The kinds of characters whose shares are told apart. */
function kindOf(character: string): 'digit' | 'letter' | 'other' {
  if (/\d/.test(character)) return 'digit';
  return /[a-z]/i.test(character) ? 'letter' : 'other';
}

function places(a: BuyerClues, b: BuyerClues, { place, provinces, largestCity }: LinkModel): Comparison | null {
  if (a.place === null || b.place === null) return null;
  if (a.place.province !== b.place.province)
    return {
      of: 'place',
      outcome: 'differs',
      shown: `${placeText(a.place)}≠${placeText(b.place)}`,
      weight: weightOf(place.differs),
    };
  const share = provinces.shares[a.place.province] ?? provinces.other;
  const shown = placeText(a.place);
  if (a.place.city !== null && a.place.city === b.place.city)
    return {
      of: 'place',
      outcome: 'city',
      shown,
      weight: weightOf({ ...place.city, u: share * largestCity }),
    };
  // Of a province that is one city nothing nearer is known, so it counts like a city.
  const { m } = a.place.city === null && b.place.city === null ? place.city : place.province;
  return { of: 'place', outcome: 'province', shown: a.place.province, weight: weightOf({ m, u: share }) };
}

function placeText({ province, city }: Place): string {
  return `${province}${city ?? ''}`;
}

function phones(a: BuyerClues, b: BuyerClues, { phone }: LinkModel): Comparison | null {
  if (a.phoneHash === null || b.phoneHash === null) return null;
  const outcome = a.phoneHash === b.phoneHash ? 'same' : 'differs';
  return { of: 'phone', outcome, weight: weightOf(phone[outcome]) };
}

/**
 * Shares of first characters: those of the shop, with the shares of the model as if so many names had been seen before.
 * @param counts names of the shop by first character; under '' how many there are in all
 */
export function nameShares({ firstCharacters }: LinkModel, counts: ReadonlyMap<string, number>): NameShares {
  const { names, shares, otherLetter, otherDigit, other } = firstCharacters;
  const prior = { digit: otherDigit, letter: otherLetter, other };
  return {
    shareOf(character) {
      const before = shares[character] ?? prior[kindOf(character)];
      return ((counts.get(character) ?? 0) + names * before) / ((counts.get('') ?? 0) + names);
    },
  };
}
