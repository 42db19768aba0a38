/** Everything the panel shows of one customer, read from the store in one go. */
import { isClaimable, type DatedCoupon } from '../../actions/existing-coupon.ts';
import { bestTime, type BestTime } from '../../actions/best-time.ts';
import type { QuietHours } from '../../actions/contact-limits.ts';
import { outcomeOf, type ContactOutcome } from '../../actions/contact-outcome.ts';
import type { DatedContact, DatedPutOff } from '../../actions/guards.ts';
import type { Numbers } from '../../actions/playbook-numbers.ts';
import type { Playbook } from '../../actions/playbook.ts';
import { pointsWorthFen } from '../../actions/points.ts';
import { progressOf, type Progress } from '../../actions/progress.ts';
import type { RightEntry } from '../../actions/rights.ts';
import { suggest, type Suggestions } from '../../actions/suggest.ts';
import type { Coverage } from '../../insight/coverage.ts';
import type { LedgerRow } from '../../insight/ledger/ledger.ts';
import { groupFinder, stageOf } from '../../insight/measures/cycles.ts';
import { wholePastOf, type WholePast } from '../../insight/whole-past.ts';
import type { IdentityQuality } from '../../model/identity.ts';
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import type { Platform } from '../../model/platform.ts';
import type { CycleBenchmark } from '../../model/profile.ts';
import { isPurchase } from '../../model/purchase.ts';
import { ladderSteps } from '../../rules/playbooks.ts';
import { workOrderSteps } from '../../rules/service.ts';
import { promisesInTexts, promisesOf, type DuePromise } from '../../service/promises.ts';
import { isOpen, workOrdersIn } from '../../service/work-order.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { readingTables } from '../../store/reading-tables.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { OrderRecord } from '../../store/records.ts';
import { assess, type Assessment } from './assessment.ts';
import { customerNotesIn, type CustomerNotes } from './customer-notes.ts';
import { undisturbedIn } from './do-not-disturb.ts';
import { ledgerRow } from './ledger-rows.ts';
import { readLinkedCustomer } from '../links/linked-customers.ts';
import { openAmong, readCases, withOpenCases, type OpenCase } from './open-cases.ts';
import { lastAmong, readReviews, type SeenReview } from './last-review.ts';
import { momentsOf, type Moment } from './moments.ts';
import type { ShopContext } from '../shops/shop-context.ts';
import { customerDatesIn, readRightHolders, type CustomerDates } from '../actions/shop-practice.ts';
import { ownLimits } from '../shops/own-numbers.ts';
import { horizonDaysOf } from '../shops/shop-settings.ts';
import { standing } from '../standing-events.ts';
import { readRetention } from '../data/retention.ts';
import { redemptionsOf } from '../actions/given-offer.ts';
import { offerGroundOf } from '../actions/offer-ground.ts';
import { readShopGround } from './shop-ground.ts';
import { lowCoverageOf, type WithheldFigures } from '../shops/withheld.ts';

export interface CustomerView extends Assessment, Suggestions, Progress {
  customerId: string;
  /** Null for a buyer in the chat of whom no order was seen: the page knows. */
  platform: Platform | null;
  /** Null for a buyer in the chat of whom no order was seen. */
  display: string | null;
  quality: IdentityQuality;
  /** Newest first. */
  orders: OrderRecord[];
  /** After-sale cases that wait, the oldest first. */
  openCases: OpenCase[];
  /** Newest first, undone ones left out; `eventId` for an undo. */
  contacts: (DatedContact & { eventId: string; outcome: ContactOutcome })[];
  /** What happened so far, the oldest first. */
  moments: Moment[];
  /** Days after a contact in which a purchase counts as one that followed. */
  outcomeDays: number;
  /** When to turn to them. */
  bestTime: BestTime;
  /** What the customer said of the shop last; null where no review of theirs was seen. */
  lastReview: SeenReview | null;
  /** Of this week, over all channels and staff, beside how many there may be. */
  contactsOf7Days: { made: number; allowed: number };
  quietHours: QuietHours;
  /** Those that nobody said the end of, the earliest first. */
  openPromises: DuePromise[];
  /** Coupons of the shop that buyers can claim now. */
  coupons: DatedCoupon[];
  /** What the shop set of the limits of its platform's coupon tool, by the limit's name. */
  couponLimits: Numbers;
  coverage: Coverage;
  /** How often they bought in all; null unless everything of their past was seen. */
  wholePast: WholePast | null;
  /** Whose gaps the cycle is the median of; null where it does not rest on similar customers. */
  cycleGroup: CycleBenchmark | null;
  /** Days that the return probability looks ahead; null without fitted models. */
  horizonDays: number | null;
  /** Why there is no health or no percentage; null for what is shown. */
  withheld: WithheldFigures;
  /** The customer asked for quiet. */
  isUndisturbed: boolean;
  /** Days that somebody wrote down of them. */
  dates: CustomerDates;
  /** What their points come to by the shop's own exchange; null where nobody wrote down how many, or the reminder is off. */
  pointsWorthFen: number | null;
  /** What somebody wrote down of them in words. */
  notes: CustomerNotes;
  /** Of the register: what is owed to them and was promised them. */
  rights: RightEntry[];
  /** Names of those who are spoken of there, by id. */
  rightNames: ReadonlyMap<string, string>;
}

