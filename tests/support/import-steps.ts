/** What a seller does with files and pages, step by step, and whether what is taken back was ever there. */
import { expect } from 'vitest';
import type { AfterSale } from '../../lib/model/after-sale.ts';
import type { Buyer } from '../../lib/model/identity.ts';
import { ownIdOf } from '../../lib/model/link.ts';
import type { Order } from '../../lib/model/order.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { recountNames } from '../../lib/pipeline/count-names.ts';
import { beginImport, dismissImport, endImport } from '../../lib/pipeline/import/import-job.ts';
import { lockNow, setLock, unlock } from '../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords } from '../../lib/pipeline/lock/seal-records.ts';
import { recomputeDirty } from '../../lib/pipeline/recompute.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { openWith, PASSPHRASE, ROUNDS, TestMemory } from './locked-shop.ts';
import {
  everything,
  makeStart,
  portionsOf,
  putPortion,
  undoWhole,
  WRITTEN_AT,
  type FileContent,
} from './make-import.ts';
import { knownAs } from './make-links.ts';
import { makeOrder, probable } from './make-order.ts';
import { makeReport } from './make-report.ts';
import { openPipeline } from './open-pipeline.ts';

const HINTS = [{ kind: 'name' as const, value: '木木家' }];

/** What a seller does, one thing after the other; a file is named by its place in the list. */
export type Step =
  | { do: 'portion' | 'end' | 'undo' | 'dismiss'; file: number }
  | { do: 'page'; orders: readonly Order[]; afterSales?: readonly AfterSale[] }
  /** Of the lock, where there is one. */
  | { do: 'close' | 'open' };

/** Has the steps happen, but for those of files that are left out. @returns what is in the store then */
export async function after(
  files: readonly FileContent[],
  steps: readonly Step[],
  leftOut: ReadonlySet<number> = new Set(),
  { hasLock = false } = {},
) {
  const { db, ids, takeIn } = await openPipeline(hasLock ? openWith(new TestMemory()) : undefined);
  if (hasLock) await setLock(db, PASSPHRASE, WRITTEN_AT, ROUNDS);
  if (hasLock) await sealRecords(db);
  const imports = new Map<number, { importId: string; next: number }>();
  for (const [index, step] of steps.entries()) {
    if (step.do === 'page') {
      await takeIn(
        makeReport(step.orders, {
          platform: 'taobao',
          shopHints: HINTS,
          observedAt: WRITTEN_AT + index * DAY_MS,
          afterSales: [...(step.afterSales ?? [])],
        }),
      );
      continue;
    }
    if (!('file' in step)) {
      if (step.do === 'close') await lockNow(db);
      else await unlock(db, PASSPHRASE, WRITTEN_AT);
      continue;
    }
    const { file } = step;
    if (leftOut.has(file)) continue;
    const [shop] = await db.shops.toArray();
    const start = makeStart({
      platform: 'taobao',
      kind: 'taobao-orders',
      shop: shop ? { shopId: shop.shopId } : { name: '木木家' },
      file: { ...makeStart().file, fingerprint: `${'0a'.repeat(16)}-${file}` },
      writtenAt: WRITTEN_AT + file * DAY_MS,
    });
    const known = imports.get(file) ?? {
      importId: (await beginImport(db, start, WRITTEN_AT + 90 * DAY_MS)).importId,
      next: 0,
    };
    imports.set(file, known);
    const portion = portionsOf(known.importId, files[file]!, 2)[known.next];
    if (step.do === 'portion' && portion) await putPortion(db, ids, portion);
    if (step.do === 'portion') known.next += 1;
    if (step.do === 'end') await endImport(db, known.importId);
    if (step.do === 'undo') await undoWhole(db, known.importId);
    if (step.do === 'dismiss') await dismissImport(db, known.importId);
  }
  if (hasLock) await unlock(db, PASSPHRASE, WRITTEN_AT);
  return db;
}

/** All that is said of orders, buyers, cases and days, and which orders are one buyer's; not when it was said last. */
async function said(db: LiukeDatabase): Promise<unknown> {
  // Whoever has no orders left goes with the next work between pages.
  await recomputeDirty(db, WRITTEN_AT + 90 * DAY_MS);
  // Names that were sealed when they came or went are counted then, too.
  await recountNames(db);
  const { orders, afterSales, customers, coverage, nameCounts } = await everything(db);
  const byChance = new Set(['fromFile', 'customerId', 'ownId', 'nickId', 'shopId']);
  const times = new Set(['seenAt', 'statusSeenAt', 'refundSeenAt', 'endedBetween']);
  const shops = await db.shops.toArray();
  const sorted = (rows: unknown[] = []) =>
    rows
      .map((row) =>
        JSON.stringify(row, (key, value: unknown) => {
          if (times.has(key)) return undefined;
          if (byChance.has(key)) return value === null ? null : 'some';
          return typeof value === 'string'
            ? shops.reduce((text, { shopId }) => text.replace(shopId, 'shop'), value)
            : value;
        }),
      )
      .toSorted();
  const owned = Map.groupBy(await db.orders.toArray(), ownIdOf);
  const ofOneBuyer = [...owned].flatMap(([own, theirs]) => (own === null ? [] : [theirs.map(({ id }) => id).join()]));
  const noOrders = (
    coverage as { asOfDay: number; spans: unknown[]; ordersByDay: object; maskedOrders: number }[]
  ).filter((record) => record.asOfDay > 0 || record.spans.length > 0 || Object.keys(record.ordersByDay).length > 0);
  return {
    orders: sorted(orders),
    afterSales: sorted(afterSales),
    customers: sorted(customers),
    coverage: sorted(noOrders),
    nameCounts: sorted(nameCounts),
    ofOneBuyer: ofOneBuyer.toSorted(),
    shops: shops.length,
  };
}

/** The files that are taken back in the end. */
function undoneBy(steps: readonly Step[]): Set<number> {
  const dismissed = new Set<number>();
  const undone = new Set<number>();
  for (const step of steps) {
    if (step.do === 'dismiss' && !undone.has(step.file)) dismissed.add(step.file);
    if (step.do === 'undo' && !dismissed.has(step.file)) undone.add(step.file);
  }
  return undone;
}

export async function expectAsIfNeverThere(files: readonly FileContent[], steps: readonly Step[], hasLock = false) {
  const found = await said(await after(files, steps, new Set(), { hasLock }));
  expect(found).toEqual(await said(await after(files, steps, undoneBy(steps), { hasLock })));
}

export const whole = (file: number): Step[] => [
  { do: 'portion', file },
  { do: 'portion', file },
  { do: 'end', file },
];
export const undo = (file: number): Step => ({ do: 'undo', file });
export const [A, B] = [0, 1];

export const ofId = (index: number) => String(3_400_000_000_000_000 + index);
export const order = (index: number, changes: Partial<Order> = {}) =>
  makeOrder({ orderId: ofId(index), buyer: probable(`买家${index}`), ...changes });
/** One who is known by uid and nick, by the nick alone, and by a mask; and another one who has the nick, too. */
export const anna: Buyer = knownAs('温柔的风');
export const namesake: Buyer = knownAs('温柔的风', '2208100000003');
