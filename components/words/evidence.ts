/**
 * Clauses that passed, as sentences that can be checked: "近365天购买 6 次（≥ 4）", "距上次购买 45 天（≥ 30 且 ≤ 90）",
 * "该联系的日子已过 4 天（≤ 7）".
 */
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Evidence } from '../../lib/insight/tiers/clause.ts';
import { metricWords } from '../../lib/rules/metrics.ts';
import { yuanText } from './amounts.ts';

const comparisons = {
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'above',
  '<': 'below',
} as const;
/** The same of a number without its minus. */
const turned = { '>=': '<=', '<=': '>=', '>': '<', '<': '>' } as const;

/** One sentence per metric, in the order of the first clause about each. */
export function evidenceTexts(evidence: readonly Evidence[]): string[] {
  return byMetric(evidence).map(({ told, limits }) =>
    limits.length === 0 ? told : t('evidence_limited', told, limits.join(t('evidence_and'))),
  );
}

/** The same without the limits, for a row of a list: "近365天购买 6 次，距上次购买 45 天". */
export function factsText(evidence: readonly Evidence[]): string {
  return byMetric(evidence)
    .map(({ told }) => told)
    .join(t('evidence_between'));
}

interface Sentence {
  told: string;
  limits: string[];
}

function byMetric(evidence: readonly Evidence[]): Sentence[] {
  return [...Map.groupBy(evidence, ({ metric }) => metric).values()].map(sentenceOf);
}

/** @param clauses about one metric of one customer */
function sentenceOf(clauses: readonly Evidence[]): Sentence {
  const [{ metric, actual }] = clauses as [Evidence];
  const { fact, past, unit } = metricWords.find(({ name }) => name === metric)!;
  const isPast = past !== undefined && actual < 0;
  if (unit === 'flag') {
    const answer = t(actual === 0 ? 'evidence_no' : 'evidence_yes');
    return { told: t('evidence_flag', labelText(fact), answer), limits: [] };
  }
  const digits = Math.max(...clauses.map(({ value }) => digitsToTell(actual, value)));
  const bare = (number: number) => {
    if (unit === 'fen') return yuanText(number);
    const text = String(Number(number.toFixed(digits)));
    return unit === 'ratio' ? `×${text}` : unit === 'percent' ? `${text}%` : text;
  };
  const isWritten = unit === 'fen' || unit === 'ratio' || unit === 'percent';
  const shown = isPast ? -actual : actual;
  const amount = isWritten ? bare(shown) : t(`evidence_${unit}`, bare(shown));
  // That it is over, or is not, is said already.
  const isSaid = (value: number) => past !== undefined && (isPast ? value >= 0 : value < 0);
  const limits = clauses.flatMap(({ is, value }) =>
    is === '=' || isSaid(value)
      ? []
      : t(`evidence_${comparisons[isPast ? turned[is] : is]}`, bare(isPast ? -value : value)),
  );
  return { told: t('evidence_fact', labelText(isPast ? past : fact), amount), limits };
}

/** Decimals at which rounding does not make the number look as if it failed: 2.04 > 2 is "×2.04", not "×2". */
function digitsToTell(actual: number, value: number): number {
  for (let digits = 1; digits < 4; digits += 1) {
    if (Math.sign(Number(actual.toFixed(digits)) - value) === Math.sign(actual - value)) return digits;
  }
  return 4;
}
