/** Who is due for what in each shop, less those whom a guard keeps off the list. */
import {
  dueColumn,
  duePlaybooks,
  type DuePlaybook,
  type GivesRight,
  type IsLeftAlone,
} from '../../actions/day-list.ts';
import type { Benefit } from '../../actions/benefit-schema.ts';
import type { ContactLimits } from '../../actions/contact-limits.ts';
import { DueRows } from '../../actions/due-rows.ts';
import { heldOffList, restsOnAllSeen, type LowCoverage } from '../../actions/guards.ts';
import type { Numbers } from '../../actions/playbook-numbers.ts';
import type { Job } from '../../actions/job.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import { leftAloneBy, rightsBeside } from '../../actions/trials/hold-out.ts';
import { rowOf, type Ledger } from '../../insight/ledger/ledger.ts';
import { lay } from '../../insight/ledger/merge.ts';
import { LaidMeasures } from '../../insight/measures/laid-measures.ts';
import type { Measures } from '../../insight/measures/measures.ts';
import type { Tier } from '../../insight/tiers/tier.ts';
import type { Interval, Trial } from '../../model/trial.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerDealings } from '../customers/dealings.ts';
import { readDayGround } from './day-ground.ts';
import type { OpenOrders } from '../service/open-orders.ts';
import { readOwnNumbers, type OwnNumbers } from '../shops/number-changes.ts';
import { readShopMeasures, type ShopReading } from '../shops/shop-measures.ts';
import { readTrials, type KeptTrial } from './trials.ts';
import { lowCoverageOf } from '../shops/withheld.ts';

export type Dealings = ReadonlyMap<string, CustomerDealings>;

/** A shop with who is due in it, less those whom a guard keeps off. */
export interface DueShop extends ShopReading {
  /** Those that are open in it today, with its own numbers. */
  onList: readonly DuePlaybook[];
  /** 1 + the place of the playbook, 0 for nobody. */
  due: Uint8Array;
  /** Those that run. */
  trials: readonly Trial[];
  /** By playbook, what came of the shop's ended trials of it against nothing. */
  differences: ReadonlyMap<string, readonly Interval[]>;
  /** By job, who would be due but for a trial, and is due for nothing else. */
  heldOut: Record<Job, number>;
  lowCoverage: LowCoverage | null;
  limits: ContactLimits;
  /** What the shop set of the limits of its platform's coupon tool. */
  couponLimits: Numbers;
  /** Rights of the shop: one of them is given to whom an offer is too small for. */
  benefits: readonly Benefit[];
}

/** Customers with open work orders (`readOpenOrders`): no offers for them, and those first whose work order is late. */
export type Troubled = ReadonlyMap<string, OpenOrders>;
export const nobody: Troubled = new Map();

export async function readDueShops(
  db: LiukeDatabase,
  shopId: string | null,
  dealings: Dealings,
  troubled: Troubled,
  now: number,
): Promise<DueShop[]> {
  const shopIds = shopId ? [shopId] : await db.shops.toCollection().primaryKeys();
  return await Promise.all(
    shopIds.map(async (id) => readDueShop(db, id, await readOwnNumbers(db, id), { dealings, troubled }, now)),
  );
}

/**
 * One shop by numbers that need not be those it set.
 * @param alsoOn id of a playbook that counts as switched on
 */
export async function readDueShop(
  db: LiukeDatabase,
  id: string,
  numbers: OwnNumbers,
  known: Known,
  now: number,
  alsoOn: string | null = null,
): Promise<DueShop> {
  const reading = await readShopMeasures(db, id, now);
  const [{ active, limits, toNew, benefits }, kept] = await Promise.all([
    readDayGround(db, reading.context, numbers, now, alsoOn),
    readTrials(db, id),
  ]);
  const trials = kept.filter(({ stoppedAt }) => stoppedAt === null).map(({ trial }) => trial);
  const lowCoverage = lowCoverageOf(reading.context.coverage);
  const onList = duePlaybooks(active).filter((playbook) => !lowCoverage || !restsOnAllSeen(playbook));
  const ground = { limits, toNew, trials, hasRights: benefits.length > 0 };
  const byNumbers = dueByNumbers(reading, onList, ground);
  const standing = withoutHeld(reading, onList, byNumbers, limits, known, now);
  const { couponLimits } = numbers;
  const differences = differencesIn(kept);
  return { ...reading, onList, ...standing, trials, differences, lowCoverage, limits, couponLimits, benefits };
}

function differencesIn(kept: readonly KeptTrial[]): Map<string, Interval[]> {
  const differences = new Map<string, Interval[]>();
  for (const { trial, difference } of kept)
    if (difference && trial.arms[0].armId === 'holdOut')
      differences.set(trial.playbookId, [...(differences.get(trial.playbookId) ?? []), difference]);
  return differences;
}

interface DueColumns {
  due: Uint8Array;
  /** 1 + the place of the first playbook whose trial leaves the row alone. */
  leftAlone: Uint8Array;
}

interface DueByNumbers extends DueColumns {
  rows: DueRows<DuePlaybook>;
  isLeftAlone: IsLeftAlone | null;
}

/** What decides beside the playbooks themselves who is due by the numbers. */
interface DueGround {
  limits: ContactLimits;
  toNew: readonly Offer[];
  trials: readonly Trial[];
  /** The shop has rights that are no cut in price. */
  hasRights: boolean;
}

