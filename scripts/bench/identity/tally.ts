/** How right proposed links are: every masked order against all that share its tail. */
import type { BuyerClues } from '../../../lib/insight/identity/buyer-clues.ts';
import { scored } from '../../../lib/insight/identity/propose.ts';
import { linkModel } from '../../../lib/rules/identity.ts';
import type { Population } from './population.ts';

export interface ThresholdTally {
  threshold: number;
  /** Pairs that are proposed, each once. */
  proposed: number;
  wrong: number;
  /** Orders for which a right pair is proposed. */
  found: number;
  /** Orders for which there is one to find: another order of the buyer, or the buyer as a known customer. */
  findable: number;
}

export const thresholds = [0.5, 0.9, 0.99, 0.995, 0.999, 0.9995, 0.9999] as const;

export function tally({ parties, personOf, names, buyers }: Population): ThresholdTally[] {
  const byTail = new Map<string, BuyerClues[]>();
  for (const party of parties) for (const tail of party.tails) byTail.set(tail, [...(byTail.get(tail) ?? []), party]);
  const perPerson = new Map<number, number>();
  for (const person of personOf.values()) perPerson.set(person, (perPerson.get(person) ?? 0) + 1);
  const tallies = thresholds.map((threshold) => ({ threshold, proposed: 0, wrong: 0, found: 0, findable: 0 }));
  const ground = { model: linkModel, names, buyers };
  for (const one of parties.filter(({ keys }) => keys.length === 0)) {
    const person = personOf.get(one.party)!;
    const others = (byTail.get(one.tails[0]!) ?? []).filter((other) => other !== one);
    const proposals = others.length === 0 ? [] : scored(one, others, ground);
    for (const each of tallies) {
      const shown = proposals.filter(({ probability }) => probability >= each.threshold);
      const isRight = ([, other]: readonly [string, string]) => personOf.get(other) === person;
      // A pair of two masked orders is met twice.
      const counted = shown.filter(({ parties: [left, right] }) => right.startsWith('customer') || left < right);
      each.proposed += counted.length;
      each.wrong += counted.filter((proposal) => !isRight(proposal.parties)).length;
      each.found += shown.some((proposal) => isRight(proposal.parties)) ? 1 : 0;
      each.findable += perPerson.get(person)! > 1 ? 1 : 0;
    }
  }
  return tallies;
}
