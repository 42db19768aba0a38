/** Who had a trouble, and of what kind, in words. */
import { t } from '../../../lib/browser/i18n.ts';
import type { Tally } from '../../../lib/service/attribution.ts';
import type { CustomerRecord } from '../../../lib/store/records.ts';
import { reasonText } from '../../words/service.ts';
import { shownName } from '../../words/shown-name.ts';
import { countText } from '../numbers.ts';

const SHOWN_PEOPLE = 8;

/** The first of them by name, and how many more; empty where nobody is known. */
export function peopleText(customerIds: readonly string[], customers: ReadonlyMap<string, CustomerRecord>): string {
  const names = customerIds.flatMap((id) => customers.get(id)?.display ?? []).map(shownName);
  const more = names.length > SHOWN_PEOPLE ? t('hotSpotMore', names.length - SHOWN_PEOPLE) : '';
  return names.slice(0, SHOWN_PEOPLE).join(t('listSeparator')) + more;
}

export function reasonsText(reasons: readonly Tally[]): string {
  return reasons.map(({ id, count }) => t('carrierReason', reasonText(id), countText(count))).join(t('listSeparator'));
}
