/** What followed when the shop turned to its customers: offers from sent to redeemed, how often is too often, and what came of a day's work. */
import { fatigueCurve, ANSWER_DAYS, type Approach, type FatiguePoint } from '../../actions/effects/fatigue.ts';
import { isOver, offerFare, ordersWithin, type OfferFare, type SentOffer } from '../../actions/effects/redemption.ts';
import type { Job } from '../../actions/job.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import type { Contact } from '../../model/event.ts';
import { logicalTimeFrom } from '../../model/logical-time.ts';
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import { playbooks } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord, SeenCouponRecord } from '../../store/records.ts';
import { readNumberChanges } from '../shops/number-changes.ts';
import { asOfDayOf } from '../shops/shop-coverage.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { standing } from '../standing-events.ts';
import { offerOf, validDaysOf } from './given-offer.ts';

/** Days that are looked back. */
export const EFFECT_DAYS = 180;
interface DatedDeed extends Contact {
  /** As links make them now. */
  customerId: string;
  at: number;
  /** What was given, else what the playbook gave by the shop's numbers of that day; null for no offer, or one that is not known. */
  offer: Offer | null;
  orders: readonly OrderRecord[];
}

/** Contacts with customers of a shop that somebody made of their own accord: what a customer asked is answered however often. */
async function readApproaches(db: LiukeDatabase, shopId: string, since: number): Promise<DatedDeed[]> {
  const events = standing(await db.events.where('logicalTime').aboveOrEqual(logicalTimeFrom(since)).toArray());
  const made = events.flatMap((event) =>
    event.kind === 'contact' && (event.contact.playbookId !== null || event.contact.isOffer)
      ? [{ ...event.contact, at: event.at }]
      : [],
  );
  const idsNow = await readCustomerIdsNow(db, [...new Set(made.map(({ customerId }) => customerId))]);
  const ids = [...new Set(idsNow.values())];
  const [customers, orders, changes] = await Promise.all([
    db.customers.bulkGet(ids),
    db.orders.where('customerId').anyOf(ids).toArray(),
    readNumberChanges(db),
  ]);
  const own = new Set(customers.flatMap((one) => (one?.shopId === shopId ? [one.customerId] : [])));
  const ordersOf = Map.groupBy(orders, ({ customerId }) => customerId);
  return made.flatMap((contact) => {
    const customerId = idsNow.get(contact.customerId)!;
    if (!own.has(customerId)) return [];
    const offer = offerOf(contact, shopId, changes);
    return [{ ...contact, customerId, offer, orders: ordersOf.get(customerId) ?? [] }];
  });
}

/** One playbook's offers from sent to redeemed. */
export interface OfferFunnel extends OfferFare {
  playbookId: string;
  /** Days within which an order counts: those that the offer holds. */
  days: number;
  /** Of the shop's own coupon of the same terms, by anybody; null where no page told. */
  claimed: number | null;
}

export interface ContactEffects {
  /** Those sent most first. */
  funnels: OfferFunnel[];
  fatigue: FatiguePoint[];
  approaches: number;
}

/** @param now epoch ms */
export async function readContactEffects(db: LiukeDatabase, shopId: string, now: number): Promise<ContactEffects> {
  const [deeds, coverage, coupons] = await Promise.all([
    readApproaches(db, shopId, now - EFFECT_DAYS * DAY_MS),
    db.coverage.get(shopId),
    db.coupons.where('shopId').equals(shopId).toArray(),
  ]);
  const asOfDay = asOfDayOf(coverage, now);
  const byPlaybook = Map.groupBy(
    deeds.filter(({ isOffer, playbookId }) => isOffer && playbookId !== null),
    ({ playbookId }) => playbookId!,
  );
  const funnels = [...byPlaybook].map(([playbookId, theirs]): OfferFunnel => {
    const sent = theirs.map(sentOffer);
    const [newest] = theirs.toSorted((a, b) => b.at - a.at);
    const { offer } = newest!;
    const days = validDaysOf(offer);
    return { playbookId, days, claimed: claimedOf(offer, coupons), ...offerFare(sent, days, asOfDay) };
  });
  const approaches = deeds.map(({ customerId, at, orders }): Approach => {
    const isFollowed = isOver(at, ANSWER_DAYS, asOfDay) ? ordersWithin(orders, at, ANSWER_DAYS).length > 0 : null;
    return { customerId, at, isFollowed };
  });
  return {
    funnels: funnels.toSorted((a, b) => b.sent - a.sent),
    fatigue: fatigueCurve(approaches),
    approaches: deeds.length,
  };
}

/** Days after which a day's work has a result. */
export const RESULT_DAYS = 7;
/** Nobody asks for older ones on the list of the day. */
const SHOWN_DAYS = 30;

/** What was noted as done of one playbook on one day. */
export interface BatchResult extends OfferFare {
  playbookId: string;
  day: number;
  isOffer: boolean;
  /** The day on which it has its result. */
  resultDay: number;
  /** The result is there: its days are over, and the shop was looked at since. */
  isThere: boolean;
}

/** Of one job, the newest first. @param now epoch ms */
export async function readBatchResults(
  db: LiukeDatabase,
  shopId: string,
  job: Job,
  now: number,
): Promise<BatchResult[]> {
  const ofJob = new Set(playbooks.flatMap(({ id, due }) => (due?.job === job ? [id] : [])));
  const [deeds, coverage] = await Promise.all([
    readApproaches(db, shopId, now - SHOWN_DAYS * DAY_MS),
    db.coverage.get(shopId),
  ]);
  const asOfDay = asOfDayOf(coverage, now);
  const noted = deeds.filter(({ how, playbookId }) => how === 'noted' && ofJob.has(playbookId ?? ''));
  const batches = Map.groupBy(noted, ({ playbookId, at }) => `${playbookId} ${dayOf(at)}`);
  return [...batches.values()]
    .map((theirs): BatchResult => {
      const fare = offerFare(theirs.map(sentOffer), RESULT_DAYS, asOfDay);
      const [{ playbookId, at, isOffer }] = theirs as [DatedDeed, ...DatedDeed[]];
      const day = dayOf(at);
      const isThere = fare.over === fare.sent;
      return { ...fare, playbookId: playbookId!, day, isOffer, resultDay: day + RESULT_DAYS, isThere };
    })
    .toSorted((a, b) => b.day - a.day || (a.playbookId < b.playbookId ? -1 : 1));
}

function sentOffer({ at, offer, orders }: DatedDeed): SentOffer {
  return { at, offer, orders };
}

function claimedOf(offer: Offer | null, coupons: readonly SeenCouponRecord[]): number | null {
  if (offer?.kind !== 'coupon') return null;
  const same = coupons.filter(
    ({ thresholdFen, faceValueFen, claimedCount }) =>
      claimedCount !== null && thresholdFen === offer.thresholdFen && faceValueFen === offer.faceValueFen,
  );
  return same.length === 0 ? null : same.reduce((sum, { claimedCount }) => sum + claimedCount!, 0);
}
