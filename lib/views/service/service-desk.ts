/** Everything that runs against the clock: work orders, buyers who wait in the chat, promises. Read in one go. */
import type { Matter } from '../../model/matter.ts';
import { kpiRules } from '../../rules/clocks.ts';
import { reasonGroups, workOrderSteps } from '../../rules/service.ts';
import { chatClock, clocksOf, clockState, type Clock, type ClockState, type Ground } from '../../service/clocks.ts';
import { doublesAmong, type Double } from '../../service/doubles.ts';
import { evidenceOf, type KeptEvidence } from '../../service/kept-evidence.ts';
import { isLate, promisesInTexts, promisesOf, type DuePromise } from '../../service/promises.ts';
import { isOpen, workOrdersIn, type WorkOrder } from '../../service/work-order.ts';
import type { MendState } from '../../service/mends.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { CustomerRecord } from '../../store/records.ts';
import type { WaitRecord } from '../../store/wait-record.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readMends } from './mends.ts';
import { readPayouts, type PayoutView } from './payouts.ts';
import { buyerTimes, readShopGrounds, usualGround, type ShopGround } from './shop-hours.ts';
import { readWorkOrderEvents, type Reach } from './work-order-events.ts';

export interface WorkOrderView {
  order: WorkOrder;
  clocks: Clock[];
  /** Of its clocks that run, the worst; `met` for one that has none. */
  state: ClockState;
  /** When the next of them is over; null for none that runs. */
  dueAt: number | null;
  doubles: Double[];
}

export interface WaitView {
  wait: WaitRecord;
  clock: Clock;
  /** As far as it was seen: `blind` where it was answered, or its time ran out, while nobody looked. */
  state: ClockState | 'blind';
}

export interface PromiseView extends DuePromise {
  /** What was seen since that speaks for its having been kept; null for nothing, or where it is settled. */
  evidence: KeptEvidence | null;
}

export interface ServiceDesk {
  /** Not those that were merged into others; the one whose time is over first at the top, closed ones last. */
  workOrders: WorkOrderView[];
  /** By shop: how many more were closed long ago, and are not among them. */
  shelved: Readonly<Record<string, number>>;
  /** Buyers who wait, the longest first. */
  waits: WaitView[];
  /** Open ones and those that came to an end, the earliest first. */
  promises: PromiseView[];
  /** Rewards of referrals that are to be paid, those due first at the head. */
  payouts: PayoutView[];
  /** Causes that were mended. */
  mends: MendState[];
  /** By the customer's id, of those that have orders. */
  customers: ReadonlyMap<string, CustomerRecord>;
}

/** A buyer whose time ran out so long ago is no longer spoken of. */
const WAIT_SHOWN_MS = 24 * 3_600_000;
/** What became of promises is shown so long; one of which nobody said anything, longer. */
const PROMISE_SHOWN_MS = 7 * 24 * 3_600_000;
const OPEN_PROMISE_MS = 30 * 24 * 3_600_000;

/** Of those who are to be told of a mended cause so many are called by name; of thousands the rest is a number. */
export const NAMED_TO_TELL = 8;

const stepKinds = new Map(workOrderSteps.map(({ id, what }) => [id, what]));
const mattersByLabel = new Map(
  reasonGroups.flatMap(({ labels, isCrossBorder }) => labels.map(({ id, matter }) => [id, { matter, isCrossBorder }])),
);
const urgency: Readonly<Record<ClockState, number>> = { late: 0, soon: 1, half: 2, running: 3, missed: 4, met: 4 };

/** Of what runs, that of which there is something to say: a clock reminds as soon as half of its time is over. */
const reminds: ReadonlySet<WaitView['state']> = new Set(['half', 'soon', 'late']);

