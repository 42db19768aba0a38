/** The list of the day: who is due for what, those first of whom it is worth most. Counted and ordered on columns. */
import { basketMarginOf, offerMarginOf, type BasketMargin, type OfferMargin } from '../actions/basket-margin.ts';
import type { CostBook } from '../actions/cost-book.ts';
import { acceptance, dueColumn, duePlaybooks, orderOf, type DuePlaybook, type ListOrder } from '../actions/day-list.ts';
import { offersToNew } from '../actions/fairness.ts';
import { heldOffList, restsOnSilence, type LowCoverage } from '../actions/guards.ts';
import { jobs, type Job } from '../actions/job.ts';
import { effectiveDiscount } from '../actions/offer.ts';
import type { Offer } from '../actions/offer-schema.ts';
import { heldOutMask } from '../actions/trials/hold-out.ts';
import { inTrialOf, offerInTrial } from '../actions/trials/in-trial.ts';
import type { Metrics } from '../insight/metrics.ts';
import { idAt, rowOf } from '../insight/ledger/ledger.ts';
import { rowsOf, topRows } from '../insight/segments/select.ts';
import { check, distinctEvidence, type Evidence } from '../insight/tiers/clause.ts';
import { countBy } from '../insight/tiers/tier-columns.ts';
import { isAgainstPlaybook } from '../model/decline-reason.ts';
import { dayOf } from '../model/shanghai-time.ts';
import type { Trial } from '../model/trial.ts';
import { fairness, marginLimits } from '../rules/offers.ts';
import { contactLimits, playbooks } from '../rules/playbooks.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CustomerRecord } from '../store/records.ts';
import { readActionSettings } from './action-settings.ts';
import type { Assessment } from './assessment.ts';
import { readAssessments } from './buyers-view.ts';
import { readRecentDealings, type CustomerDealings } from './dealings.ts';
import { readCostBook } from './costs.ts';
import { readActivePlaybooks } from './open-playbooks.ts';
import type { OpenOrders } from './open-orders.ts';
import { readShopMeasures, type ShopReading } from './shop-measures.ts';
import { readRunningTrials } from './trials.ts';
import { lowCoverageOf } from './withheld.ts';

const everyDue = duePlaybooks(playbooks);

export interface JobCount {
  /** Customers to look after. */
  due: number;
  /** Of those looked after today. */
  done: number;
  /** Left alone by a trial that runs. */
  heldOut: number;
  /** Of the shop of which least was seen, where that is too little to list anybody; null for enough. */
  lowCoverage: LowCoverage | null;
}

/** One customer of the list. */
export interface Task {
  customer: CustomerRecord;
  assessment: Assessment;
  playbook: DuePlaybook;
  /** Why today: what of the playbook holds. */
  evidence: Evidence[];
  /** What to give: the playbook's offer, or that of the customer's arm in a trial. */
  offer: Offer | null;
  /** What a trial has staff say; null for whatever they would. */
  wording: string | null;
  /** What the order rests on; null for not known. */
  worthFen: number | null;
  /** What stays with the shop; null without an offer, and where too little of the costs is known. */
  margin: OfferMargin | null;
  /** Their work orders that are late: they are on the list for these. */
  lateOrders: number;
}

export interface TaskList {
  tasks: Task[];
  /** By what the tasks are ordered; of several shops the weakest that all of them have. */
  order: ListOrder;
  /** Of those that came before the last one shown, who was left out: the offer would leave less than the shop's floor. */
  underMargin: number;
}

/** So many times as many as are shown are looked at, where offers of the first leave too little. */
const LOOK_FURTHER = 5;

type Dealings = ReadonlyMap<string, CustomerDealings>;

/** A shop with who is due in it, less those whom a guard keeps off. */
interface DueShop extends ShopReading {
  /** Those that are open in it today. */
  onList: readonly DuePlaybook[];
  /** 1 + the place of the playbook, 0 for nobody. */
  due: Uint8Array;
  trials: readonly Trial[];
  /** By job, who would be due but for a trial. */
  heldOut: Record<Job, number>;
  lowCoverage: LowCoverage | null;
}

/** Customers with open work orders (`readOpenOrders`): no offers for them, and those first whose work order is late. */
type Troubled = ReadonlyMap<string, OpenOrders>;
const nobody: Troubled = new Map();

