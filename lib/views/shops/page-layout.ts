/** How well a page is read beside how it was read on the days before. */
import { layoutChanges, layoutLimits, usualShares, type FieldDay } from '../../insight/layout-change.ts';
import type { PageName } from '../../model/capture.ts';
import { fieldNames, type FieldCounts } from '../../model/field-counts.ts';
import type { PageState } from '../../model/page-state.ts';
import type { LiukeDatabase } from '../../store/database.ts';

interface SeenPage {
  shopId: string;
  page: PageName;
  day: number;
  /** What the page shows now. */
  fields: FieldCounts;
}

export async function readPageLayout(
  db: LiukeDatabase,
  { shopId, page, day, fields }: SeenPage,
): Promise<Pick<PageState, 'fields' | 'layoutChanges'>> {
  if (Object.keys(fields).length === 0) return { fields: [], layoutChanges: [] };
  const idOf = (ofDay: number) => `${shopId}|${page}|${ofDay}`;
  const captures = await db.captures
    .where('id')
    .between(idOf(day - layoutLimits.usualDays), idOf(day), true, true)
    .toArray();
  const days: FieldDay[] = captures.map((capture) => ({ day: capture.day, fields: capture.fields ?? {} }));
  const usual = usualShares(days, day);
  return {
    fields: fieldNames.flatMap((field) => {
      const count = fields[field];
      return count ? [{ field, there: count[0], of: count[1], usual: usual.get(field) ?? null }] : [];
    }),
    layoutChanges: layoutChanges(days, fields),
  };
}
