/** The first search by name of a page that was just opened, over a store that is sealed and unlocked. In a browser: this is about IndexedDB. */
import { setLock } from '../../../lib/pipeline/lock/keep-lock.ts';
import { packNames } from '../../../lib/pipeline/lock/pack-names.ts';
import { sealRecords } from '../../../lib/pipeline/lock/seal-records.ts';
import type { LockSession } from '../../../lib/model/lock.ts';
import { LiukeDatabase } from '../../../lib/store/database.ts';
import { search } from '../../../lib/views/customers/search.ts';
import { time, timeCold, type Timing } from '../insight/bench.ts';

const PORTION = 5_000;
const RUNS = 5;
const QUERY = '称299';

/** @param customers how many there are */
export async function benchFirstSearch(customers: number): Promise<Timing[]> {
  let kept: LockSession | null = null;
  const memory = { read: async () => kept, write: async (session: LockSession | null) => void (kept = session) };
  const open = () => new LiukeDatabase('liuke-bench', memory);
  const db = open();
  await db.delete();
  await db.open();
  try {
    await setLock(db, 'passphrase of a bench', 1, 1000);
    await sealRecords(db);
    for (let from = 0; from < customers; from += PORTION)
      await putCustomers(db, from, Math.min(customers, from + PORTION));
    const firstSearch = async () => {
      const page = open();
      await search(page, QUERY);
      page.close();
    };
    const without = await time('first search by name, names opened one by one', 2, firstSearch);
    const packing = await timeCold('packs of names made', 1, async () => await packNames(db));
    const withPacks = await time('first search by name, names in packs', RUNS, firstSearch);
    const page = open();
    await search(page, QUERY);
    const next = await time('next search by name', RUNS, async () => await search(page, QUERY));
    page.close();
    return [without, packing, withPacks, next];
  } finally {
    await db.delete();
  }
}

async function putCustomers(db: LiukeDatabase, from: number, until: number): Promise<void> {
  await db.customers.bulkPut(
    Array.from({ length: until - from }, (_, index) => {
      const display = `买家昵称${from + index}`;
      return {
        customerId: idOf(from + index),
        shopId: 'jd-bench',
        platform: 'jd' as const,
        display,
        searchName: display,
        quality: 'stable' as const,
        nickId: null,
      };
    }),
  );
}

/** As spread as hashes are. */
function idOf(customer: number): string {
  const half = (seed: number) => (Math.imul(customer + seed, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return [1, 7, 31, 127].map(half).join('');
}