/** @param shopId null for all shops together */
export async function readJobCounts(
  db: LiukeDatabase,
  shopId: string | null,
  now: number,
  troubled: Troubled = nobody,
): Promise<Record<Job, JobCount>> {
  const dealings = await readRecentDealings(db, now);
  const counts: Record<Job, JobCount> = {
    calm: { due: 0, done: 0, heldOut: 0, lowCoverage: null },
    wake: { due: 0, done: 0, heldOut: 0, lowCoverage: null },
    thank: { due: 0, done: 0, heldOut: 0, lowCoverage: null },
  };
  for (const { due, measures, onList, heldOut, lowCoverage } of await readDueShops(
    db,
    shopId,
    dealings,
    troubled,
    now,
  )) {
    const byPlaybook = countBy(due, onList.length + 1);
    for (const job of jobs) counts[job].heldOut += heldOut[job];
    if (lowCoverage && lowCoverage.share < (counts.wake.lowCoverage?.share ?? 1)) counts.wake.lowCoverage = lowCoverage;
    for (const [place, playbook] of onList.entries()) counts[playbook.due.job].due += byPlaybook[place + 1]!;
    for (const [customerId, { contacts }] of dealings)
      if (rowOf(measures.ledger, customerId) >= 0) for (const job of jobsDone(contacts, now)) counts[job].done += 1;
  }
  return counts;
}

/**
 * The first of one job's customers.
 * @param shopId null for all shops together
 */
export async function readTasks(
  db: LiukeDatabase,
  shopId: string | null,
  job: Job,
  now: number,
  most: number,
  troubled: Troubled = nobody,
): Promise<TaskList> {
  const dealings = await readRecentDealings(db, now);
  const shops = await readDueShops(db, shopId, dealings, troubled, now);
  const order = weakest(shops.map(({ context: { model } }) => orderOf(job, model)));
  const accepted = acceptanceBy(dealings);
  // Costs are no columns: whose offer leaves too little is found among those that would be shown, and the next ones move up.
  const candidates = shops
    .flatMap((shop) => firstOf(shop, job, order, accepted, most * LOOK_FURTHER))
    .toSorted((a, b) => Number(Number.isNaN(a.rank)) - Number(Number.isNaN(b.rank)) || b.rank - a.rank);
  const list: TaskList = { order, tasks: [], underMargin: 0 };
  for (let at = 0; at < candidates.length && list.tasks.length < most; at += most) {
    const portion = await readPortion(db, candidates.slice(at, at + most), troubled, now);
    for (const { task, isUnderMargin } of portion) {
      if (list.tasks.length === most) break;
      if (isUnderMargin) list.underMargin += 1;
      else list.tasks.push(task);
    }
  }
  return list;
}

type Candidate = ReturnType<typeof firstOf>[number];

async function readPortion(
  db: LiukeDatabase,
  portion: readonly Candidate[],
  troubled: Troubled,
  now: number,
): Promise<{ task: Task; isUnderMargin: boolean }[]> {
  const ids = portion.map(({ customerId }) => customerId);
  const [customers, assessments] = await Promise.all([db.customers.bulkGet(ids), readAssessments(db, ids, now)]);
  const shopsOfOffers = new Set(
    portion.flatMap(({ playbook, customerId, trials }, at) => {
      const hasOffer = offerInTrial(playbook, inTrialOf(trials, playbook, customerId)) !== null;
      return hasOffer ? (customers[at]?.shopId ?? []) : [];
    }),
  );
  const margins = await readMargins(db, [...shopsOfOffers], ids);
  return portion.flatMap(({ customerId, playbook, worthFen, trials }, index) => {
    const [customer, assessment] = [customers[index], assessments.get(customerId)];
    if (!customer || !assessment) return [];
    const lateOrders = troubled.get(customerId)?.late ?? 0;
    const inTrial = inTrialOf(trials, playbook, customerId);
    const offer = offerInTrial(playbook, inTrial);
    const wording = inTrial?.arm.wording ?? null;
    const evidence = evidenceOf(playbook, assessment);
    const known = offer ? margins.get(customer.shopId) : undefined;
    const margin = known && offer ? marginAt(offer, assessment.metrics, known.of(customerId)) : null;
    const task = { customer, assessment, playbook, evidence, offer, wording, worthFen, margin, lateOrders };
    // Who is calmed is on the list for what went wrong.
    const isUnderMargin = margin !== null && playbook.due.job !== 'calm' && margin.afterShare < known!.floorShare;
    return [{ task, isUnderMargin }];
  });
}

