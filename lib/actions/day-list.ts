/**
 * Whom to look after today: every customer stands under the first playbook that is due for them. Computed for all rows at once,
 * by the same clauses that `suggest` holds against one customer.
 */
import { allowedBy, type ShopModel } from '../insight/churn/shop-model.ts';
import type { Tier } from '../insight/tiers/tier.ts';
import { firstOf, passColumn, type Columns } from '../insight/tiers/tier-columns.ts';
import type { Clause } from '../insight/tiers/clause-schema.ts';
import type { ContactLimits } from './contact-limits.ts';
import { tooSmall } from './guards.ts';
import type { Job } from './job.ts';
import { bestSavingAt, isNeverLess, OLD_FROM_PURCHASES, savingAt } from './fairness.ts';
import type { Offer } from './offer-schema.ts';
import { effectiveDiscount } from './offer.ts';
import type { Playbook } from './playbook.ts';

/** A playbook that puts customers on the list. */
export type DuePlaybook = Playbook & { due: NonNullable<Playbook['due']> };

/** In the order given: that of precedence. */
export function duePlaybooks(playbooks: readonly Playbook[]): DuePlaybook[] {
  return playbooks.filter((playbook): playbook is DuePlaybook => playbook.due !== null);
}

/** Nobody is approached who asked for quiet; who has an open case is calmed and offered nothing (CPL-13, CHN-10, ACT-63). */
const undisturbed: readonly Clause[] = [{ metric: 'doNotDisturb', is: '=', value: 0 }];
const untroubled: readonly Clause[] = [{ metric: 'openAfterSales', is: '=', value: 0 }];

function lineOf({ all, due, offer }: DuePlaybook): Clause[] {
  return [...all, ...due.all, ...(due.job === 'calm' ? [] : undisturbed), ...(offer ? untroubled : [])];
}

/**
 * @param playbooks at most 255
 * @param toNew what new customers are given; who bought more often is not put on the list for less
 * @returns for each row 1 + the place of its playbook, 0 for who is not due
 */
export function dueColumn(
  columns: Columns,
  tiers: readonly Tier[],
  playbooks: readonly DuePlaybook[],
  limits: ContactLimits,
  toNew: readonly Offer[] = [],
): Uint8Array {
  return firstOf(
    columns.size,
    playbooks.map((playbook) => () => dueMask(columns, tiers, playbook, limits, toNew)),
  );
}

function dueMask(
  columns: Columns,
  tiers: readonly Tier[],
  playbook: DuePlaybook,
  limits: ContactLimits,
  toNew: readonly Offer[],
): Uint8Array {
  const mask = passColumn(columns, lineOf(playbook));
  leaveOutOthers(mask, columns, tiers, playbook);
  if (!playbook.offer) return mask;
  leaveOutTooSmall(mask, columns.column('averageFen'), playbook.offer, limits);
  leaveOutUnfair(mask, columns, playbook.offer, toNew);
  return mask;
}

/** Who is in none of the playbook's tiers. */
function leaveOutOthers(mask: Uint8Array, columns: Columns, tiers: readonly Tier[], playbook: DuePlaybook): void {
  if (playbook.tierIds.length === 0) return;
  const inTier = new Uint8Array(mask.length);
  for (const { id, all } of tiers) {
    if (!playbook.tierIds.includes(id)) continue;
    const passes = passColumn(columns, all);
    for (let row = 0; row < inTier.length; row += 1) inTier[row]! |= passes[row]!;
  }
  for (let row = 0; row < mask.length; row += 1) mask[row]! &= inTier[row]!;
}

/** As `unfairToOld`, for all rows. */
function leaveOutUnfair(mask: Uint8Array, columns: Columns, offer: Offer, toNew: readonly Offer[]): void {
  if (isNeverLess(offer, toNew)) return;
  const [averageFen, purchaseCount] = [columns.column('averageFen'), columns.column('purchaseCount')];
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 0 || purchaseCount[row]! < OLD_FROM_PURCHASES) continue;
    const basketFen = Math.round(averageFen[row]!);
    if (basketFen > 0 && savingAt(offer, basketFen) < bestSavingAt(toNew, basketFen)) mask[row] = 0;
  }
}

/** For a basket that is not known, no offer is known to be too small. */
function leaveOutTooSmall(mask: Uint8Array, averageFen: Float64Array, offer: Offer, limits: ContactLimits): void {
  for (let row = 0; row < mask.length; row += 1) {
    const basketFen = Math.round(averageFen[row]!);
    if (mask[row] === 1 && basketFen > 0 && tooSmall(effectiveDiscount(offer, basketFen), limits)) mask[row] = 0;
  }
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
