/** The platforms' coupon limits in words: what each is, how it is typed, and why it cannot be so. */
import type { CouponLimit } from '../../lib/actions/coupon-limit-schema.ts';
import type { CouponLimitProblem } from '../../lib/actions/coupon-limit-problems.ts';
import { t } from '../../lib/browser/i18n.ts';
import { typedText, typedValue, unitWord } from './own-numbers.ts';

type Unit = Pick<CouponLimit, 'unit'>;

/** "50 元", "30 天", "是", "未知". */
export function couponLimitText({ unit }: Unit, value: number | null): string {
  if (value === null) return t('couponLimits_unknown');
  if (unit === 'yesNo') return t(value === 0 ? 'couponLimits_no' : 'couponLimits_yes');
  return t('couponLimits_amount', typedText(value, unit), unitWord(unit));
}

/** As it would be typed; nothing where nobody knows. */
export function couponLimitTyped({ unit }: Unit, value: number | null): string {
  if (value === null) return '';
  return unit === 'yesNo' ? String(value) : typedText(value, unit);
}

/** What ships, as it would be typed. Of a yes or no it is chosen as such: a shop may as well have seen that it is so. */
export function couponLimitShipped(limit: CouponLimit): string {
  return limit.unit === 'yesNo' ? '' : couponLimitTyped(limit, limit.value);
}

/** What can be chosen of a yes or no; undefined of what is typed. */
export function couponLimitChoices(limit: CouponLimit): { value: string; label: string }[] | undefined {
  if (limit.unit !== 'yesNo') return undefined;
  return [
    { value: '', label: t('own_shipped', couponLimitText(limit, limit.value)) },
    ...[1, 0].map((value) => ({ value: String(value), label: couponLimitText(limit, value) })),
  ];
}

/** NaN of what is no number. */
export function couponLimitValue({ unit }: Unit, text: string): number {
  return unit === 'yesNo' ? Number(text) : typedValue(text, unit);
}

/** Nothing beside a yes or no. */
export function couponLimitUnit({ unit }: Unit): string {
  return unit === 'yesNo' ? '' : unitWord(unit);
}

export function couponLimitProblemText(problem: CouponLimitProblem, { unit, value }: CouponLimit): string {
  if (problem.kind === 'unknown') return problem.key;
  const { range } = problem;
  const [min, max] = [couponLimitTyped({ unit }, range.min), couponLimitTyped({ unit }, range.max)];
  const expected = t(unit === 'fen' ? 'couponLimits_wantsYuan' : 'couponLimits_wantsDays', min, max);
  return value === null ? t('couponLimits_orNothing', expected) : expected;
}