interface ShopMargins {
  floorShare: number;
  of: (customerId: string) => BasketMargin | null;
}

/** Of those shops that brought costs. */
async function readMargins(
  db: LiukeDatabase,
  shopIds: readonly string[],
  customerIds: readonly string[],
): Promise<Map<string, ShopMargins>> {
  const books = await Promise.all(shopIds.map(async (shopId) => [shopId, await readCostBook(db, shopId)] as const));
  const known = books.filter((entry): entry is readonly [string, CostBook] => entry[1] !== null);
  if (known.length === 0) return new Map();
  const [orders, settings] = await Promise.all([
    db.orders
      .where('customerId')
      .anyOf([...customerIds])
      .toArray(),
    Promise.all(known.map(([shopId]) => readActionSettings(db, shopId))),
  ]);
  const theirs = Map.groupBy(orders, ({ customerId }) => customerId);
  return new Map(
    known.map(([shopId, book], at) => [
      shopId,
      {
        floorShare: settings[at]!.marginFloorShare ?? marginLimits.floorShare,
        of: (customerId) => basketMarginOf(theirs.get(customerId) ?? [], book, marginLimits),
      },
    ]),
  );
}

function marginAt(
  offer: Offer,
  { averageFen, returnPercent }: Metrics,
  margin: BasketMargin | null,
): OfferMargin | null {
  const basketFen = Math.round(averageFen ?? 0);
  return margin && basketFen > 0 ? offerMarginOf(effectiveDiscount(offer, basketFen), margin, returnPercent) : null;
}

async function readDueShops(
  db: LiukeDatabase,
  shopId: string | null,
  dealings: Dealings,
  troubled: Troubled,
  now: number,
): Promise<DueShop[]> {
  const shopIds = shopId ? [shopId] : await db.shops.toCollection().primaryKeys();
  const readings = await Promise.all(shopIds.map((id) => readShopMeasures(db, id, now)));
  return await Promise.all(
    readings.map(async (reading) => {
      const { shopId: id, asOfDay } = reading.context;
      const [active, trials, coupons] = await Promise.all([
        readActivePlaybooks(db, id, asOfDay, now),
        readRunningTrials(db, id),
        db.coupons.where('shopId').equals(id).toArray(),
      ]);
      const lowCoverage = lowCoverageOf(reading.context.coverage);
      const onList = duePlaybooks(active).filter((playbook) => !lowCoverage || !restsOnSilence(playbook));
      const byNumbers = dueByNumbers(reading, onList, offersToNew(active, coupons, fairness, now), trials);
      const due = withoutHeld(reading, onList, byNumbers.due, { dealings, troubled }, now);
      return { ...reading, onList, due, trials, heldOut: leaveOut(onList, byNumbers.heldOut, due), lowCoverage };
    }),
  );
}

interface DueByNumbers {
  due: Uint8Array;
  /** 1 for who is left alone by a trial. */
  heldOut: Uint8Array;
}

/** Who is due by the numbers alone, computed once per reading as long as playbooks, offers to new customers and trials are the same. */
const dueOf = new WeakMap<ShopReading, { key: string; byNumbers: DueByNumbers }>();

function dueByNumbers(
  reading: ShopReading,
  onList: readonly DuePlaybook[],
  toNew: readonly Offer[],
  trials: readonly Trial[],
): DueByNumbers {
  const key = JSON.stringify([onList.map(({ id, all }) => [id, all]), toNew, trials.map(({ trialId }) => trialId)]);
  const known = dueOf.get(reading);
  if (known?.key === key) return known.byNumbers;
  const { measures, context } = reading;
  const due = dueColumn(measures, context.tiers, onList, contactLimits, toNew);
  const byNumbers = { due, heldOut: heldOutMask(due, measures.ledger, onList, trials) };
  dueOf.set(reading, { key, byNumbers });
  return byNumbers;
}

