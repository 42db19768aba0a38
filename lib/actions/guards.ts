/** Guards hold a suggestion back and say why: nothing is worse than a coupon in the middle of a complaint. */
import type { Metrics } from '../insight/metrics.ts';
import type { ChatMessage } from '../model/capture.ts';
import type { Contact, PutOff } from '../model/event.ts';
import { isRefusal } from '../model/decline-reason.ts';
import type { Label } from '../model/label.ts';
import { DAY_MS, dayOf, hourOf } from '../model/shanghai-time.ts';
import type { ContactLimits, QuietHours } from './contact-limits.ts';
import type { EffectiveDiscount } from './offer.ts';
import type { Playbook, SeatedPlaybook } from './playbook.ts';

/** A contact and when it was made (epoch ms). */
export interface DatedContact extends Contact {
  at: number;
}

/** A suggestion put off, and when (epoch ms). */
export type DatedPutOff = Omit<PutOff, 'customerId'> & { at: number };

export type HeldBack =
  | { guard: 'openComplaintFirst'; openAfterSales: number }
  | { guard: 'openWorkOrderFirst'; openWorkOrders: number }
  | { guard: 'doNotDisturb' }
  /** Every seat of the trial is taken. */
  | { guard: 'seatsTaken' }
  | { guard: 'putOff'; untilDay: number; reason: PutOff['reason'] }
  | { guard: 'notAgainYet'; everyDays: number; daysAgo: number }
  /** Nobody is approached between these hours. */
  | { guard: 'quietHours'; fromHour: number; toHour: number }
  | { guard: 'contactedRecently'; limit: FrequencyLimit; allowed: number; actual: number }
  | { guard: 'tooSmall'; savedFen: number; basketFen: number; share: number }
  /** Left alone by a trial, from its first day on. */
  | { guard: 'holdOut'; startDay: number; share: number }
  /** What stays after the offer, of what the buyer then pays, by the part of the basket whose cost is known. */
  | { guard: 'marginFloor'; beforeFen: number; afterFen: number; floorShare: number; coverage: number }
  | { guard: 'unfairToOld'; savedFen: number; newSavedFen: number; basketFen: number }
  /** Too little of the time was seen to say who stayed away, or how much they bought. */
  | { guard: 'coverageTooLow'; share: number; needed: number }
  /** The platform's tool does not take such a coupon. */
  | { guard: 'platformLimit'; limit: Label };

type FrequencyLimit = 'minGapHours' | 'contactsPer7Days' | 'offersPer30Days';

/** What happened between the shop and one customer. */
interface Dealings {
  playbook: SeatedPlaybook;
  /** The customer's contacts, any order, undone ones left out. */
  contacts: readonly DatedContact[];
  /** The customer's, undone ones left out. */
  putOffs: readonly DatedPutOff[];
  /** Of the customer; none when left out. */
  openWorkOrders?: number;
  limits: ContactLimits;
  now: number;
}

interface Standing extends Dealings {
  metrics: Metrics;
  /** Of what the playbook rests on, where too little of it was seen; enough when left out. */
  lowCoverage?: LowCoverage | null;
  /** The customer wrote just now (`isAwake`); no when left out. */
  isAwake?: boolean;
}

/** The part of the days that was seen, 0..1, and the least that would do. */
export interface LowCoverage {
  share: number;
  needed: number;
}

/** What rests on somebody's staying away, or on all that they bought. What was not seen is not zero. */
export function restsOnAllSeen({
  due,
  goal,
  tellsDistance,
}: Pick<Playbook, 'due' | 'goal' | 'tellsDistance'>): boolean {
  return due?.job === 'wake' || goal !== null || tellsDistance;
}

function coverageTooLow({ playbook, lowCoverage }: Standing): HeldBack | null {
  return lowCoverage && restsOnAllSeen(playbook) ? { guard: 'coverageTooLow', ...lowCoverage } : null;
}

/** Service before coupons (CHN-10, ACT-63): no offer while an after-sale request waits. */
function openComplaintFirst({ playbook, metrics }: Standing): HeldBack | null {
  const openAfterSales = metrics.openAfterSales ?? 0;
  return playbook.offer && openAfterSales > 0 ? { guard: 'openComplaintFirst', openAfterSales } : null;
}

/** Nor while the shop itself noted that something is to be put right. */
function openWorkOrderFirst({ playbook, openWorkOrders = 0 }: Dealings): HeldBack | null {
  return playbook.offer && openWorkOrders > 0 ? { guard: 'openWorkOrderFirst', openWorkOrders } : null;
}

/** Who asked for quiet gets no offer and no visit; a question of theirs is still answered. */
function doNotDisturb(input: Standing): HeldBack | null {
  return (input.playbook.offer || goesToThem(input)) && input.metrics.doNotDisturb === 1
    ? { guard: 'doNotDisturb' }
    : null;
}

/** Nobody is invited to a trial that has no seat left (ACT-10). */
function seatsTaken({ playbook }: Dealings): HeldBack | null {
  return playbook.seatsLeft === 0 ? { guard: 'seatsTaken' } : null;
}

/** Who said "later" or "not this" is taken at their word until the day they named; a customer who refused, for every offer. */
function putOff({ playbook, putOffs, now }: Dealings): HeldBack | null {
  const isOfIt = ({ playbookId, reason }: DatedPutOff) =>
    playbookId === playbook.id || (playbook.offer !== null && isRefusal(reason));
  const standing = putOffs.filter((one) => isOfIt(one) && one.untilDay > dayOf(now));
  const last = standing.toSorted((a, b) => b.at - a.at)[0];
  return last ? { guard: 'putOff', untilDay: last.untilDay, reason: last.reason } : null;
}