/** @param now epoch ms @param reach of work orders that were closed long ago nothing is said unless it is asked for */
export async function readServiceDesk(db: LiukeDatabase, now: number, reach: Reach = 'inUse'): Promise<ServiceDesk> {
  const [{ events: told, shelved }, promised, waits, grounds, payouts, counted] = await Promise.all([
    readWorkOrderEvents(db, reach),
    readPromised(db, now),
    db.waits.toArray(),
    readShopGrounds(db),
    readPayouts(db, now),
    readMends(db),
  ]);
  const events = [...told, ...promised];
  const orders = await ofCustomersNow(db, workOrdersIn(events), grounds);
  const waitOf = new Map(waits.map((wait) => [wait.customerId, wait]));
  const doublesOf = doublesAmong(orders);
  const workOrders = orders
    .filter(({ mergedInto }) => mergedInto === null)
    .map((order) => viewOf(order, doublesOf, grounds.get(order.shopId), waitOf.get(order.customerId ?? ''), now));
  const promises = (await promisesNow(db, events, orders)).filter(({ outcome, dueAt }) => {
    return outcome === 'open' || now - dueAt < PROMISE_SHOWN_MS;
  });
  const waiting = waits.flatMap((wait) => waitView(wait, grounds.get(wait.shopId), now));
  const friends = payouts.map(({ friendId }) => ({ customerId: friendId }));
  // To whom something is still owed, that is to be settled first.
  const unsettled = new Set(orders.filter(isOpen).map(({ customerId }) => customerId));
  const mends = counted.map((mend) => ({ ...mend, toTell: mend.toTell.filter((id) => !unsettled.has(id)) }));
  const toTell = mends.flatMap((mend) => mend.toTell.slice(0, NAMED_TO_TELL).map((customerId) => ({ customerId })));
  const people = [...workOrders.map(({ order }) => order), ...promises, ...waits, ...payouts, ...friends, ...toTell];
  const ids = people.flatMap((each) => each.customerId ?? []);
  const customers = (await db.customers.bulkGet([...new Set(ids)])).filter((customer) => customer !== undefined);
  return {
    workOrders: workOrders.toSorted(byUrgency),
    shelved,
    waits: waiting.toSorted((a, b) => a.wait.since - b.wait.since),
    promises: (await withEvidence(db, promises, waitOf, orders)).toSorted((a, b) => a.dueAt - b.dueAt),
    payouts,
    mends,
    customers: new Map(customers.map((customer) => [customer.customerId, customer])),
  };
}

/** The texts whose promises may still be shown. */
export async function readPromised(db: LiukeDatabase, now: number): Promise<EventRecord[]> {
  return await db.events
    .where('promiseDueAt')
    .above(now - OPEN_PROMISE_MS)
    .toArray();
}

/** Work orders half of whose time is over, or more, be it by a clock; or that are late by a promise. */
export function pressingOrders({ workOrders, promises }: ServiceDesk, now: number): WorkOrderView[] {
  const broken = new Set(promises.filter((promise) => isLate(promise, now)).map(({ workOrderId }) => workOrderId));
  return workOrders.filter(({ order, state }) => isOpen(order) && (reminds.has(state) || broken.has(order.id)));
}

/** Buyers without an answer half of whose time is over, or more, whether or not somebody looked. */
export function pressingWaits({ waits }: ServiceDesk): WaitView[] {
  return waits.filter(({ wait, state }) => wait.state === 'waiting' && (state === 'blind' || reminds.has(state)));
}

/** Rewards to be paid today, and those whose day went by. */
export function pressingPayouts({ payouts }: ServiceDesk): PayoutView[] {
  return payouts.filter(({ state }) => state !== 'open');
}

/** Mended causes of which somebody is still to be told. */
export function untoldMends({ mends }: ServiceDesk): MendState[] {
  return mends.filter(({ toTell }) => toTell.length > 0);
}

/** The number on the toolbar's button: what the line at the top of the panel speaks of, each once. */
export function countPressing(desk: ServiceDesk, now: number): number {
  const orders = pressingOrders(desk, now);
  const ofTexts = desk.promises.filter((promise) => promise.workOrderId === null && isLate(promise, now));
  return (
    orders.length +
    pressingWaits(desk).length +
    ofTexts.length +
    pressingPayouts(desk).length +
    untoldMends(desk).length
  );
}

function viewOf(
  order: WorkOrder,
  doublesOf: (order: WorkOrder) => Double[],
  ground: ShopGround | undefined,
  wait: WaitRecord | undefined,
  now: number,
): WorkOrderView {
  const label = order.labelId === null ? undefined : mattersByLabel.get(order.labelId);
  // Of no reason yet, it counts as a complaint: the stricter.
  const full = groundOf(ground, label?.matter ?? 'complaint', label?.isCrossBorder ?? false);
  const repliedAt = wait?.answeredAt && wait.answeredAt >= order.startedAt ? wait.answeredAt : null;
  const clocks = clocksOf(order, full, (ground ?? usualGround).rulesAt(order.startedAt), stepKinds, repliedAt);
  const states = clocks.map((clock) => clockState(clock, now)).toSorted((a, b) => urgency[a] - urgency[b]);
  const running = clocks.filter(({ doneAt }) => doneAt === null).map(({ dueAt }) => dueAt);
  return {
    order,
    clocks,
    state: states[0] ?? 'met',
    dueAt: running.length === 0 ? null : Math.min(...running),
    doubles: isOpen(order) ? doublesOf(order) : [],
  };
}

