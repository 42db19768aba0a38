/** A clause that passed, as a sentence that can be checked: "近365天购买 6 次（≥ 4）". */
import { t } from '../../lib/browser/i18n.ts';
import type { Clause, Evidence } from '../../lib/insight/clause.ts';
import type { MetricName } from '../../lib/insight/metrics.ts';
import { yuanText } from './amounts.ts';

const comparisons = {
  '=': 'equals',
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'above',
  '<': 'below',
} as const satisfies Record<Clause['is'], string>;

const units: Readonly<Record<MetricName, 'count' | 'ratio' | 'money'>> = {
  purchaseCount: 'count',
  purchases30d: 'count',
  purchases365d: 'count',
  frequentMonths: 'count',
  recencyDays: 'count',
  daysSinceFirst: 'count',
  netSpendFen: 'money',
  averageFen: 'money',
  averageRatio: 'ratio',
  cycleDays: 'count',
  recencyCycles: 'ratio',
  lastGapDays: 'count',
  openAfterSales: 'count',
};

export function evidenceText({ metric, is, value, actual }: Evidence): string {
  const digits = digitsToTell(actual, value);
  const text = (number: number) => {
    if (units[metric] === 'money') return yuanText(number);
    return `${units[metric] === 'ratio' ? '×' : ''}${Number(number.toFixed(digits))}`;
  };
  return t(`evidence_${metric}_${comparisons[is]}`, text(actual), text(value));
}

/** Decimals at which rounding does not make the number look as if it failed: 2.04 > 2 is "×2.04", not "×2". */
function digitsToTell(actual: number, value: number): number {
  for (let digits = 1; digits < 4; digits += 1) {
    if (Math.sign(Number(actual.toFixed(digits)) - value) === Math.sign(actual - value)) return digits;
  }
  return 4;
}
