/**
 * From comparisons to probabilities. Before anything is compared, the chance that two sightings are of one buyer is that the
 * buyer came back at all, shared out over the shop's buyers. A sighting is of one buyer at most, so where several could be
 * meant, each takes from the others.
 */
import type { Proposal } from '../../model/possible-link.ts';
import { areTwoPeople, type BuyerClues } from './buyer-clues.ts';
import { compare, type NameShares } from './compare.ts';
import type { LinkModel } from './link-model-schema.ts';

/** The shop in which the two were seen. */
export interface LinkGround {
  model: LinkModel;
  names: NameShares;
  /** About how many people have bought here. */
  buyers: number;
}

/**
 * @param one whom others may be
 * @param others parties that agree with it in something by which they can be looked up; none that is known to be the same
 * @returns those that are likely enough to be shown, the likeliest first
 */
export function propose(one: BuyerClues, others: readonly BuyerClues[], ground: LinkGround): Proposal[] {
  return scored(one, others, ground).filter(({ probability }) => probability >= ground.model.proposeFrom);
}

/** All of them with their probabilities, the likeliest first. */
export function scored(one: BuyerClues, others: readonly BuyerClues[], ground: LinkGround): Proposal[] {
  const { model, names, buyers } = ground;
  const prior = Math.log(model.repeatShare / Math.max(buyers, model.fewestBuyers));
  const possible = others
    .filter((other) => !areTwoPeople(one, other))
    .map((other) => {
      const comparisons = compare(one, other, model, names);
      const logOdds = comparisons.reduce((sum, { weight }) => sum + weight, prior);
      return { other, comparisons, odds: Math.exp(logOdds) };
    })
    .toSorted((a, b) => b.odds - a.odds || (a.other.party < b.other.party ? -1 : 1));
  // Those who differ from a likelier one: of two accounts at least one is somebody else.
  const further = possible.filter((rival, place) =>
    possible.slice(0, place).some((likelier) => areTwoPeople(likelier.other, rival.other)),
  );
  return possible.map(({ other, comparisons, odds }) => {
    // A mask may be either of two accounts, so it competes with all but the likeliest.
    const rivals = other.keys.length === 0 ? further : possible.filter((rival) => areTwoPeople(rival.other, other));
    const against = rivals.reduce((sum, rival) => sum + rival.odds, 1);
    return { parties: [one.party, other.party], comparisons, probability: odds / (odds + against) };
  });
}