/** @returns how many were taken off, by job */
function leaveOut(onList: readonly DuePlaybook[], heldOut: Uint8Array, due: Uint8Array): Record<Job, number> {
  const counts = { calm: 0, wake: 0, thank: 0 };
  for (let row = 0; row < due.length; row += 1) {
    if (heldOut[row] === 0 || due[row] === 0) continue;
    counts[onList[due[row]! - 1]!.due.job] += 1;
    due[row] = 0;
  }
  return counts;
}

/** Those whose work order is late are calmed first; whose work order is open is offered nothing. */
function withoutHeld(
  { measures }: ShopReading,
  onList: readonly DuePlaybook[],
  byNumbers: Uint8Array,
  { dealings, troubled }: { dealings: Dealings; troubled: Troubled },
  now: number,
): Uint8Array {
  const due = byNumbers.slice();
  // 0 where the shop calms nobody.
  const calmFirst = 1 + onList.findIndex((playbook) => playbook.due.job === 'calm');
  for (const [customerId, { late }] of troubled) {
    const row = rowOf(measures.ledger, customerId);
    if (row < 0) continue;
    if (late > 0 && calmFirst > 0) due[row] = calmFirst;
    else if (onList[due[row]! - 1]?.offer) due[row] = 0;
  }
  for (const [customerId, { contacts, putOffs }] of dealings) {
    const row = rowOf(measures.ledger, customerId);
    const playbook = row < 0 ? undefined : onList[due[row]! - 1];
    if (playbook && heldOffList({ playbook, contacts, putOffs, limits: contactLimits, now })) due[row] = 0;
  }
  return due;
}

function firstOf(
  { measures, due, trials, onList }: DueShop,
  job: Job,
  order: ListOrder,
  accepted: ReadonlyMap<string, number>,
  most: number,
) {
  const worth = order === 'wakingValueFen' ? measures.outlook!.wakingValueFen : measures.column(order);
  const factors = [0, ...onList.map((playbook) => (playbook.due.job === job ? accepted.get(playbook.id)! : 0))];
  const mask = due.map((place) => Number(factors[place]! > 0));
  const ranks = worth.map((worthFen, row) => worthFen * factors[due[row]!]!);
  return Array.from(topRows(rowsOf(mask), ranks, 'descending', most), (row) => ({
    customerId: idAt(measures.ledger, row),
    playbook: onList[due[row]! - 1]!,
    rank: ranks[row]!,
    worthFen: Number.isNaN(worth[row]!) ? null : worth[row]!,
    trials,
  }));
}

function acceptanceBy(dealings: Dealings): Map<string, number> {
  const all = [...dealings.values()];
  const followed = all.flatMap(({ contacts }) => contacts);
  const declined = all.flatMap(({ putOffs }) => putOffs).filter(({ reason }) => isAgainstPlaybook(reason));
  const countOf = (deeds: readonly { playbookId: string | null }[], id: string) =>
    deeds.filter(({ playbookId }) => playbookId === id).length;
  return new Map(
    everyDue.map(({ id }) => [id, acceptance({ followed: countOf(followed, id), declined: countOf(declined, id) })]),
  );
}

function jobsDone(contacts: CustomerDealings['contacts'], now: number): Set<Job> {
  const today = contacts.filter(({ at }) => dayOf(at) === dayOf(now));
  return new Set(today.flatMap(({ playbookId }) => everyDue.find(({ id }) => id === playbookId)?.due.job ?? []));
}

/** The tier's line for those that a tier put on the list, then what makes it time. */
function evidenceOf({ tierIds, all, due }: DuePlaybook, { metrics, tiers }: Assessment): Evidence[] {
  const match = tiers.find(({ tier }) => tierIds.includes(tier.id));
  return distinctEvidence([...(match?.evidence ?? []), ...(check([...all, ...due.all], metrics) ?? [])]);
}

/** Numbers of different kinds cannot stand in one order. */
function weakest(orders: readonly ListOrder[]): ListOrder {
  return (
    (['netSpendFen', 'expectedSpendFen'] as const).find((order) => orders.includes(order)) ?? orders[0] ?? 'netSpendFen'
  );
}
