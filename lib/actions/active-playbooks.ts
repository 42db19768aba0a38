/** Which playbooks are open today: those that the shop keeps on, and of those that wait for an occasion the ones whose time it is. */
import type { Clause } from '../insight/tiers/clause-schema.ts';
import type { Occasion } from '../model/occasion.ts';
import { dayOf, hourOf, startOfDay } from '../model/shanghai-time.ts';
import type { ContactLimits } from './contact-limits.ts';
import { isQuietAt } from './guards.ts';
import type { Playbook, PlaybookMoment } from './playbook.ts';

export interface ActivePlaybook extends Playbook {
  /** What makes it time; null for what waits for nothing. */
  occasion: Occasion | null;
  /** Of the trial that it invites to; null for what takes none. */
  seatsLeft: number | null;
}

interface Day {
  /** The shop's own choices by id, over what ships. */
  choices: Readonly<Record<string, boolean>>;
  /** Near today, in order of time. */
  occasions: readonly Occasion[];
  limits: ContactLimits;
  /** The last day that was seen: purchases are counted from it. */
  asOfDay: number;
  /** Of the trial of an occasion; as many as one likes when left out. */
  seatsLeft?: (occasion: Occasion) => number;
  /** Epoch ms. */
  now: number;
}

/** In the order given: that of precedence. */
export function activePlaybooks(playbooks: readonly Playbook[], day: Day): ActivePlaybook[] {
  return playbooks.flatMap((playbook): ActivePlaybook[] => {
    if (!(day.choices[playbook.id] ?? playbook.isOn)) return [];
    const { moment } = playbook;
    if (moment === null) return [{ ...playbook, occasion: null, seatsLeft: null }];
    const occasion = day.occasions.find((one) => isTimeFor(moment, one, day.limits, day.now));
    if (!occasion) return [];
    const seatsLeft = playbook.takesSeat ? (day.seatsLeft?.(occasion) ?? null) : null;
    return [{ ...onOccasion(playbook, moment, occasion, day.asOfDay), seatsLeft }];
  });
}

/** As it will be on the day of an occasion, whether or not it is time yet. */
export function onOccasion(
  playbook: Playbook,
  { ofBuyers }: PlaybookMoment,
  occasion: Occasion,
  asOfDay: number,
): ActivePlaybook {
  const all = [...playbook.all, ...(ofBuyers ? boughtOn(occasion, asOfDay) : [])];
  return { ...playbook, all, occasion, seatsLeft: null };
}

/** Their last purchase was on one of its days. */
function boughtOn({ startAt, endAt }: Occasion, asOfDay: number): Clause[] {
  return [
    { metric: 'recencyDays', is: '<=', value: asOfDay - dayOf(startAt) },
    { metric: 'recencyDays', is: '>=', value: asOfDay - dayOf(endAt - 1) },
  ];
}

export function isTimeFor(moment: PlaybookMoment, occasion: Occasion, limits: ContactLimits, now: number): boolean {
  if (!moment.kinds.includes(occasion.kind)) return false;
  const { fromAt, toAt } = spanOf(moment, occasion, limits);
  return fromAt <= now && now < toAt;
}

const HOUR_MS = 3_600_000;

/** A span that would end in the quiet hours is held open into the morning: nobody is to be woken for it. */
export function spanOf(
  { from, to }: PlaybookMoment,
  occasion: Occasion,
  limits: ContactLimits,
): { fromAt: number; toAt: number } {
  const instant = ({ at, hours }: PlaybookMoment['from']) =>
    (at === 'start' ? occasion.startAt : occasion.endAt) + hours * HOUR_MS;
  const [fromAt, toAt] = [instant(from), instant(to)];
  if (!isQuietAt(toAt - 1, limits)) return { fromAt, toAt };
  const isPastMidnight = hourOf(toAt - 1) < limits.quietToHour;
  const morningAt = startOfDay(dayOf(toAt - 1) + (isPastMidnight ? 0 : 1)) + limits.quietToHour * HOUR_MS;
  return { fromAt, toAt: morningAt + HOUR_MS };
}