const stepKinds = new Map(workOrderSteps.map(({ id, what }) => [id, what]));
/** One of which nobody said anything is spoken of so long. */
const OPEN_PROMISE_MS = 30 * DAY_MS;

/**
 * @param shopId of the page the customer was met on: read against it only while their own shop is not known
 * @param askedFor the customer, or any of those whom links make one with them
 * @param now epoch ms
 * @param isAwake they wrote just now
 */
export async function readCustomerView(
  db: LiukeDatabase,
  shopId: string,
  askedFor: string,
  now: number,
  isAwake = false,
): Promise<CustomerView> {
  const tables = [...readingTables(db), db.coupons, db.afterSales, db.reviews, db.costLists, db.articlePairs];
  return await db.transaction('r', tables, async () => await viewOf(db, { shopId, askedFor, now, isAwake }));
}

interface Asked {
  shopId: string;
  askedFor: string;
  now: number;
  isAwake: boolean;
}

async function viewOf(db: LiukeDatabase, { shopId, askedFor, now, isAwake }: Asked): Promise<CustomerView> {
  const [own, met] = await Promise.all([readOwnRecords(db, askedFor), readShopGround(db, shopId, now)]);
  const { customerId, allIds, customer, orders, events, cases, reviews } = own;
  const ownShopId = customer?.shopId ?? shopId;
  const ground = ownShopId === shopId ? met : await readShopGround(db, ownShopId, now);
  const { context, coupons, practice, rights, changes, numbers, playbooks } = ground;
  const limits = ownLimits(numbers);
  // Said of the nick or of the customer, it is the newest word about one person.
  const isUndisturbed = undisturbedIn(events, new Map(allIds.map((id) => [id, customerId]))).size > 0;
  const row = ledgerRow(customerId, orders, isUndisturbed);
  const [assessment] = assess([row], context);
  const [openCases, workOrders] = [openAmong(cases), workOrdersIn(events)];
  const metrics = withOpenCases(assessment!.metrics, openCases);
  const outcomeDays = horizonDaysOf(context.settings);
  const bought = orders.filter(isPurchase).map(({ placedAt }) => placedAt);
  const contacts = contactsOf(events).map((contact) => ({
    ...contact,
    outcome: outcomeOf(contact.at, bought, { horizonDays: outcomeDays, asOfDay: context.asOfDay, now }),
  }));
  const theirRights = rights.filter(({ right, isSettled }) => !isSettled && allIds.includes(right.customerId ?? ''));
  const lowCoverage = lowCoverageOf(context.coverage);
  const progress = progressOf(
    { purchases: row.history.purchases, netSpendFen: metrics.netSpendFen },
    { playbooks, levels: practice.levels, ladderSteps, lowCoverage, spans: context.seenSpans },
    dayOf(now),
  );
  return {
    customerId,
    platform: customer?.platform ?? null,
    display: customer?.display ?? null,
    quality: customer?.quality ?? 'stable',
    ...assessment!,
    metrics,
    ...suggest({
      metrics,
      tiers: assessment!.tiers,
      playbooks,
      contacts,
      putOffs: putOffsOf(events),
      coupons,
      limits,
      openWorkOrders: workOrders.filter(isOpen).length,
      lowCoverage,
      unseenGoals: progress.unseenGoals,
      isAwake,
      now,
      ground: offerGroundOf(
        ground.offers,
        {
          customerId,
          platform: customer?.platform ?? null,
          orders,
          coupons,
          playbooks,
          benefits: ground.benefits,
          couponLimits: numbers.couponLimits,
        },
        now,
      ),
    }),
    orders: orders.toSorted((a, b) => b.placedAt - a.placedAt),
    contacts,
    moments: momentsOf({
      orders,
      contacts,
      cases,
      reviews,
      workOrders,
      redemptions: redemptionsOf(contacts, orders, ownShopId, changes),
    }),
    outcomeDays,
    contactsOf7Days: {
      made: contacts.filter(({ at }) => now - at < 7 * DAY_MS).length,
      allowed: limits.contactsPer7Days,
    },
    quietHours: limits,
    openPromises: [...promisesInTexts(events), ...workOrders.flatMap((order) => promisesOf(order, stepKinds))]
      .filter(({ outcome, dueAt }) => outcome === 'open' && now - dueAt < OPEN_PROMISE_MS)
      .toSorted((a, b) => a.dueAt - b.dueAt),
    bestTime: bestTime(bought, limits),
    openCases,
    lastReview: lastAmong(reviews),
    coupons: coupons.filter((coupon) => isClaimable(coupon, now)),
    couponLimits: numbers.couponLimits,
    coverage: context.coverage,
    wholePast: await readWholePast(db, row, context, dayOf(now)),
    cycleGroup: cycleGroupOf(assessment!, row, context),
    horizonDays: context.model?.horizonDays ?? null,
    withheld: context.withheld,
    isUndisturbed,
    ...datesOf(events, playbooks),
    notes: customerNotesIn(events),
    ...progress,
    rights: theirRights,
    rightNames: await readRightHolders(db, theirRights),
  };
}

