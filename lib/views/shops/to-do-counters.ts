/** What a console's home page says waits, as it was read last. */
import { DAY_MS } from '../../model/shanghai-time.ts';
import type { ToDoCounter } from '../../model/to-do-counter.ts';
import type { LiukeDatabase } from '../../store/database.ts';

export interface ToDoCounters {
  /** What waits first, the most of it at the top. */
  counters: ToDoCounter[];
  /** Epoch ms. */
  readAt: number;
}

/** Null where none was read. A counter that the page has not shown for a day is left out: it is of another page by now. */
export async function readToDoCounters(db: LiukeDatabase, shopId: string): Promise<ToDoCounters | null> {
  const records = await db.counters.where('shopId').equals(shopId).toArray();
  if (records.length === 0) return null;
  const readAt = Math.max(...records.map(({ seenAt }) => seenAt));
  const counters = records
    .filter(({ seenAt }) => readAt - seenAt < DAY_MS)
    .map(({ counterId, label, count }) => ({ counterId, label, count }))
    .toSorted((a, b) => b.count - a.count || (a.counterId < b.counterId ? -1 : 1));
  return { counters, readAt };
}
