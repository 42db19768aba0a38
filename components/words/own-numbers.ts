/** The numbers that a shop may set for itself, in words: what each is, how it is typed, and why it cannot be so. */
import type { LimitProblem } from '../../lib/actions/contact-bounds.ts';
import type { NumberProblem } from '../../lib/actions/number-problems.ts';
import type { NumberUnit } from '../../lib/actions/number-ranges.ts';
import type { PlaybookNumber } from '../../lib/actions/playbook-numbers.ts';
import type { Playbook } from '../../lib/actions/playbook.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { metricWords } from '../../lib/rules/metrics.ts';

const signs = { '=': '=', '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const;

/** What a typed number is of the number that is kept: yuan of fen, percent of a rate. */
const scales: Readonly<Record<NumberUnit, number>> = {
  days: 1,
  hours: 1,
  times: 1,
  pieces: 1,
  score: 1,
  fen: 100,
  rate: 0.01,
  points: 1,
};

/** 2000 fen -> "20". */
export function typedText(value: number, unit: NumberUnit): string {
  return String(Math.round((value / scales[unit]) * 100) / 100);
}

/** "20" -> 2000 fen; NaN of what is no number. */
export function typedValue(text: string, unit: NumberUnit): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Math.round(number * scales[unit] * 1e6) / 1e6;
}

/** "距上次购买 ≥", "券的面额", "联系过之后，多少天不再提". */
export function numberLabel({ key, clause }: PlaybookNumber, { moment }: Playbook): string {
  if (clause) {
    const { fact } = metricWords.find(({ name }) => name === clause.metric)!;
    const text = t('own_clause', labelText(fact), signs[clause.is]);
    return key.startsWith('due.') ? t('own_onTheDay', text) : text;
  }
  if (key === 'moment.from' || key === 'moment.to') {
    const { at, hours } = moment![key === 'moment.from' ? 'from' : 'to'];
    return t(
      key === 'moment.from' ? 'own_momentFrom' : 'own_momentTo',
      t(`own_${hours < 0 ? 'before' : 'after'}_${at}`),
    );
  }
  // On the list or on the card: to whoever reads it, the same.
  const said = key === 'restDays' ? 'due.everyDays' : key;
  return t(`own_key_${said.replace('.', '_') as PlainKey}`);
}

type PlainKey =
  | 'offer_thresholdFen'
  | 'offer_faceValueFen'
  | 'offer_validDays'
  | 'offer_rate'
  | 'goal_fen'
  | 'goal_months'
  | 'exchange_points'
  | 'exchange_worthFen'
  | 'withinDays'
  | 'due_everyDays';

export function unitWord(unit: NumberUnit): string {
  if (unit === 'rate') return '%';
  if (unit === 'points') return t('own_unit_score');
  return t(unit === 'hours' || unit === 'score' ? `own_unit_${unit}` : `dashUnit_${unit}`);
}

/** Why the number of that key cannot be so; null where it can. */
export function numberProblemText(key: string, problems: readonly NumberProblem[]): string | null {
  const problem = problems.find((one) => ('keys' in one ? one.keys.includes(key) : one.key === key));
  if (!problem || problem.kind === 'unknown') return null;
  if (problem.kind === 'outOfRange') {
    const { range, unit } = problem;
    return t('dashRange', typedText(range.min, unit), typedText(range.max, unit));
  }
  if (problem.kind === 'platform') return t('own_problem_platform', labelText(problem.limit));
  return t(`own_problem_${problem.kind}`);
}

/** Why a limit of contacts cannot be so: law and platforms, or nothing but sense. */
export function limitProblemText(problem: LimitProblem): string {
  if (problem.kind === 'unknown') return problem.key;
  const { bound, why } = problem;
  const scale = bound.limit === 'minOfferShare' ? 100 : 1;
  const range = t('dashRange', bound.min * scale, bound.max * scale);
  return why ? t('own_problem_law', range, labelText(why)) : range;
}
