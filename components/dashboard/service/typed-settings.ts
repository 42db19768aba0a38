/** Amounts and targets as they are typed. */
import { parseYuan } from '../../../lib/model/money.ts';
import { isShare } from '../../../lib/service/kpi.ts';
import type { Kpi } from '../../../lib/service/kpi-schema.ts';

/** @returns undefined of what is no amount in yuan */
export function fenTyped(text: string): number | undefined {
  try {
    return parseYuan(text.trim());
  } catch {
    return undefined;
  }
}

/** @returns null of nothing typed */
export function freightTyped(text: string): number | null | undefined {
  return text.trim() === '' ? null : fenTyped(text);
}

/** Percent of a share, minutes of a time. @returns null of nothing typed */
export function targetTyped(kpi: Kpi, text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const number = Number(text);
  if (!(number > 0)) return undefined;
  if (isShare(kpi)) return number <= 100 ? number / 100 : undefined;
  return number * 60_000;
}
