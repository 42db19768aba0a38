/** Keeping what articles cost: the list as a record, and an event that says that it holds. */
import type { When } from '../model/command.ts';
import type { CostList } from '../model/article-cost.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { append, eventTables } from './append-event.ts';

/** Takes a list in; the same one twice is one. @returns the event's id, for an undo */
export async function takeCosts(db: LiukeDatabase, list: CostList, when: When): Promise<string> {
  const { listId, shopId, fileName, costs } = list;
  return await db.transaction('rw', [db.costLists, ...eventTables(db)], async () => {
    const known = await db.events
      .where('kind')
      .equals('costsTaken')
      .filter((event) => event.kind === 'costsTaken' && event.listId === listId)
      .first();
    if (known) return known.id;
    await db.costLists.put({ id: listId, shopId, fileName, costs });
    return await append(db, when, (stamp) => ({
      ...stamp,
      kind: 'costsTaken',
      shopId,
      listId,
      articles: costs.length,
    }));
  });
}
