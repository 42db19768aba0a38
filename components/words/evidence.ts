/** A clause that passed, as a sentence that can be checked: "近365天购买 6 次（≥ 4）". */
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Evidence } from '../../lib/insight/tiers/clause.ts';
import { metricWords } from '../../lib/rules/metrics.ts';
import { yuanText } from './amounts.ts';

const comparisons = {
  '=': 'equals',
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'above',
  '<': 'below',
} as const satisfies Record<Evidence['is'], string>;

export function evidenceText({ metric, is, value, actual }: Evidence): string {
  const { fact, unit } = metricWords.find(({ name }) => name === metric)!;
  if (unit === 'flag') return t('evidence_flag', labelText(fact), t(actual === 0 ? 'evidence_no' : 'evidence_yes'));
  const digits = digitsToTell(actual, value);
  const bare = (number: number) => {
    if (unit === 'fen') return yuanText(number);
    const text = String(Number(number.toFixed(digits)));
    return unit === 'ratio' ? `×${text}` : unit === 'percent' ? `${text}%` : text;
  };
  const isWritten = unit === 'fen' || unit === 'ratio' || unit === 'percent';
  const amount = isWritten ? bare(actual) : t(`evidence_${unit}`, bare(actual));
  return t(`evidence_${comparisons[is]}`, labelText(fact), amount, bare(value));
}

/** Decimals at which rounding does not make the number look as if it failed: 2.04 > 2 is "×2.04", not "×2". */
function digitsToTell(actual: number, value: number): number {
  for (let digits = 1; digits < 4; digits += 1) {
    if (Math.sign(Number(actual.toFixed(digits)) - value) === Math.sign(actual - value)) return digits;
  }
  return 4;
}
