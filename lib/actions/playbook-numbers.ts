/**
 * The numbers of a playbook that a shop may set for itself: days, amounts and counts of its conditions, its offer, its window. What a shop
 * set lies over what ships, by the key of each number; texts name a number by the same key (`{offer.faceValueFen}`).
 */
import type { Clause } from '../insight/tiers/clause-schema.ts';
import type { MetricName } from '../insight/metrics.ts';
import type { Label } from '../model/label.ts';
import type { NumberUnit } from './number-ranges.ts';
import type { Playbook } from './playbook.ts';

/** Key -> the shop's number; what is not named stays as it ships. */
export type Numbers = Readonly<Record<string, number>>;

/** One number of a playbook: `all.recencyDays>=`, `due.everyDays`, `offer.validDays`, `moment.to`, `withinDays`, `restDays`. */
export interface PlaybookNumber {
  key: string;
  /** Null for what is no condition over a metric. */
  clause: Clause | null;
  unit: NumberUnit;
  /** As it ships. */
  shipped: number;
}

/** In the order in which a person reads them: for whom, when, what, within how long. */
export function numbersOf(playbook: Playbook): PlaybookNumber[] {
  const { all, due, moment, offer, withinDays, restDays, goal, exchange } = playbook;
  const plain = (key: string, unit: NumberUnit, shipped: number | null): PlaybookNumber[] =>
    shipped === null ? [] : [{ key, clause: null, unit, shipped }];
  return [
    ...clauseNumbers('all', all),
    ...(due ? clauseNumbers('due', due.all) : []),
    ...(moment ? plain('moment.from', 'hours', Math.abs(moment.from.hours)) : []),
    ...(moment ? plain('moment.to', 'hours', Math.abs(moment.to.hours)) : []),
    ...(offer?.kind === 'coupon'
      ? [
          ...plain('offer.thresholdFen', 'fen', offer.thresholdFen),
          ...plain('offer.faceValueFen', 'fen', offer.faceValueFen),
          ...plain('offer.validDays', 'days', offer.validDays),
        ]
      : []),
    ...(offer?.kind === 'rate' ? plain('offer.rate', 'rate', offer.rate) : []),
    ...(goal?.what === 'monthSpend' ? plain('goal.fen', 'fen', goal.fen) : []),
    ...(goal?.what === 'straightMonths' ? plain('goal.months', 'times', goal.months) : []),
    ...plain('exchange.points', 'points', exchange?.points ?? null),
    ...plain('exchange.worthFen', 'fen', exchange?.worthFen ?? null),
    ...plain('withinDays', 'days', withinDays),
    ...plain('due.everyDays', 'days', due?.everyDays ?? null),
    ...plain('restDays', 'days', restDays),
  ];
}

/** The playbook with the shop's numbers. Keys that it does not have are passed over. */
export function withNumbers(playbook: Playbook, numbers: Numbers): Playbook {
  const at = (key: string, shipped: number) => numbers[key] ?? shipped;
  const { due, moment, offer, withinDays, restDays, goal, exchange } = playbook;
  const clauses = (place: ClausePlace, list: readonly Clause[]) =>
    list.map((clause) => ({
      ...clause,
      value: isNumber(clause) ? at(clauseKey(place, clause), clause.value) : clause.value,
    }));
  const hours = (key: string, instant: { at: 'start' | 'end'; hours: number }) => ({
    ...instant,
    hours: at(key, Math.abs(instant.hours)) * (instant.hours < 0 ? -1 : 1),
  });
  return {
    ...playbook,
    all: clauses('all', playbook.all),
    due: due && { ...due, all: clauses('due', due.all), everyDays: at('due.everyDays', due.everyDays) },
    moment: moment && { ...moment, from: hours('moment.from', moment.from), to: hours('moment.to', moment.to) },
    offer:
      offer?.kind === 'coupon'
        ? {
            kind: 'coupon',
            thresholdFen: at('offer.thresholdFen', offer.thresholdFen),
            faceValueFen: at('offer.faceValueFen', offer.faceValueFen),
            validDays: offer.validDays === null ? null : at('offer.validDays', offer.validDays),
          }
        : offer && { kind: 'rate', rate: at('offer.rate', offer.rate) },
    goal:
      goal?.what === 'monthSpend'
        ? { ...goal, fen: at('goal.fen', goal.fen) }
        : goal && { ...goal, months: at('goal.months', goal.months) },
    exchange: exchange && {
      points: at('exchange.points', exchange.points),
      worthFen: at('exchange.worthFen', exchange.worthFen),
    },
    withinDays: withinDays === null ? null : at('withinDays', withinDays),
    restDays: restDays === null ? null : at('restDays', restDays),
  };
}

type ClausePlace = 'all' | 'due';

export function clauseKey(place: ClausePlace, { metric, is }: Clause): string {
  return `${place}.${metric}${is}`;
}

/** Says what a customer is, not how much: none, one, a case that is open. */
function isNumber({ metric, is, value }: Clause): boolean {
  return metric !== 'openAfterSales' && !(is === '=' && value <= 1);
}

function clauseNumbers(place: ClausePlace, clauses: readonly Clause[]): PlaybookNumber[] {
  return clauses.filter(isNumber).map((clause) => ({
    key: clauseKey(place, clause),
    clause,
    unit: unitOf(clause.metric),
    shipped: clause.value,
  }));
}

/** A metric's name ends with its unit. */
function unitOf(metric: MetricName): NumberUnit {
  if (metric.endsWith('Fen')) return 'fen';
  if (metric.endsWith('Pieces')) return 'pieces';
  if (metric === 'health') return 'score';
  return metric.endsWith('Days') || metric.startsWith('daysSince') ? 'days' : 'times';
}

/** The playbook with its texts told by its own numbers: `{offer.faceValueFen}` -> 20, in yuan. */
export function told(playbook: Playbook): Playbook {
  const tell = tellerOf(playbook);
  const { label, advice, note } = playbook;
  return { ...playbook, label: tell(label), advice: tell(advice), note: note && tell(note) };
}

/** Fills the numbers of a playbook into a text that names them. @throws RangeError for a number that it does not have */
export function tellerOf(playbook: Playbook): (text: Label) => Label {
  const values = new Map(numbersOf(playbook).map(({ key, unit, shipped }) => [key, { unit, value: shipped }]));
  const fill = (text: string, language: keyof Label) =>
    text.replaceAll(/\{([^{}]+)\}/g, (_, key: string) => {
      const number = values.get(key);
      if (!number) throw new RangeError(`expected a number of ${playbook.id}, found {${key}} in ${text}`);
      if (number.unit === 'fen') return String(number.value / 100);
      if (number.unit !== 'rate') return String(number.value);
      // 8.5 折 is 15% off.
      return language === 'zh'
        ? String(Math.round(number.value * 100) / 10)
        : String(Math.round((1 - number.value) * 100));
    });
  return ({ zh, en }) => ({ zh: fill(zh, 'zh'), en: fill(en, 'en') });
}
