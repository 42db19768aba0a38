/** The list of the day: who is due for what, those first of whom it is worth most. Counted and ordered on columns. */
import { acceptance, dueColumn, duePlaybooks, orderOf, type DuePlaybook, type ListOrder } from '../actions/day-list.ts';
import { heldOffList } from '../actions/guards.ts';
import type { Job } from '../actions/job.ts';
import { idAt, rowOf } from '../insight/ledger/ledger.ts';
import { rowsOf, topRows } from '../insight/segments/select.ts';
import { check, distinctEvidence, type Evidence } from '../insight/tiers/clause.ts';
import { countBy } from '../insight/tiers/tier-columns.ts';
import { isAgainstPlaybook } from '../model/decline-reason.ts';
import { dayOf } from '../model/shanghai-time.ts';
import { contactLimits, playbooks } from '../rules/playbooks.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CustomerRecord } from '../store/records.ts';
import type { Assessment } from './assessment.ts';
import { readAssessments } from './buyers-view.ts';
import { readRecentDealings, type CustomerDealings } from './dealings.ts';
import { readActivePlaybooks } from './open-playbooks.ts';
import type { OpenOrders } from './open-orders.ts';
import { readShopMeasures, type ShopReading } from './shop-measures.ts';

const everyDue = duePlaybooks(playbooks);

export interface JobCount {
  /** Customers to look after. */
  due: number;
  /** Of those looked after today. */
  done: number;
}

/** One customer of the list. */
export interface Task {
  customer: CustomerRecord;
  assessment: Assessment;
  playbook: DuePlaybook;
  /** Why today: what of the playbook holds. */
  evidence: Evidence[];
  /** What the order rests on; null for not known. */
  worthFen: number | null;
  /** Their work orders that are late: they are on the list for these. */
  lateOrders: number;
}

export interface TaskList {
  tasks: Task[];
  /** By what the tasks are ordered; of several shops the weakest that all of them have. */
  order: ListOrder;
}

type Dealings = ReadonlyMap<string, CustomerDealings>;

/** A shop with who is due in it, less those whom a guard keeps off. */
interface DueShop extends ShopReading {
  /** Those that are open in it today. */
  onList: readonly DuePlaybook[];
  /** 1 + the place of the playbook, 0 for nobody. */
  due: Uint8Array;
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
    calm: { due: 0, done: 0 },
    wake: { due: 0, done: 0 },
    thank: { due: 0, done: 0 },
  };
  for (const { due, measures, onList } of await readDueShops(db, shopId, dealings, troubled, now)) {
    const byPlaybook = countBy(due, onList.length + 1);
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
  const first = shops
    .flatMap((shop) => firstOf(shop, job, order, accepted, most))
    .toSorted((a, b) => Number(Number.isNaN(a.rank)) - Number(Number.isNaN(b.rank)) || b.rank - a.rank)
    .slice(0, most);
  const ids = first.map(({ customerId }) => customerId);
  const [customers, assessments] = await Promise.all([db.customers.bulkGet(ids), readAssessments(db, ids, now)]);
  return {
    order,
    tasks: first.flatMap(({ customerId, playbook, worthFen }, index) => {
      const [customer, assessment] = [customers[index], assessments.get(customerId)];
      if (!customer || !assessment) return [];
      const lateOrders = troubled.get(customerId)?.late ?? 0;
      return [{ customer, assessment, playbook, evidence: evidenceOf(playbook, assessment), worthFen, lateOrders }];
    }),
  };
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
      const onList = duePlaybooks(await readActivePlaybooks(db, id, asOfDay, now));
      return { ...reading, onList, due: withoutHeld(reading, onList, { dealings, troubled }, now) };
    }),
  );
}

/** Who is due by the numbers alone, computed once per reading and set of playbooks. */
const dueOf = new WeakMap<ShopReading, { key: string; due: Uint8Array }>();

function dueByNumbers(reading: ShopReading, onList: readonly DuePlaybook[]): Uint8Array {
  const key = JSON.stringify(onList.map(({ id, all }) => [id, all]));
  const known = dueOf.get(reading);
  if (known?.key === key) return known.due;
  const due = dueColumn(reading.measures, reading.context.tiers, onList, contactLimits);
  dueOf.set(reading, { key, due });
  return due;
}

/** Those whose work order is late are calmed first; whose work order is open is offered nothing. */
function withoutHeld(
  reading: ShopReading,
  onList: readonly DuePlaybook[],
  { dealings, troubled }: { dealings: Dealings; troubled: Troubled },
  now: number,
): Uint8Array {
  const { measures } = reading;
  const due = dueByNumbers(reading, onList).slice();
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
  { measures, due, onList }: DueShop,
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
