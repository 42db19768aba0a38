/** The list of the day: who is due for what, those first of whom it is worth most. Counted and ordered on columns. */
import type { OfferMargin } from '../../actions/basket-margin.ts';
import { acceptance, duePlaybooks, orderOf, type DuePlaybook, type ListOrder } from '../../actions/day-list.ts';
import type { DatedCoupon } from '../../actions/existing-coupon.ts';
import { givenOffer } from '../../actions/given-offer.ts';
import { tooSmall, type LowCoverage } from '../../actions/guards.ts';
import { jobs, type Job } from '../../actions/job.ts';
import { effectiveDiscount } from '../../actions/offer.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import type { Suggestion } from '../../actions/suggest.ts';
import { inTrialOf, offerInTrial } from '../../actions/trials/in-trial.ts';
import { upliftFactor } from '../../actions/uplift.ts';
import { idAt, rowOf } from '../../insight/ledger/ledger.ts';
import { rowsOf, topRows } from '../../insight/segments/select.ts';
import { check, distinctEvidence, type Evidence } from '../../insight/tiers/clause.ts';
import { countBy } from '../../insight/tiers/tier-columns.ts';
import { isAgainstPlaybook } from '../../model/decline-reason.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { dayListRules, playbooks } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord } from '../../store/records.ts';
import type { Assessment } from '../customers/assessment.ts';
import { readAssessments } from '../customers/buyers-view.ts';
import { nobody, readDueShops, type Dealings, type DueShop, type Troubled } from './due-shops.ts';
import { readRecentDealings, type CustomerDealings } from '../customers/dealings.ts';
import { limitAgainst } from './platform-limit.ts';
import { marginAt, readMargins } from './list-margins.ts';
import { readNextBenefit } from './shop-benefits.ts';

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
  /** What to give: the shop's own coupon, the playbook's offer, or that of the customer's arm in a trial. */
  offer: Offer | null;
  /** The coupon that is there already and is given; null for a new one. */
  existing: DatedCoupon | null;
  /** A right of the shop in place of an offer that is too small for them, as on the card; null where the offer is made. */
  instead: Suggestion['instead'];
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
  /** Playbooks of the job that the shop's own ended trials moved up or down. */
  tried: number;
  /** Of those that came before the last one shown, who was left out: the offer would leave less than the shop's floor. */
  underMargin: number;
  /** Of those, who was left out because the platform's tool takes no such coupon. */
  beyondLimit: number;
}

/** So many times as many as are shown are looked at, where offers of the first leave too little. */
const LOOK_FURTHER = 5;

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
  const ofJob = shops.flatMap(({ onList, differences }) =>
    onList.filter(({ id, due }) => due.job === job && differences.has(id)).map(({ id }) => id),
  );
  const list: TaskList = { order, tasks: [], tried: new Set(ofJob).size, underMargin: 0, beyondLimit: 0 };
  for (let at = 0; at < candidates.length && list.tasks.length < most; at += most) {
    const portion = await readPortion(db, candidates.slice(at, at + most), troubled, now);
    for (const { task, isBeyondLimit, isUnderMargin } of portion) {
      if (list.tasks.length === most) break;
      if (isBeyondLimit) list.beyondLimit += 1;
      else if (isUnderMargin) list.underMargin += 1;
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
): Promise<{ task: Task; isBeyondLimit: boolean; isUnderMargin: boolean }[]> {
  const ids = portion.map(({ customerId }) => customerId);
  const [customers, assessments] = await Promise.all([db.customers.bulkGet(ids), readAssessments(db, ids, now)]);
  const shopsOfOffers = new Set(
    portion.flatMap(({ playbook, customerId, trials }, at) => {
      const hasOffer = offerInTrial(playbook, inTrialOf(trials, playbook, customerId)) !== null;
      return hasOffer ? (customers[at]?.shopId ?? []) : [];
    }),
  );
  const [margins, coupons] = await Promise.all([
    readMargins(db, [...shopsOfOffers], ids),
    db.coupons
      .where('shopId')
      .anyOf([...shopsOfOffers])
      .toArray(),
  ]);
  const couponsOf = Map.groupBy(coupons, ({ shopId }) => shopId);
  const read = portion.map(async (candidate, index) => {
    const { customerId, playbook, worthFen, trials } = candidate;
    const [customer, assessment] = [customers[index], assessments.get(customerId)];
    if (!customer || !assessment) return [];
    const lateOrders = troubled.get(customerId)?.late ?? 0;
    const inTrial = inTrialOf(trials, playbook, customerId);
    const given = givenOffer(playbook, inTrial, couponsOf.get(customer.shopId) ?? [], now);
    const instead = inTrial ? null : await readInstead(db, candidate, given.offer, assessment);
    const { offer, existing } = instead ? { offer: null, existing: null } : given;
    const wording = inTrial?.arm.wording ?? null;
    const evidence = evidenceOf(playbook, assessment);
    const known = offer ? margins.get(customer.shopId) : undefined;
    const margin = known && offer ? marginAt(offer, assessment.metrics, known.of(customerId)) : null;
    const task = {
      customer,
      assessment,
      playbook,
      evidence,
      offer,
      existing,
      instead,
      wording,
      worthFen,
      margin,
      lateOrders,
    };
    // Who is calmed is on the list for what went wrong.
    const isUnderMargin = margin !== null && playbook.due.job !== 'calm' && margin.afterShare < known!.floorShare;
    // What is there already was taken by the tool.
    const isBeyondLimit =
      offer !== null && !existing && limitAgainst(offer, customer.platform, candidate.couponLimits) !== null;
    return [{ task, isBeyondLimit, isUnderMargin }];
  });
  return (await Promise.all(read)).flat();
}

async function readInstead(
  db: LiukeDatabase,
  { customerId, limits, benefits }: Candidate,
  offer: Offer | null,
  { metrics }: Assessment,
): Promise<Task['instead']> {
  const basketFen = Math.round(metrics.averageFen ?? 0);
  const of = tooSmall(offer && basketFen > 0 ? effectiveDiscount(offer, basketFen) : null, limits);
  const benefit = of && benefits.length > 0 ? await readNextBenefit(db, benefits, customerId) : null;
  return of && benefit && { benefit, of };
}

function firstOf(
  { measures, due, trials, onList, differences, limits, couponLimits, benefits }: DueShop,
  job: Job,
  order: ListOrder,
  accepted: ReadonlyMap<string, number>,
  most: number,
) {
  const worth = order === 'wakingValueFen' ? measures.outlook!.wakingValueFen : measures.column(order);
  const factorOf = ({ id }: DuePlaybook) =>
    accepted.get(id)! * upliftFactor(differences.get(id) ?? [], dayListRules.uplift);
  const factors = [0, ...onList.map((playbook) => (playbook.due.job === job ? factorOf(playbook) : 0))];
  const mask = due.map((place) => Number(factors[place]! > 0));
  const ranks = worth.map((worthFen, row) => worthFen * factors[due[row]!]!);
  return Array.from(topRows(rowsOf(mask), ranks, 'descending', most), (row) => ({
    customerId: idAt(measures.ledger, row),
    playbook: onList[due[row]! - 1]!,
    rank: ranks[row]!,
    worthFen: Number.isNaN(worth[row]!) ? null : worth[row]!,
    trials,
    limits,
    couponLimits,
    benefits,
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
