import { t } from '../../../lib/browser/i18n.ts';

/** 0.79643 -> "0.796"; a figure that has no meaning there is said so. */
export function decimals(value: number | null, digits: number): string {
  return value === null ? t('dashNoFigure') : value.toFixed(digits);
}
