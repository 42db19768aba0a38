/** What replies were used for and what came of it, as far as it is known. */
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import { isPurchase } from '../../model/purchase.ts';
import type { LastUse } from '../../replies/same-words.ts';
import type { ReplyOutcome } from '../../replies/suggest-replies.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { standing } from '../standing-events.ts';

export interface ReplyUsage extends ReplyOutcome {
  /** Epoch ms. */
  lastUsedAt: number;
  lastUse: LastUse;
  /** Uses of which the chat showed whether the buyer wrote again within a day. */
  awaited: number;
  /** Of these, how often they did. */
  answered: number;
}

/** So long back uses are counted. */
export const COUNTED_DAYS = 180;
/** A purchase within so many days counts as one that followed. */
export const FOLLOWING_DAYS = 30;

type ContactEvent = Extract<EventRecord, { kind: 'contact' }>;

/**
 * By template id. A use is judged when its days are over and the shop's order list was looked at after them: what was not seen
 * is not "did not buy".
 * @param now epoch ms
 */
export async function readReplyOutcomes(db: LiukeDatabase, now: number): Promise<Map<string, ReplyUsage>> {
  const since = (now - COUNTED_DAYS * DAY_MS).toString(36).padStart(9, '0');
  const events = await db.events.where('logicalTime').aboveOrEqual(since).toArray();
  const uses = standing(events).filter(
    (event): event is ContactEvent => event.kind === 'contact' && event.contact.templateId !== null,
  );
  const [told, answers] = await Promise.all([whatFollowed(db, uses), db.answers.bulkGet(uses.map(({ id }) => id))]);
  const lastUses = lastUsesOf(uses);
  const usage = new Map<string, ReplyUsage>();
  for (const [index, use] of uses.entries()) {
    const id = use.contact.templateId!;
    const known = usage.get(id) ?? { uses: 0, judged: 0, boughtAgain: 0, lastUsedAt: 0, awaited: 0, answered: 0 };
    const lastUse = lastUses.get(id)!;
    const bought = told(use);
    const answer = answers[index]?.isJudged ? answers[index] : null;
    usage.set(id, {
      uses: known.uses + 1,
      judged: known.judged + (bought === null ? 0 : 1),
      boughtAgain: known.boughtAgain + (bought ? 1 : 0),
      lastUsedAt: Math.max(known.lastUsedAt, use.at),
      lastUse,
      awaited: known.awaited + (answer ? 1 : 0),
      answered: known.answered + (answer && answer.answeredAt !== null ? 1 : 0),
    });
  }
  return usage;
}

/** By template id: the last day of each, and who got it then. */
function lastUsesOf(uses: readonly ContactEvent[]): Map<string, LastUse> {
  const last = new Map<string, LastUse>();
  for (const { at, contact } of uses) {
    const day = dayOf(at);
    const known = last.get(contact.templateId!);
    if (known?.day === day) known.customerIds.add(contact.customerId);
    else if (!known || known.day < day)
      last.set(contact.templateId!, { day, customerIds: new Set([contact.customerId]) });
  }
  return last;
}

/** @returns whether the customer bought within the days after a use; null while that is not known */
async function whatFollowed(
  db: LiukeDatabase,
  uses: readonly ContactEvent[],
): Promise<(use: ContactEvent) => boolean | null> {
  const ids = [...new Set(uses.map(({ contact }) => contact.customerId))];
  const [customers, coverage, orders] = await Promise.all([
    db.customers.bulkGet(ids),
    db.coverage.toArray(),
    db.orders.where('customerId').anyOf(ids).toArray(),
  ]);
  const shopOf = new Map(customers.flatMap((one) => (one ? [[one.customerId, one.shopId] as const] : [])));
  const seenUntil = new Map(coverage.map(({ shopId, asOfDay }) => [shopId, asOfDay]));
  const ordersOf = Map.groupBy(orders, ({ customerId }) => customerId);
  return ({ at, contact: { customerId } }) => {
    const until = at + FOLLOWING_DAYS * DAY_MS;
    const seen = seenUntil.get(shopOf.get(customerId) ?? '') ?? null;
    if (seen === null || dayOf(until) > seen) return null;
    return (ordersOf.get(customerId) ?? []).some(
      (order) => order.placedAt > at && order.placedAt <= until && isPurchase(order),
    );
  };
}
