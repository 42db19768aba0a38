/** Segments by their names: those people saved, the shipped ones, and the tiers. */
import { labelText } from '../../lib/browser/i18n.ts';
import { printSegment } from '../../lib/insight/segments/print.ts';
import type { SavedSegment } from '../../lib/model/event.ts';
import { hasInitials, mayBeInitials } from '../../lib/replies/search/initials.ts';
import { quickSegments } from '../../lib/rules/segments.ts';
import { tiers } from '../../lib/rules/tiers.ts';
import { segmentLanguage } from '../../lib/views/segments/segment-language.ts';

export interface NamedSegment {
  label: string;
  query: string;
}

const MOST = 5;

/** @returns whose names begin with the text, or have these initials; not the one whose line is the text itself */
export function segmentsNamed(text: string, saved: readonly SavedSegment[]): NamedSegment[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return [];
  const all: NamedSegment[] = [
    ...saved,
    ...quickSegments.map(({ label, query }) => ({ label: labelText(label), query })),
    ...tiers.map(({ id, label }) => ({ label: labelText(label), query: ownTierQuery(id) })),
  ];
  const isMeant = (label: string) =>
    label.toLowerCase().startsWith(typed) || (mayBeInitials(typed) && hasInitials(label, typed));
  const named = all.filter(({ label, query }) => isMeant(label) && query.trim().toLowerCase() !== typed);
  return [...new Map(named.toReversed().map((one) => [one.query.trim(), one])).values()].toReversed().slice(0, MOST);
}

/** The line that has as many customers as the tier is counted with. */
export function ownTierQuery(tier: string): string {
  return printSegment({ kind: 'ownTier', tier }, segmentLanguage.vocabulary);
}
