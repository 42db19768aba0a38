/**
 * Whom to look after today: every customer stands under the first playbook that is due for them. Computed for all rows at once,
 * by the same clauses that `suggest` holds against one customer.
 */
import { allowedBy, type ShopModel } from '../insight/churn/shop-model.ts';
import type { Tier } from '../insight/tiers/tier.ts';
import { recencyIndex, recencySpan, rowsWithin, spanOfAny } from '../insight/tiers/recency-index.ts';
import { RowSieve } from '../insight/tiers/row-sieve.ts';
import type { Columns } from '../insight/tiers/tier-columns.ts';
import type { ActivePlaybook } from './active-playbooks.ts';
import type { Clause } from '../insight/tiers/clause-schema.ts';
import type { ContactLimits } from './contact-limits.ts';
import type { Job } from './job.ts';
import { bestSavingAt, isNeverLess, OLD_FROM_PURCHASES, savingAt } from './fairness.ts';
import type { Offer } from './offer-schema.ts';
import { savedShare } from './offer.ts';
import type { Playbook, SeatedPlaybook } from './playbook.ts';

/** A playbook that puts customers on the list. */
export type Due<P extends Playbook = Playbook> = P & { due: NonNullable<P['due']> };
export type DuePlaybook = Due<ActivePlaybook>;

/** In the order given: that of precedence; without those that have no seat left. */
export function duePlaybooks<P extends SeatedPlaybook>(playbooks: readonly P[]): Due<P>[] {
  return playbooks.filter((playbook): playbook is Due<P> => playbook.due !== null && playbook.seatsLeft !== 0);
}

/** Nobody is approached who asked for quiet; who has an open case is calmed and offered nothing (CPL-13, CHN-10, ACT-63). */
const undisturbed: readonly Clause[] = [{ metric: 'doNotDisturb', is: '=', value: 0 }];
const untroubled: readonly Clause[] = [{ metric: 'openAfterSales', is: '=', value: 0 }];

/** Those that few customers pass come first, so that little is left to look at for the others. */
export function lineOf({ all, due, offer }: Due): Clause[] {
  return [...due.all, ...all, ...(offer ? untroubled : []), ...(due.job === 'calm' ? [] : undisturbed)];
}

/** Whether a trial of the playbook at that place leaves the row alone. */
export type IsLeftAlone = (row: number, place: number) => boolean;

/** Whether a right of the shop takes the place of that playbook's offer where it is too small for the row (ACT-15), as on the card. */
export type GivesRight = (row: number, place: number) => boolean;

/**
 * @param playbooks at most 255
 * @param toNew what new customers are given; who bought more often is not put on the list for less
 * @param isLeftAlone who is left alone by a trial comes under the next playbook that is due for them; null where nobody is
 * @param givesRight null where the shop has no rights: whose offer is too small comes under the next playbook
 * @returns for each row 1 + the place of its playbook, 0 for who is not due
 */
export function dueColumn(
  columns: Columns,
  tiers: readonly Tier[],
  playbooks: readonly Due[],
  limits: ContactLimits,
  toNew: readonly Offer[] = [],
  isLeftAlone: IsLeftAlone | null = null,
  givesRight: GivesRight | null = null,
): Uint8Array {
  if (playbooks.length > 255) throw new RangeError(`expected at most 255 playbooks, found ${playbooks.length}`);
  const due = new Uint8Array(columns.size);
  const rows = new RowSieve(columns);
  const index = recencyIndex(columns);
  for (const [place, playbook] of playbooks.entries()) {
    const line = lineOf(playbook);
    const ofTiers = tiers.filter(({ id }) => playbook.tierIds.includes(id)).map(({ all }) => all);
    rows.start(rowsWithin(index, recencySpan(line), spanOfAny(ofTiers.map(recencySpan))));
    for (const clause of line) rows.keep(clause);
    if (playbook.tierIds.length > 0) rows.keepAnyOf(ofTiers);
    const isGood = goodOffer(columns, playbook, limits, toNew, givesRight && ((row) => givesRight(row, place)));
    if (isGood) rows.keepIf(isGood);
    for (const row of rows.take())
      if (isLeftAlone?.(row, place)) rows.giveBack(row);
      else due[row] = place + 1;
  }
  return due;
}

/**
 * What must hold of a row for the playbook's offer to be made, or a right in its place.
 * @param givesRight of the rows for which the offer is too small; null for none
 * @returns null for a playbook without an offer
 */
export function goodOffer(
  columns: Columns,
  { offer }: Pick<Playbook, 'offer'>,
  limits: ContactLimits,
  toNew: readonly Offer[],
  givesRight: ((row: number) => boolean) | null,
): ((row: number) => boolean) | null {
  if (!offer) return null;
  const isBigEnough = bigEnoughFor(columns.column('averageFen'), offer, limits);
  const isFair = isNeverLess(offer, toNew) ? null : fairTo(columns, offer, toNew);
  return (row) => (isBigEnough(row) ? !isFair || isFair(row) : givesRight !== null && givesRight(row));
}

/** For a basket that is not known, no offer is known to be too small. */
function bigEnoughFor(averageFen: Float64Array, offer: Offer, limits: ContactLimits): (row: number) => boolean {
  return (row) => {
    const basketFen = Math.round(averageFen[row]!);
    return !(basketFen > 0 && savedShare(offer, basketFen) < limits.minOfferShare);
  };
}

/** As `unfairToOld`. */
function fairTo(columns: Columns, offer: Offer, toNew: readonly Offer[]): (row: number) => boolean {
  const [averageFen, purchaseCount] = [columns.column('averageFen'), columns.column('purchaseCount')];
  return (row) => {
    const basketFen = Math.round(averageFen[row]!);
    if (basketFen <= 0 || purchaseCount[row]! < OLD_FROM_PURCHASES) return true;
    return savingAt(offer, basketFen) >= bestSavingAt(toNew, basketFen);
  };
}

/** Which number orders a list; who has none comes last. */
export type ListOrder = 'wakingValueFen' | 'expectedSpendFen' | 'netSpendFen';

/**
 * To wake, what silence has cost so far; to calm and to thank, what is still to come. Where the shop's past allows no such
 * figure, what they spent.
 * @param model null before the first fit
 */
export function orderOf(job: Job, model: ShopModel | null): ListOrder {
  if (!model) return 'netSpendFen';
  const { health, amounts } = allowedBy(model);
  if (job === 'wake' && health && model.spend !== null) return 'wakingValueFen';
  return amounts ? 'expectedSpendFen' : 'netSpendFen';
}

/** Times that a playbook counts as followed before anybody said anything of it. */
const IMAGINED = 4;

/**
 * What the reasons taught: the share of the times it was followed rather than declined, by which the worth of its customers is
 * multiplied in the order of the list. 1 while nobody declined.
 */
export function acceptance({ followed, declined }: { followed: number; declined: number }): number {
  return (followed + IMAGINED) / (followed + declined + IMAGINED);
}
