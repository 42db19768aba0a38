/** What speaks for or against a link, as sentences that can be checked. */
import { t } from '../../lib/browser/i18n.ts';
import type { Comparison } from '../../lib/model/possible-link.ts';
import type { NamedParty } from '../../lib/views/links/standing-links.ts';
import { dayText } from './times.ts';
import { shownName } from './shown-name.ts';

export function comparisonText(comparison: Comparison): string {
  if (comparison.of === 'orderTail') return t('link_tail', comparison.shown);
  if (comparison.of === 'place') return t(`link_place_${comparison.outcome}`, comparison.shown);
  if (comparison.of === 'phone') return t(`link_phone_${comparison.outcome}`);
  const { outcome, shown, share } = comparison;
  return outcome === 'first' ? t('link_name_first', shown, shareText(share)) : t(`link_name_${outcome}`, shown);
}

/** Rounded down, so that nothing is as good as certain that is not: 99.97 %. */
export function likelihoodText(probability: number): string {
  return `${(Math.floor(probability * 10_000) / 100).toFixed(2)}%`;
}

/** Common names tell little, rare ones much. */
function shareText(share: number): string {
  return share < 0.001 ? '<0.1%' : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

/** A party as it is called on the screen: never its whole name. Orders of one tail are told apart by their day. */
export function partyText({ name, placedAt }: Pick<NamedParty, 'name' | 'placedAt'>): string {
  if (placedAt !== null) return t('link_order', name === null ? t('noName') : shownName(name), dayText(placedAt));
  return name === null ? t('link_keyOnly') : shownName(name);
}
