/** What the list below the box offers besides words: who was found. */
import { t } from '../../lib/browser/i18n.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import type { FirstMembers } from '../../lib/views/segments/segment-counts.ts';
import type { Found } from '../hooks/useSearch.ts';
import type { NamedSegment } from './named-segments.ts';
import type { Person } from './PersonOption.tsx';

export type Choice =
  | { of: 'person'; id: string; person: Person }
  /** Of an order whose buyer is only a mask nobody can be opened. */
  | { of: 'maskedOrder'; id: string; order: OrderRecord }
  | { of: 'segment'; id: string; segment: NamedSegment; count: number | null | undefined };

/** Choices under one heading. */
export interface ChoiceGroup {
  title: string;
  choices: readonly Choice[];
}

/** The first of a segment, then who was found by name or order number, then orders of masked buyers, then segments; empty groups are left out. */
export function choiceGroups(
  first: FirstMembers | undefined,
  found: Found | undefined,
  { named, counts }: { named: readonly NamedSegment[]; counts: ReadonlyMap<string, number | null> },
): ChoiceGroup[] {
  const members = first?.members.map((member) => choiceOf({ ...member, orderId: null, order: first.order })) ?? [];
  const hits = found?.hits.map((hit) => choiceOf({ ...hit, order: null })) ?? [];
  const masked = found?.masked.map((order): Choice => ({ of: 'maskedOrder', id: order.id, order })) ?? [];
  const segments = named.map((segment): Choice => {
    const { query } = segment;
    return { of: 'segment', id: `segment ${query}`, segment, count: counts.get(query) };
  });
  return [
    { title: t(`segment_first_${first?.order ?? 'netSpendFen'}`), choices: members },
    { title: t('searchResults'), choices: hits },
    { title: t('searchMaskedOrders'), choices: masked },
    { title: t('popup_segments'), choices: segments },
  ].filter(({ choices }) => choices.length > 0);
}

function choiceOf(person: Person): Choice {
  return { of: 'person', id: person.customer.customerId, person };
}