/** Answered ones are done with; of those whose time ran out unseen it is said that nobody looked. */
function waitView(wait: WaitRecord, ground: ShopGround | undefined, now: number): WaitView[] {
  if (wait.state === 'answered') return [];
  const full = groundOf(ground, wait.matter, false);
  const clock = chatClock(wait.since, null, full, (ground ?? usualGround).rulesAt(wait.since), kpiRules.kpis);
  if (!clock || now - clock.dueAt > WAIT_SHOWN_MS) return [];
  if (wait.state === 'unseen') return [{ wait, clock, state: 'blind' }];
  const state = clockState(clock, now);
  return [{ wait, clock, state: state === 'late' && wait.seenAt < clock.dueAt ? 'blind' : state }];
}

function groundOf(ground: ShopGround | undefined, matter: Matter, isCrossBorder: boolean): Ground {
  const { platform, isCrossBorder: isShopCrossBorder, times } = ground ?? usualGround;
  return { matter, platform, isCrossBorder: isCrossBorder || isShopCrossBorder, times, buyerTimes };
}

/** Of a buyer who was a mask when it was opened, and is known since, the order tells. */
async function ofCustomersNow(
  db: LiukeDatabase,
  orders: readonly WorkOrder[],
  grounds: ReadonlyMap<string, ShopGround>,
): Promise<WorkOrder[]> {
  const recordIdOf = ({ shopId, orderId }: WorkOrder) => `${grounds.get(shopId)?.platform}:${orderId}`;
  const unnamed = orders.filter((order) => isOpen(order) && order.customerId === null && order.orderId !== null);
  const [ids, bought] = await Promise.all([
    readCustomerIdsNow(db, [...new Set(orders.flatMap(({ customerId }) => customerId ?? []))]),
    db.orders.bulkGet([...new Set(unnamed.map(recordIdOf))]),
  ]);
  const buyers = new Map(bought.flatMap((order) => (order ? [[order.id, order.customerId]] : [])));
  return orders.map((order) => {
    const { customerId } = order;
    return {
      ...order,
      customerId: customerId === null ? (buyers.get(recordIdOf(order)) ?? null) : ids.get(customerId)!,
    };
  });
}

async function promisesNow(
  db: LiukeDatabase,
  events: readonly EventRecord[],
  orders: readonly WorkOrder[],
): Promise<DuePromise[]> {
  const inTexts = promisesInTexts(events);
  const ids = await readCustomerIdsNow(db, [...new Set(inTexts.flatMap(({ customerId }) => customerId ?? []))]);
  return [
    ...inTexts.map((promise) => ({ ...promise, customerId: promise.customerId && ids.get(promise.customerId)! })),
    ...orders.flatMap((order) => promisesOf(order, stepKinds)),
  ];
}

async function withEvidence(
  db: LiukeDatabase,
  promises: readonly DuePromise[],
  waitOf: ReadonlyMap<string, WaitRecord>,
  workOrders: readonly WorkOrder[],
): Promise<PromiseView[]> {
  const open = promises.filter(({ outcome }) => outcome === 'open');
  const ids = [...new Set(open.flatMap(({ customerId }) => customerId ?? []))];
  const [orders, cases] = await Promise.all([
    recordsOf(db.orders, 'customerId', ids),
    recordsOf(db.afterSales, 'customerId', ids),
  ]);
  const [ordersOf, casesOf, workOrdersOf] = [byCustomer(orders), byCustomer(cases), byCustomer(workOrders)];
  return promises.map((promise) => {
    const { customerId } = promise;
    if (promise.outcome !== 'open' || customerId === null) return { ...promise, evidence: null };
    const answers = waitOf.get(customerId)?.turns ?? [];
    const theirs = workOrdersOf.get(customerId) ?? [];
    const evidence = evidenceOf(promise, {
      orders: ordersOf.get(customerId) ?? [],
      cases: casesOf.get(customerId) ?? [],
      answersAt: answers.flatMap(({ answeredAt }) => answeredAt ?? []),
      stepsAt: theirs
        .flatMap(({ steps, toldAt }) => [...steps.map(({ doneAt }) => doneAt), toldAt])
        .filter((at) => at !== null),
    });
    return { ...promise, evidence };
  });
}

function byCustomer<Row extends { customerId: string | null }>(rows: readonly Row[]): Map<string | null, Row[]> {
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

function byUrgency(a: WorkOrderView, b: WorkOrderView): number {
  return (
    Number(!isOpen(a.order)) - Number(!isOpen(b.order)) ||
    (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) ||
    b.order.openedAt - a.order.openedAt
  );
}
