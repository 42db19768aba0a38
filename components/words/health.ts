/** How a customer stands, why, and why a figure is not there, in sentences with their numbers. */
import { t, type MessageKey } from '../../lib/browser/i18n.ts';
import type { Missing } from '../../lib/insight/churn/data-level.ts';
import type { BandReturn, Reason } from '../../lib/insight/churn/reasons.ts';
import type { CycleSource } from '../../lib/insight/measures/cycles.ts';
import type { Withheld } from '../../lib/views/shops/withheld.ts';
import { dayCountText, percentText, yuanText } from './amounts.ts';
import { daysAgoText } from './times.ts';

/** @param cycleSource what the customer's cycle rests on: it is not their own before the third purchase */
export function reasonText(reason: Reason, cycleSource: CycleSource): string {
  switch (reason.kind) {
    case 'overdue': {
      const source = cycleSource === 'none' ? 'own' : cycleSource;
      const { recencyDays, cycleDays, cycles, beyond } = reason;
      return t(`reason_overdue_${source}`, recencyDays, dayCountText(cycleDays), timesAbove(cycles, beyond));
    }
    case 'fewerPurchases':
      return t('reason_fewerPurchases', reason.purchases90d, reason.purchasesBefore90d);
    case 'smallerPurchases': {
      const { average90dFen, averageBefore90dFen, percentLess } = reason;
      const less = percentText(percentLess / 100);
      return t('reason_smallerPurchases', yuanText(average90dFen), yuanText(averageBefore90dFen), less);
    }
    case 'recentRefund':
      return t('reason_recentRefund', daysAgoText(reason.refundRecencyDays));
    default: {
      const source = cycleSource === 'preset' ? 'preset' : 'group';
      return t(`reason_secondDue_${source}`, reason.recencyDays, dayCountText(reason.cycleDays));
    }
  }
}

/** One decimal, or as many as show that the number is above the limit: 2.04 is not "2". */
function timesAbove(value: number, limit: number): string {
  const digits = [1, 2, 3].find((count) => Number(value.toFixed(count)) > limit) ?? 3;
  return value.toFixed(digits);
}

export function bandReturnText({ horizonDays, percent, customers }: BandReturn): string {
  return t('bandReturn', horizonDays, percentText(percent / 100), customers.toLocaleString('zh-CN'));
}

/** Why there is no health. */
export function withheldText(withheld: Withheld): string {
  switch (withheld.because) {
    case 'coverage':
      return t('withheld_coverage', percentText(withheld.share), percentText(withheld.needed));
    case 'notFitted':
      return t('withheld_notFitted');
    case 'tooLittleData':
      return t('withheld_tooLittleData', missingTexts(withheld.missing).join(t('enumeration')));
    case 'notConverged':
      return t('withheld_notConverged');
    default:
      return t(`withheld_refused_${withheld.refusal}`);
  }
}

/** Why there are no percentages beside a health that is shown. */
export function percentagesWithheldText(withheld: Withheld): string {
  return t('withheld_percentages', withheldText(withheld));
}

const missingKeys = {
  buyers: 'missing_buyers',
  repeaters: 'missing_repeaters',
  observedDays: 'missing_observedDays',
  pastWindows: 'missing_pastWindows',
} as const satisfies Record<keyof Missing, MessageKey>;

/** "30 位买家", "12 位回头客": what is still to come. */
function missingTexts(missing: Missing): string[] {
  const names = Object.keys(missingKeys) as (keyof Missing)[];
  return names.flatMap((name) => (missing[name] === undefined ? [] : t(missingKeys[name], missing[name])));
}