/** What a playbook or one of its kin led to keeps it off for its days (CAL-08, CAL-12, CAL-13). */
function notAgainYet({ playbook, contacts, now }: Dealings): HeldBack | null {
  const everyDays = playbook.due?.everyDays ?? playbook.restDays ?? 0;
  const isOfIt = (id: string | null) => id !== null && (id === playbook.id || playbook.due?.kin.includes(id) === true);
  const days = contacts.filter(({ playbookId }) => isOfIt(playbookId)).map(({ at }) => dayOf(now) - dayOf(at));
  const daysAgo = Math.min(...days);
  return daysAgo < everyDays ? { guard: 'notAgainYet', everyDays, daysAgo } : null;
}

/** Care, not harassment (CPL-11): a gap between contacts, a cap per week, fewer offers. */
function contactedRecently({ playbook, contacts, limits, now }: Dealings): HeldBack | null {
  const since = (days: number, isCounted: (contact: DatedContact) => boolean = () => true) =>
    contacts.filter((contact) => isCounted(contact) && now - contact.at < days * DAY_MS).length;
  const hoursAgo = Math.min(...contacts.map((contact) => (now - contact.at) / 3_600_000));
  const offers = since(30, (contact) => contact.isOffer);
  const held = (limit: FrequencyLimit, actual: number): HeldBack => ({
    guard: 'contactedRecently',
    limit,
    allowed: limits[limit],
    actual,
  });
  if (hoursAgo < limits.minGapHours) return held('minGapHours', Math.max(0, Math.floor(hoursAgo)));
  if (since(7) >= limits.contactsPer7Days) return held('contactsPer7Days', since(7));
  return playbook.offer && offers >= limits.offersPer30Days ? held('offersPer30Days', offers) : null;
}

type TooSmall = Extract<HeldBack, { guard: 'tooSmall' }>;

/** Giving a big customer a small coupon tells them that nobody looked (ACT-15): a right serves better. */
export function tooSmall(discount: EffectiveDiscount | null, { minOfferShare }: ContactLimits): TooSmall | null {
  if (!discount || discount.share >= minOfferShare) return null;
  const { savedFen, basketFen, share } = discount;
  return { guard: 'tooSmall', savedFen, basketFen, share };
}

/** Whether nobody is to be approached now. */
export function isQuietAt(atMs: number, { quietFromHour, quietToHour }: QuietHours): boolean {
  const hour = hourOf(atMs);
  return quietFromHour > quietToHour
    ? hour >= quietFromHour || hour < quietToHour
    : hour >= quietFromHour && hour < quietToHour;
}

const AWAKE_MS = 3_600_000;

/**
 * Whoever wrote within the hour is awake: what they are told disturbs nobody.
 * @param messages of the conversation that is open, the oldest first; of words without a time it is not known that they are old
 */
export function isAwake(messages: readonly ChatMessage[], now: number): boolean {
  const last = messages.findLast(({ from }) => from === 'buyer');
  return last !== undefined && now - (last.at ?? now) < AWAKE_MS;
}

/** What one goes to a customer for of one's own accord waits for the morning. */
function quietHours(input: Standing): HeldBack | null {
  const { limits, now } = input;
  if (!goesToThem(input) || !isQuietAt(now, limits)) return null;
  return { guard: 'quietHours', fromHour: limits.quietFromHour, toHour: limits.quietToHour };
}

/** It goes to a customer who asked for nothing. */
function isApproach({ due }: Playbook): boolean {
  return due !== null && due.job !== 'calm';
}

/** An approach of one's own accord: to whoever is writing just now it is an answer. */
function goesToThem({ playbook, isAwake: isUp = false }: Standing): boolean {
  return isApproach(playbook) && !isUp;
}

const cardTooOften = (input: Standing) => (input.playbook.offer || goesToThem(input) ? contactedRecently(input) : null);
const approachedTooOften = (input: Dealings) => (isApproach(input.playbook) ? contactedRecently(input) : null);
/** What waits for an answer stays on the card until it has one. */
const doneForNow = (input: Dealings) => (input.playbook.due?.job === 'calm' ? null : notAgainYet(input));

/** For a customer who is there: what they ask is answered, however often; offers and approaches have their guards. */
const onTheCard = [
  openComplaintFirst,
  openWorkOrderFirst,
  doNotDisturb,
  coverageTooLow,
  seatsTaken,
  putOff,
  doneForNow,
  cardTooOften,
  quietHours,
];
/**
 * For going to a customer of one's own accord. Quiet and open cases are looked at for all customers at once (`dueColumn`); in the quiet
 * hours the list stays, to be prepared.
 */
const onTheList = [openWorkOrderFirst, putOff, notAgainYet, approachedTooOften];

/** The first guard that holds the playbook back, or null. */
export function heldBackBy(input: Standing): HeldBack | null {
  return firstHeld(onTheCard, input);
}

/** The first guard that keeps the customer off a day's list, or null. */
export function heldOffList(input: Dealings): HeldBack | null {
  return firstHeld(onTheList, input);
}

function firstHeld<Input>(guards: readonly ((input: Input) => HeldBack | null)[], input: Input): HeldBack | null {
  for (const guard of guards) {
    const held = guard(input);
    if (held) return held;
  }
  return null;
}
