/** Carriers in words. */
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { attributionRules } from '../../../lib/rules/service.ts';
import type { Tally } from '../../../lib/service/attribution.ts';
import { countText } from '../numbers.ts';

const names = new Map(attributionRules.carriers.known.map(({ id, label }) => [id, label]));

/** @param id as of a `CarrierShare` */
export function carrierName(id: string): string {
  const label = names.get(id);
  return label ? labelText(label) : id;
}

/** "中通 4 次，顺丰 1 次，不明 1 次" @param of all, those included of which no carrier is known */
export function carriersText(carriers: readonly Tally[], of: number): string {
  const known = carriers.reduce((sum, { count }) => sum + count, 0);
  const parts = carriers.map(({ id, count }) => t('carrierTimes', carrierName(id), countText(count)));
  if (known < of) parts.push(t('carrierTimes', t('carrierUnknown'), countText(of - known)));
  return parts.join(t('listSeparator'));
}
