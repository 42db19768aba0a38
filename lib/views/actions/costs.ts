/** What a shop said its articles cost: the lists that hold, the oldest first. */
import { costBookOf, type CostBook } from '../../actions/cost-book.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export interface KeptCosts {
  listId: string;
  eventId: string;
  /** Epoch ms. */
  takenAt: number;
  articles: number;
}

export async function readCostLists(db: LiukeDatabase, shopId: string): Promise<KeptCosts[]> {
  const events = await readStanding(db, 'costsTaken');
  return events.flatMap((event) =>
    event.kind === 'costsTaken' && event.shopId === shopId
      ? [{ listId: event.listId, eventId: event.id, takenAt: event.at, articles: event.articles }]
      : [],
  );
}

/** The last book that was made, by the lists it was made of: a list never changes. */
let kept: { key: string; book: CostBook } | null = null;

/** @returns null where the shop brought no costs */
export async function readCostBook(db: LiukeDatabase, shopId: string): Promise<CostBook | null> {
  const ids = (await readCostLists(db, shopId)).map(({ listId }) => listId);
  if (ids.length === 0) return null;
  const key = JSON.stringify([db.name, ids]);
  if (kept?.key === key) return kept.book;
  const records = await db.costLists.bulkGet(ids);
  const book = costBookOf(records.flatMap((record) => (record ? [record.costs] : [])));
  kept = { key, book };
  return book;
}
