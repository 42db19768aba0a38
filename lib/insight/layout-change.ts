/** Whether a page's layout seems to have changed: a value that was nearly always there and is not any more, before all fails. */
import { fieldNames, type FieldCounts, type FieldName } from '../model/field-counts.ts';
import type { LayoutChange } from '../model/page-state.ts';

/** What is compared, and when a fall is more than chance. */
export const layoutLimits = {
  /** What is usual is what was seen in these days before: four weeks hold every weekday four times and a sale of a few days. */
  usualDays: 28,
  /** A change lasts: the usual is the median of days, so that a broken week does not become it. */
  minUsualDays: 3,
  /** In all of these days together; fewer rows tell no share to ten points. */
  minUsualRows: 30,
  /** Of one day: on a page of a few orders two odd ones are a third. */
  minRowsNow: 8,
  /** A fall of less is a shop that sells something else today. */
  minFall: 0.3,
  /** And one that chance makes in fewer than one of ten thousand days. */
  standardErrors: 4,
} as const;

/** One page kind of one shop on one day. */
export interface FieldDay {
  day: number;
  fields: FieldCounts;
}

/** The share of each field on the days before `day`; fields that were seen too seldom have none. */
export function usualShares(days: readonly FieldDay[], day: number): ReadonlyMap<FieldName, number> {
  const before = days.filter((each) => each.day < day && each.day >= day - layoutLimits.usualDays);
  const shares = new Map<FieldName, number>();
  for (const field of fieldNames) {
    const counts = before.flatMap(({ fields }) => (fields[field] ? [fields[field]] : []));
    const rows = counts.reduce((sum, [, of]) => sum + of, 0);
    if (counts.length < layoutLimits.minUsualDays || rows < layoutLimits.minUsualRows) continue;
    const sorted = counts.map(([there, of]) => there / of).toSorted((a, b) => a - b);
    shares.set(field, sorted[sorted.length >> 1]!);
  }
  return shares;
}

/**
 * @param days ascending, the newest being the one that is judged
 * @param page what the page that is open shows, which may be too few rows to judge by themselves
 */
export function layoutChanges(days: readonly FieldDay[], page: FieldCounts): LayoutChange[] {
  const today = days.at(-1);
  if (!today) return [];
  const usual = usualShares(days, today.day);
  return fieldNames.flatMap((field) => {
    const isLost = field === 'read' && page.read !== undefined && page.read[0] === 0;
    const counts = isLost ? page.read : today.fields[field];
    const share = usual.get(field);
    if (!counts || (!isLost && (share === undefined || !hasFallen(counts, share)))) return [];
    // A day that others of this shop's pages made good again is no change any more.
    if (!isLost && page[field] && !isBelow(page[field], share!)) return [];
    const [there, of] = counts;
    return [{ field, there, of, usual: share ?? null, sinceDay: sinceDay(days, field, share ?? 1) }];
  });
}

function hasFallen([there, of]: readonly [number, number], usual: number): boolean {
  const { minRowsNow, minFall, standardErrors } = layoutLimits;
  // A share of all or nothing has no spread of its own: half a row is added.
  const expected = Math.min(1 - 0.5 / of, Math.max(0.5 / of, usual));
  const error = Math.sqrt((expected * (1 - expected)) / of);
  const fall = usual - there / of;
  return of >= minRowsNow && fall >= minFall && fall >= standardErrors * error;
}

/** Nearer to nothing than to the usual, less the least fall that counts. */
function isBelow([there, of]: readonly [number, number], usual: number): boolean {
  return there / of < usual - layoutLimits.minFall / 2;
}

/** The first of the last days in a row on which the share was as low. */
function sinceDay(days: readonly FieldDay[], field: FieldName, usual: number): number {
  let since = days.at(-1)!.day;
  for (const { day, fields } of days.toReversed()) {
    const counts = fields[field];
    if (counts && !isBelow(counts, usual)) break;
    if (counts) since = day;
  }
  return since;
}
