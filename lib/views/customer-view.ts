/** Everything the panel shows of one customer, read from the store in one go. */
import type { DatedContact } from '../actions/guards.ts';
import { suggest, type Suggestions } from '../actions/suggest.ts';
import { summarise } from '../insight/purchase-history.ts';
import type { IdentityQuality } from '../model/identity.ts';
import type { Order } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import { contactLimits, playbooks } from '../rules/playbooks.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { assess, type Assessment } from './assessment.ts';

export interface CustomerView extends Assessment, Suggestions {
  customerId: string;
  /** Null for a buyer in the chat of whom no order was seen: the page knows. */
  platform: Platform | null;
  /** Null for a buyer in the chat of whom no order was seen. */
  display: string | null;
  quality: IdentityQuality;
  /** Newest first. */
  orders: Order[];
  /** Newest first, undone ones left out; `eventId` for an undo. */
  contacts: (DatedContact & { eventId: string })[];
  /** First day a page of this shop was taken in (epoch ms): what lies before it is unknown, not zero. Null before any. */
  seenSince: number | null;
}

/**
 * @param shopId of the page the customer was met on
 * @param now epoch ms
 */
export async function readCustomerView(
  db: LiukeDatabase,
  shopId: string,
  customerId: string,
  now: number,
): Promise<CustomerView> {
  const customer = await db.customers.get(customerId);
  // Contacts made while only the nick was known belong to the same person.
  const allIds = customer?.nickId ? [customerId, customer.nickId] : [customerId];
  const [profile, orders, benchmarks, events, captures] = await Promise.all([
    db.profiles.get(customerId),
    db.orders.where('customerId').equals(customerId).toArray(),
    db.benchmarks.get(shopId),
    db.events.where('customerId').anyOf(allIds).toArray(),
    db.captures.where('shopId').equals(shopId).toArray(),
  ]);
  const assessment = assess(profile ?? summarise(orders), benchmarks ?? null, now);
  const contacts = contactsOf(events);
  return {
    customerId,
    platform: customer?.platform ?? null,
    display: customer?.display ?? null,
    quality: customer?.quality ?? 'stable',
    ...assessment,
    ...suggest({
      metrics: assessment.metrics,
      tiers: assessment.tiers,
      playbooks,
      contacts,
      limits: contactLimits,
      now,
    }),
    orders: orders.toSorted((a, b) => b.placedAt - a.placedAt),
    contacts,
    seenSince: captures.length === 0 ? null : Math.min(...captures.map((capture) => capture.firstAt)),
  };
}

function contactsOf(events: readonly EventRecord[]): CustomerView['contacts'] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.eventId] : [])));
  return events
    .flatMap((event) =>
      event.kind === 'contact' && !undone.has(event.id) ? [{ ...event.contact, at: event.at, eventId: event.id }] : [],
    )
    .toSorted((a, b) => b.at - a.at);
}