/** What is stored of one person. */
async function readOwnRecords(db: LiukeDatabase, askedFor: string) {
  const { customerId, parties, records } = await readLinkedCustomer(db, askedFor);
  // Contacts made while only the nick was known, or before a link, belong to the same person.
  const allIds = [...new Set([customerId, ...parties, ...records.flatMap(({ nickId }) => nickId ?? [])])];
  const [orders, events] = await Promise.all([
    db.orders.where('customerId').equals(customerId).toArray(),
    recordsOf(db.events, 'customerId', allIds),
  ]);
  const recordIds = orders.map(({ id }) => id);
  const [cases, reviews] = await Promise.all([readCases(db, allIds, recordIds), readReviews(db, allIds, recordIds)]);
  return { customerId, allIds, customer: records[0], orders, events, cases, reviews };
}

/** How long orders are kept is asked only of a shop of which everything was seen: most are not. */
async function readWholePast(
  db: LiukeDatabase,
  { history: { purchases } }: LedgerRow,
  context: ShopContext,
  today: number,
): Promise<WholePast | null> {
  if (context.coverage.share < 1) return null;
  const { orders: keptDays } = await readRetention(db);
  return wholePastOf(
    purchases.map(({ day }) => day),
    { ...context, keptFromDay: today - keptDays },
    today,
  );
}

function cycleGroupOf(
  { cycleSource, metrics }: Assessment,
  { history }: LedgerRow,
  { benchmarks }: ShopContext,
): CycleBenchmark | null {
  if (cycleSource !== 'group') return null;
  return groupFinder(benchmarks?.cycles ?? [])(history.category, stageOf(metrics.purchaseCount ?? 0));
}

function datesOf(
  events: readonly EventRecord[],
  playbooks: readonly Playbook[],
): Pick<CustomerView, 'dates' | 'pointsWorthFen'> {
  const dates = customerDatesIn(events);
  const exchange = playbooks.find((playbook) => playbook.exchange !== null)?.exchange;
  const points = dates.pointsExpiry?.points;
  return { dates, pointsWorthFen: points && exchange ? pointsWorthFen(points, exchange) : null };
}

function contactsOf(events: readonly EventRecord[]): Omit<CustomerView['contacts'][number], 'outcome'>[] {
  return standing(events)
    .flatMap((event) => (event.kind === 'contact' ? [{ ...event.contact, at: event.at, eventId: event.id }] : []))
    .toReversed();
}

function putOffsOf(events: readonly EventRecord[]): DatedPutOff[] {
  return standing(events).filter((event) => event.kind === 'suggestionPutOff');
}
