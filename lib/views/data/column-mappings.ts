/** What people said of the columns of their own exports. */
import type { ColumnMapping } from '../../model/column-mapping.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export interface ShopColumnMapping {
  shopId: string;
  mapping: ColumnMapping;
}

/** The newest first; of one shop and one set of columns the newest alone. */
export async function readColumnMappings(db: LiukeDatabase): Promise<ShopColumnMapping[]> {
  const events = await readStanding(db, 'columnsMapped');
  const mappings = new Map<string, ShopColumnMapping>();
  for (const event of events) {
    if (event.kind !== 'columnsMapped') continue;
    const { shopId, mapping } = event;
    const id = JSON.stringify([shopId, Object.values(mapping.columns).toSorted()]);
    mappings.delete(id);
    mappings.set(id, { shopId, mapping });
  }
  return [...mappings.values()].toReversed();
}
