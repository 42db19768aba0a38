/** The end of the work that a large import leaves behind: what is timed beside it is not timed alone. */
import type { Page } from 'playwright-core';
import { MANY_PATCHES } from '../../lib/pipeline/columns.ts';
import { until } from '../browser/extension-store.ts';

const LONG_MS = 30 * 60_000;

interface Left {
  jobIds: string[];
  dirty: number;
  patches: number;
  /** Shops whose models, or whose articles that go together, were never worked out: these come last. */
  unread: number;
}

/** @param page one of ours. Returns once all is worked out that follows from the orders, and no job is left but the record of an import. */
export async function settled(page: Page): Promise<void> {
  await until(
    async () => await page.evaluate(leftToDo),
    ({ jobIds, dirty, patches, unread }) =>
      dirty === 0 && patches <= 2 * MANY_PATCHES && unread === 0 && jobIds.every((id) => id.startsWith('import|')),
    LONG_MS,
  );
}

/** Runs in the page. */
async function leftToDo(): Promise<Left> {
  const opening = indexedDB.open('liuke');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const answerOf = async <Answer>(asking: IDBRequest<Answer>) =>
    await new Promise<Answer>((resolve) => {
      asking.addEventListener('success', () => resolve(asking.result));
    });
  const reading = db.transaction(['jobs', 'dirtyLists', 'patchLists', 'shops', 'shopModels', 'articlePairs']);
  const countOf = async (table: string) => await answerOf(reading.objectStore(table).count());
  const [ids, dirty, lists, shops, models, pairs] = await Promise.all([
    answerOf(reading.objectStore('jobs').getAllKeys()),
    countOf('dirtyLists'),
    answerOf(reading.objectStore('patchLists').getAll() as IDBRequest<{ customers: number }[]>),
    countOf('shops'),
    countOf('shopModels'),
    countOf('articlePairs'),
  ]);
  db.close();
  const patches = lists.reduce((sum, { customers }) => sum + customers, 0);
  return { jobIds: ids.map(String), dirty, patches, unread: shops - Math.min(models, pairs) };
}
