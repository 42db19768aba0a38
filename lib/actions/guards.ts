/** Guards hold a suggestion back and say why: nothing is worse than a coupon in the middle of a complaint. */
import type { Metrics } from '../insight/metrics.ts';
import type { Contact } from '../model/event.ts';
import { DAY_MS } from '../model/shanghai-time.ts';
import type { ContactLimits } from './contact-limits.ts';
import type { Playbook } from './playbook.ts';

/** A contact and when it was made (epoch ms). */
export interface DatedContact extends Contact {
  at: number;
}

export type HeldBack =
  | { guard: 'openComplaintFirst'; openAfterSales: number }
  | { guard: 'doNotDisturb' }
  | { guard: 'contactedRecently'; limit: keyof ContactLimits; allowed: number; actual: number };

interface GuardInput {
  playbook: Playbook;
  metrics: Metrics;
  /** The customer's contacts, any order, undone ones left out. */
  contacts: readonly DatedContact[];
  limits: ContactLimits;
  now: number;
}

/** Service before coupons (CHN-10, ACT-63): no offer while an after-sale request waits. */
function openComplaintFirst({ playbook, metrics }: GuardInput): HeldBack | null {
  const openAfterSales = metrics.openAfterSales ?? 0;
  return playbook.offer && openAfterSales > 0 ? { guard: 'openComplaintFirst', openAfterSales } : null;
}

/** Who asked for quiet gets no offer; a question of theirs is still answered. */
function doNotDisturb({ playbook, metrics }: GuardInput): HeldBack | null {
  return playbook.offer && metrics.doNotDisturb === 1 ? { guard: 'doNotDisturb' } : null;
}

/** Care, not harassment (CPL-11): a gap between contacts, a cap per week, fewer offers. */
function contactedRecently({ playbook, contacts, limits, now }: GuardInput): HeldBack | null {
  if (!playbook.offer) return null;
  const since = (days: number, isCounted: (contact: DatedContact) => boolean = () => true) =>
    contacts.filter((contact) => isCounted(contact) && now - contact.at < days * DAY_MS).length;
  const hoursAgo = Math.min(...contacts.map((contact) => (now - contact.at) / 3_600_000));
  const offers = since(30, (contact) => contact.isOffer);
  const held = (limit: keyof ContactLimits, actual: number): HeldBack => ({
    guard: 'contactedRecently',
    limit,
    allowed: limits[limit],
    actual,
  });
  if (hoursAgo < limits.minGapHours) return held('minGapHours', Math.max(0, Math.floor(hoursAgo)));
  if (since(7) >= limits.contactsPer7Days) return held('contactsPer7Days', since(7));
  return offers >= limits.offersPer30Days ? held('offersPer30Days', offers) : null;
}

const guards = [openComplaintFirst, doNotDisturb, contactedRecently];

/** The first guard that holds the playbook back, or null. */
export function heldBackBy(input: GuardInput): HeldBack | null {
  for (const guard of guards) {
    const held = guard(input);
    if (held) return held;
  }
  return null;
}
