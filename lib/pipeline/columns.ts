/**
 * The stored columns of all shops. Changed customers are laid over them as patches; when there are many, they are worked in. A
 * full rebuild reads every order once, in slices that go on after a stop, beside the columns in use.
 */
import { decodeLedger, encodeLedger, LEDGER_VERSION } from '../insight/ledger/ledger-bytes.ts';
import { ledgerOf, type Ledger, type LedgerRow } from '../insight/ledger/ledger.ts';
import { latest, slice } from '../insight/ledger/merge.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { ColumnChunkRecord, JobRecord, OrderRecord } from '../store/records.ts';
import { readUndisturbed } from '../views/customers/do-not-disturb.ts';
import { ledgerRow } from '../views/customers/ledger-rows.ts';
import { breathe } from './run-steps.ts';
import { readGeneration, readLedger } from '../views/shops/shop-ledger.ts';

/** Patches of more customers than this make every reading slower than working them in costs. */
export const MANY_PATCHES = 2_000;
const CHUNK_ROWS = 16_384;
/** Orders read at once while rebuilding. */
const SLICE_ORDERS = 10_000;

type RebuildJob = Extract<JobRecord, { id: 'rebuildColumns' }>;

/**
 * Works the patches into the stored columns where they are of many customers, and puts them together in one list where the same customers came
 * again and again. One transaction per shop.
 * @param many customers; a shop is looked at when its patches are twice as many
 */
export async function compactColumns(db: LiukeDatabase, many = MANY_PATCHES): Promise<void> {
  for (const shopId of await db.shops.toCollection().primaryKeys()) {
    await db.transaction('rw', [db.meta, db.columns, db.patchLists], async () => {
      const ofShop = db.patchLists.where('shopId').equals(shopId);
      const lists = await ofShop.toArray();
      if (lists.reduce((sum, { customers }) => sum + customers, 0) <= 2 * many) return;
      const patches = latest(lists.map(({ bytes }) => decodeLedger(bytes)));
      if (patches.size <= many) {
        await ofShop.delete();
        await db.patchLists.add({ shopId, customers: patches.size, bytes: encodeLedger(patches) });
        return;
      }
      const generation = await readGeneration(db);
      const ledger = await readLedger(db, shopId);
      await db.columns.where('[generation+shopId]').equals([generation, shopId]).delete();
      await db.columns.bulkAdd(chunksOf(ledger, generation, shopId));
      await ofShop.delete();
      await raiseMark(db, 'columnsBase');
    });
  }
}

/**
 * After an update that changed what a column means, or when stored columns are damaged: all are to be built anew. Patches are of
 * no use then either; customers that change from here on get new ones.
 */
export async function orderRebuild(db: LiukeDatabase): Promise<void> {
  await db.transaction('rw', [db.meta, db.jobs, db.columns, db.patchLists], async () => {
    const generation = (await readGeneration(db)) + 1;
    await db.columns.where('[generation+shopId]').between([generation, ''], [generation, '\uffff']).delete();
    await db.patchLists.clear();
    await raiseMark(db, 'columnsPatched');
    await db.jobs.put({ id: 'rebuildColumns', generation, afterCustomerId: '', chunks: 0 });
    await db.meta.put({ name: 'columnsVersion', value: LEDGER_VERSION });
  });
}

/** Orders a rebuild when the stored columns are of another version. */
export async function rebuildWhenOutdated(db: LiukeDatabase): Promise<void> {
  const version = await db.meta.get('columnsVersion');
  if (version?.value !== LEDGER_VERSION) await orderRebuild(db);
}

/**
 * Goes on with an ordered rebuild to its end.
 * @param sliceOrders how many orders are read at once; a customer's are never parted
 */
export async function rebuildColumns(db: LiukeDatabase, sliceOrders = SLICE_ORDERS): Promise<void> {
  while (await rebuildSlice(db, sliceOrders)) await breathe();
}

/** @returns whether there is more to do */
async function rebuildSlice(db: LiukeDatabase, sliceOrders: number): Promise<boolean> {
  const undisturbed = await readUndisturbed(db);
  return await db.transaction('rw', [db.meta, db.jobs, db.columns, db.patchLists, db.orders], async () => {
    const job = (await db.jobs.get('rebuildColumns')) as RebuildJob | undefined;
    if (!job) return false;
    const orders = await ordersAfter(db, job.afterCustomerId, sliceOrders);
    if (orders.length === 0) {
      await takeIntoUse(db, job);
      return false;
    }
    const rowsBy = new Map<string, LedgerRow[]>();
    for (const [customerId, theirs] of Map.groupBy(orders, (order) => order.customerId!)) {
      const { shopId } = theirs[0]!;
      const rows = rowsBy.get(shopId) ?? [];
      rows.push(ledgerRow(customerId, theirs, undisturbed.has(customerId)));
      rowsBy.set(shopId, rows);
    }
    const chunks = [...rowsBy].map(([shopId, rows], index) =>
      chunkRecord(ledgerOf(rows), { generation: job.generation, shopId, number: job.chunks + index }),
    );
    await db.columns.bulkPut(chunks);
    await db.jobs.put({ ...job, afterCustomerId: orders.at(-1)!.customerId!, chunks: job.chunks + chunks.length });
    return true;
  });
}

/** All orders of the next customers in order of id; whole customers only. */
async function ordersAfter(db: LiukeDatabase, customerId: string, sliceOrders: number): Promise<OrderRecord[]> {
  const read = async (limit: number) => await db.orders.where('customerId').above(customerId).limit(limit).toArray();
  for (let limit = sliceOrders; ; limit *= 2) {
    const orders = await read(limit);
    if (orders.length < limit) return orders;
    const cut = orders.at(-1)!.customerId;
    const whole = orders.filter((order) => order.customerId !== cut);
    if (whole.length > 0) return whole;
  }
}

/** Patches stay: they say nothing older than what was just read. */
async function takeIntoUse(db: LiukeDatabase, { generation }: RebuildJob): Promise<void> {
  await db.columns.where('[generation+shopId]').below([generation, '']).delete();
  await db.meta.put({ name: 'columnsGeneration', value: generation });
  await db.jobs.delete('rebuildColumns');
}

function chunksOf(ledger: Ledger, generation: number, shopId: string): ColumnChunkRecord[] {
  const starts = Array.from({ length: Math.ceil(ledger.size / CHUNK_ROWS) }, (_, number) => number * CHUNK_ROWS);
  return starts.map((from, number) =>
    chunkRecord(slice(ledger, from, Math.min(from + CHUNK_ROWS, ledger.size)), { generation, shopId, number }),
  );
}

function chunkRecord(
  ledger: Ledger,
  { generation, shopId, number }: { generation: number; shopId: string; number: number },
): ColumnChunkRecord {
  const id = `${generation}|${shopId}|${String(number).padStart(6, '0')}`;
  return { id, generation, shopId, bytes: encodeLedger(ledger) };
}

/** Tells readers that what they keep in memory is old. To be called within the transaction that changes it. */
export async function raiseMark(db: LiukeDatabase, name: 'columnsBase' | 'columnsPatched'): Promise<void> {
  await db.meta.put({ name, value: Number((await db.meta.get(name))?.value ?? 0) + 1 });
}