function dueByNumbers(
  { measures, context }: ShopReading,
  onList: readonly DuePlaybook[],
  ground: DueGround,
): DueByNumbers {
  const { limits, toNew, trials } = ground;
  const { ledger } = measures;
  const rows = new DueRows(measures, context.tiers, onList, limits, toNew, rightsIn(ledger, onList, ground));
  const key = JSON.stringify([
    onList.map(({ id, all, due, offer }) => [id, all, due, offer]),
    context.tiers,
    limits.minOfferShare,
    toNew,
    trials.map(({ trialId }) => trialId),
    ground.hasRights,
  ]);
  const columns = dueColumns(measures, context.tiers, onList, ground, key);
  return { ...columns, rows, isLeftAlone: leftAloneBy(ledger, onList, trials) };
}

/**
 * Who is due by the numbers alone, computed once per reading as long as playbooks, tiers, limits, offers to new customers and trials are
 * the same. Numbers that are only tried out must not push out those in force.
 */
const keptColumns = new WeakMap<Measures, Map<string, DueColumns>>();
const MOST_KEPT = 3;

function dueColumns(
  measures: Measures,
  tiers: readonly Tier[],
  onList: readonly DuePlaybook[],
  ground: DueGround,
  key: string,
): DueColumns {
  const kept = keptColumns.get(measures) ?? new Map<string, DueColumns>();
  const known = kept.get(key);
  // What was asked for last goes last.
  kept.delete(key);
  const of = (layer: Measures) => dueColumns(layer, tiers, onList, ground, key);
  const columns =
    known ??
    (measures instanceof LaidMeasures
      ? laid(measures, of(measures.layers.older), of(measures.layers.newer))
      : computeDue(measures, tiers, onList, ground));
  kept.set(key, columns);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  keptColumns.set(measures, kept);
  return columns;
}

/** Who is due for what follows from the row alone. */
function laid({ ledger, size }: Measures, older: DueColumns, newer: DueColumns): DueColumns {
  const column = (name: keyof DueColumns) => lay(ledger.layers!, older[name], newer[name], new Uint8Array(size));
  return { due: column('due'), leftAlone: column('leftAlone') };
}

function computeDue(
  measures: Measures,
  tiers: readonly Tier[],
  onList: readonly DuePlaybook[],
  ground: DueGround,
): DueColumns {
  const { limits, toNew, trials } = ground;
  const isLeftAlone = leftAloneBy(measures.ledger, onList, trials);
  const leftAlone = new Uint8Array(measures.size);
  const note = (row: number, place: number) => {
    const isAlone = isLeftAlone?.(row, place) === true;
    if (isAlone && leftAlone[row] === 0) leftAlone[row] = place + 1;
    return isAlone;
  };
  const givesRight = rightsIn(measures.ledger, onList, ground);
  const due = dueColumn(measures, tiers, onList, limits, toNew, isLeftAlone && note, givesRight);
  return { due, leftAlone };
}

function rightsIn(ledger: Ledger, onList: readonly DuePlaybook[], { trials, hasRights }: DueGround): GivesRight | null {
  return hasRights ? rightsBeside(ledger, onList, trials) : null;
}

export interface Known {
  dealings: Dealings;
  troubled: Troubled;
}

/**
 * Those with dealings or open work orders, one by one: those whose work order is late are calmed first; the others come under the first
 * playbook that no guard holds back.
 * @returns who is due, and by job how many are left alone by a trial and due for nothing else
 */
function withoutHeld(
  { measures }: ShopReading,
  onList: readonly DuePlaybook[],
  byNumbers: DueByNumbers,
  limits: ContactLimits,
  { dealings, troubled }: Known,
  now: number,
): Pick<DueShop, 'due' | 'heldOut'> {
  const { rows, isLeftAlone } = byNumbers;
  const due = byNumbers.due.slice();
  const leftAlone = byNumbers.leftAlone.slice();
  const calm = onList.findIndex((playbook) => playbook.due.job === 'calm');
  for (const customerId of new Set([...dealings.keys(), ...troubled.keys()])) {
    const row = rowOf(measures.ledger, customerId);
    if (row < 0) continue;
    const { contacts, putOffs } = dealings.get(customerId) ?? { contacts: [], putOffs: [] };
    const { open: openWorkOrders, late } = troubled.get(customerId) ?? { open: 0, late: 0 };
    const isHeld = (playbook: DuePlaybook) =>
      heldOffList({ playbook, contacts, putOffs, openWorkOrders, limits, now }) !== null;
    if (leftAlone[row]! > 0 && isHeld(onList[leftAlone[row]! - 1]!)) leftAlone[row] = 0;
    due[row] =
      late > 0 && calm >= 0
        ? isHeld(onList[calm]!)
          ? 0
          : calm + 1
        : rows.firstOf(row, due[row]!, (playbook, place) => isHeld(playbook) || isLeftAlone?.(row, place) === true);
  }
  const heldOut = { calm: 0, wake: 0, thank: 0 };
  for (let row = 0; row < due.length; row += 1)
    if (leftAlone[row]! > 0 && due[row] === 0) heldOut[onList[leftAlone[row]! - 1]!.due.job] += 1;
  return { due, heldOut };
}
