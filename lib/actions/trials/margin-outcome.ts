/** How the arms of a trial came out in what stays with the shop: an offer may bring customers back and still cost more than they leave. */
import type { Interval } from '../../model/trial.ts';
import { meanDifference, type Amounts } from './any-time.ts';
import type { Buyer, Outcome } from './outcome.ts';

export interface MarginOutcome {
  /** Of those whose margin is known; who bought nothing left nothing. */
  arms: [first: Amounts, second: Amounts];
  /** Of those who bought, the part whose margin is known, 0..1; 1 where nobody bought. */
  known: number;
  /** Per customer, the second arm less the first; null while there are too few, or too little is known. */
  difference: Interval | null;
}

/** Where the margin of fewer buyers is known, those who are left are not those who took part. */
export const MIN_KNOWN = 0.8;

/** @param marginFenOf what a buyer's orders of these days left; null where it is not known */
export function marginOutcomeOf(
  { arms, buyers, progress }: Pick<Outcome, 'arms' | 'buyers' | 'progress'>,
  marginFenOf: (buyer: Buyer) => number | null,
): MarginOutcome {
  const margins = buyers.map((theirs) => theirs.map(marginFenOf)) as [(number | null)[], (number | null)[]];
  const amounts = [0, 1].map((at) => amountsOf(arms[at]!.customers, margins[at]!)) as MarginOutcome['arms'];
  const all = margins.flat();
  const known = all.length === 0 ? 1 : all.filter((fen) => fen !== null).length / all.length;
  const tells = progress > 0 && known >= MIN_KNOWN;
  return { arms: amounts, known, difference: tells ? meanDifference(amounts[0], amounts[1], progress) : null };
}

function amountsOf(customers: number, margins: readonly (number | null)[]): Amounts {
  const amounts = { customers, sum: 0, squares: 0 };
  for (const fen of margins) {
    if (fen === null) {
      amounts.customers -= 1;
      continue;
    }
    amounts.sum += fen;
    amounts.squares += fen ** 2;
  }
  return amounts;
}
