/** The clocks of work orders and of waiting chats: from when, until when, and what became of them. */
import type { Platform } from '../model/platform.ts';
import type { OpenSpan } from '../model/service-hours.ts';
import type { OpenTimes } from './open-time.ts';
import { afterOpenTime, always } from './open-time.ts';
import type { ClockKind, ClockRule } from './clock-schema.ts';
import type { Kpi } from './kpi-schema.ts';
import type { Matter } from '../model/matter.ts';
import type { WorkOrder, WorkOrderStep } from './work-order.ts';

/** At these shares of its time a clock reminds. */
const reminderShares = [0.5, 0.8, 1] as const;
type ReminderShare = (typeof reminderShares)[number];

/** From this share on a clock is said to be half over, */
const HALF: ReminderShare = 0.5;
/** and from this on, to run out soon. */
const SOON: ReminderShare = 0.8;

export interface Clock {
  ruleId: string;
  kind: ClockKind;
  startAt: number;
  dueAt: number;
  /** Null as long as it is not. */
  doneAt: number | null;
  /** When which share of its time is over, ascending. */
  marks: { share: ReminderShare; at: number }[];
  /** The platform's own measure (a `Kpi`) that is stricter than the shop's rule. */
  measureId: string | null;
}

/** `half`: half its time is over. `late`: over and not done. `missed`: done, but late. */
export type ClockState = 'running' | 'half' | 'soon' | 'late' | 'met' | 'missed';

export function clockState({ dueAt, doneAt, marks }: Clock, now: number): ClockState {
  if (doneAt !== null) return doneAt <= dueAt ? 'met' : 'missed';
  if (now > dueAt) return 'late';
  const over = marks.findLast(({ at }) => at <= now)?.share ?? 0;
  return over >= SOON ? 'soon' : over >= HALF ? 'half' : 'running';
}

/** Where something is to be answered: what decides which rules hold. */
export interface Ground {
  matter: Matter;
  platform: Platform;
  isCrossBorder: boolean;
  times: OpenTimes;
  /** When buyers abroad work. */
  buyerTimes: OpenTimes;
}

function timesOf({ counts }: ClockRule, { times, buyerTimes }: Ground): OpenTimes {
  return { openTime: times, buyerTime: buyerTimes, always }[counts];
}

/** The rules that hold, at most one of each kind: those of sales abroad first, then those of the platform. */
export function rulesFor({ matter, platform, isCrossBorder }: Ground, rules: readonly ClockRule[]): ClockRule[] {
  const fitting = rules
    .filter((rule) => rule.matters.includes(matter))
    .filter((rule) => rule.platform === null || rule.platform === platform)
    .filter((rule) => isCrossBorder || !rule.isCrossBorder);
  const rank = (rule: ClockRule) => Number(rule.isCrossBorder) * 2 + Number(rule.platform !== null);
  return (['reply', 'act', 'close'] as const).flatMap(
    (kind) => fitting.filter((rule) => rule.kind === kind).toSorted((a, b) => rank(b) - rank(a))[0] ?? [],
  );
}

/** What each step counts as. */
export type StepKinds = ReadonlyMap<string, 'answer' | 'dispatch' | 'refund' | 'act'>;

/**
 * The clocks of a work order that have begun.
 * @param repliedAt when a message of the shop was first seen in the chat after it began; null for none
 */
export function clocksOf(
  order: WorkOrder,
  ground: Ground,
  rules: readonly ClockRule[],
  steps: StepKinds,
  repliedAt: number | null,
): Clock[] {
  const isAnswer = ({ stepId }: WorkOrderStep) => steps.get(stepId) === 'answer';
  // Whoever was offered something was spoken to.
  const offersAt = order.offers.map(({ at }) => at);
  const answeredAt = first([...order.steps.filter(isAnswer).map(timeDone), ...offersAt, repliedAt, order.toldAt]);
  const actedAt = first([...order.steps.filter((step) => !isAnswer(step)).map(timeDone), order.closedAt]);
  const done = { reply: answeredAt, act: actedAt, close: order.closedAt };
  return rulesFor(ground, rules).flatMap((rule) => {
    const startAt = rule.from === 'reply' ? answeredAt : order.startedAt;
    if (startAt === null) return [];
    return [clockBy(rule, startAt, done[rule.kind], timesOf(rule, ground))];
  });
}

/** The clock of a buyer who waits in the chat; null where no rule speaks of it. */
export function chatClock(
  startAt: number,
  answeredAt: number | null,
  ground: Ground,
  rules: readonly ClockRule[],
  measures: readonly Kpi[],
): Clock | null {
  const rule = rulesFor(ground, rules).find(({ kind }) => kind === 'reply');
  if (!rule) return null;
  const own = clockBy(rule, startAt, answeredAt, timesOf(rule, ground));
  const measured = measures
    .filter(({ platform }) => platform === ground.platform)
    .flatMap(({ id, count }) =>
      count.what === 'replyRate'
        ? { ...clockBy({ ...rule, minutes: count.minutes }, startAt, answeredAt, everyDay(count.span)), measureId: id }
        : [],
    );
  return [own, ...measured].toSorted((a, b) => a.dueAt - b.dueAt)[0]!;
}

function everyDay(span: OpenSpan): OpenTimes {
  return { week: Array.from({ length: 7 }, () => [span]), closedDays: new Set(), openDays: new Set() };
}

function clockBy({ id, kind, minutes }: ClockRule, startAt: number, done: number | null, times: OpenTimes): Clock {
  const marks = reminderShares.map((share) => ({ share, at: afterOpenTime(startAt, share * minutes * 60_000, times) }));
  return { ruleId: id, kind, startAt, dueAt: marks.at(-1)!.at, doneAt: done, marks, measureId: null };
}

/** The next moment at which a clock has something to say; null for one that is done or over. */
export function nextMark({ marks, doneAt }: Clock, now: number): number | null {
  if (doneAt !== null) return null;
  return marks.find(({ at }) => at > now)?.at ?? null;
}

function timeDone(step: WorkOrderStep): number | null {
  return step.doneAt;
}

function first(times: readonly (number | null)[]): number | null {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
