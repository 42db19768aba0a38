/** Which records are older than they are kept. Days are Shanghai days; a record goes on the day after its last one. */
import { logicalTimeFrom } from '../../model/logical-time.ts';
import { retentionKinds, type Retention, type RetentionKind } from '../../model/retention.ts';
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import type {
  AfterSaleRecord,
  CaptureRecord,
  ImportJobRecord,
  MemberRecord,
  OrderRecord,
  ReviewRecord,
} from '../../store/records.ts';
import { readImports } from '../../views/data/imports.ts';

const passing: ReadonlySet<EventRecord['kind']> = new Set([
  'contact',
  'promiseHeard',
  'suggestionPutOff',
  'customerTagged',
  'customerNoted',
]);

/** Tells of every kind of record whether its time is over. */
export class Expiry {
  readonly #firstDays: Retention;

  constructor(retention: Retention, now: number) {
    const firstDays = retentionKinds.map((kind) => [kind, dayOf(now) - retention[kind]]);
    this.#firstDays = Object.fromEntries(firstDays) as Retention;
  }

  /** The first Shanghai day of which records of this kind are kept. */
  firstDay(kind: RetentionKind): number {
    return this.#firstDays[kind];
  }

  #isOver(kind: RetentionKind, atMs: number): boolean {
    return dayOf(atMs) < this.#firstDays[kind];
  }

  ofOrder = ({ placedAt }: OrderRecord): boolean => this.#isOver('orders', placedAt);
  ofClues = ({ clues, placedAt }: OrderRecord): boolean => clues !== undefined && this.#isOver('clues', placedAt);
  ofCase = ({ appliedAt, seenAt }: AfterSaleRecord): boolean => this.#isOver('afterSales', appliedAt ?? seenAt);
  ofReview = ({ ratedAt, seenAt }: ReviewRecord): boolean => this.#isOver('reviews', ratedAt ?? seenAt);
  ofMember = ({ seenAt }: MemberRecord): boolean => this.#isOver('members', seenAt);
  ofCapture = ({ day }: CaptureRecord): boolean => day < this.#firstDays.captures;
  ofImport = ({ state, startedAt }: ImportJobRecord): boolean =>
    state === 'done' && this.#isOver('undoSteps', startedAt);

  /**
   * What was said of somebody in words goes like the contacts. A wish for quiet, settings, own replies and decisions about links hold until they are
   * changed.
   */
  ofEvent = ({ kind, at }: EventRecord): boolean => passing.has(kind) && this.#isOver('contacts', at);
}

/** The contacts that are over; only as far back as they can lie. */
export async function expiredEvents(db: LiukeDatabase, expiry: Expiry, now: number): Promise<EventRecord[]> {
  const before = logicalTimeFrom(now - (dayOf(now) - expiry.firstDay('contacts') - 1) * DAY_MS);
  return await db.events.where('logicalTime').below(before).filter(expiry.ofEvent).toArray();
}

/** How many records of each kind would go now; of the orders it is known by the day. */
export async function countExpired(
  db: LiukeDatabase,
  retention: Retention,
  now: number,
): Promise<Record<RetentionKind, number>> {
  const expiry = new Expiry(retention, now);
  const coverage = await db.coverage.toArray();
  const orders = coverage.flatMap(({ ordersByDay }) =>
    Object.entries(ordersByDay).map(([day, count]) => (Number(day) < expiry.firstDay('orders') ? count : 0)),
  );
  const [afterSales, reviews, members, captures, clues] = await Promise.all([
    db.afterSales.filter(expiry.ofCase).count(),
    db.reviews.filter(expiry.ofReview).count(),
    db.members.filter(expiry.ofMember).count(),
    db.captures.filter(expiry.ofCapture).count(),
    db.orders.where('clues.phoneHash').above('').filter(expiry.ofClues).count(),
  ]);
  return {
    orders: orders.reduce((sum, count) => sum + count, 0),
    afterSales,
    reviews,
    members,
    contacts: (await expiredEvents(db, expiry, now)).length,
    clues,
    captures,
    undoSteps: (await readImports(db)).filter(expiry.ofImport).length,
  };
}
