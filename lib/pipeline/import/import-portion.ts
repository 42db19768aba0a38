/** One portion of a file into the store: its entries, what they changed, and how far the import is, in one transaction. */
import {
  importedCaseSchema,
  importedLinesSchema,
  importedOrderSchema,
  type ImportPortionMessage,
} from '../../model/import-schema.ts';
import { RefusedError } from '../../model/refused.ts';
import { refuseRow, type ImportedOrder } from '../../model/imported.ts';
import type { Reject } from '../../model/capture.ts';
import type { Platform } from '../../model/platform.ts';
import { DAY_MS } from '../../model/shanghai-time.ts';
import type { z } from '../../model/zod.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { markDirty } from '../../store/dirty-lists.ts';
import type { ImportJobRecord } from '../../store/records.ts';
import { holdsAny } from '../../store/first-keys.ts';
import type { CustomerIds } from '../customer-id.ts';
import { rememberedOf } from '../forget/still-forgotten.ts';
import { hashed, withNicksJoined, type Hashes } from '../join-nicks.ts';
import { placesOf } from '../keep-clues.ts';
import { followLinks, putOrders, type OrdersSeen } from '../put-orders.ts';
import { regroupTables } from '../regroup.ts';
import { WrittenCustomers } from './written-customers.ts';
import { ELSEWHERE, type Entries, type EntriesPut, type PuttingEntries } from './entries.ts';
import { importOf, isLarge, withDays } from './import-job.ts';
import { putCases } from './put-cases.ts';
import { putLines } from './put-lines.ts';
import { stepId, UndoStep } from './undo-step.ts';

/** A portion that passed the border, with the ids of its buyers. */
interface PreparedPortion {
  ids: CustomerIds;
  portion: ImportPortionMessage;
  entries: Entries;
  hashes: Hashes;
  /** Those of the file and of the border. */
  rejects: Reject[];
}

/** @throws RefusedError when there is no such import */
export async function preparePortion(
  db: LiukeDatabase,
  ids: CustomerIds,
  portion: ImportPortionMessage,
): Promise<PreparedPortion> {
  const { shopId, startedAt } = await importOf(db, portion.importId);
  const rejects = [...portion.rejects];
  const entries = {
    orders: placedBy(startedAt + DAY_MS, checked('order', importedOrderSchema, portion.orders, rejects), rejects),
    lines: checked('order lines', importedLinesSchema, portion.lines, rejects),
    cases: checked('case', importedCaseSchema, portion.afterSales, rejects),
  };
  const buyers = entries.orders.map(({ order }) => order.buyer);
  if (db.seal.isLocked) {
    db.seal.remember(buyers.flatMap(({ display, key }) => [display, key]));
    const { platform } = await importOf(db, portion.importId);
    const stored = await db.orders.bulkGet(entries.orders.map(({ order }) => `${platform}:${order.orderId}`));
    const known = stored.filter((order) => order !== undefined);
    const all = [...buyers, ...known.map(({ buyer }) => buyer)];
    return { ids, portion, entries, hashes: await hashed(ids, [shopId], all, known), rejects };
  }
  return { ids, portion, entries, hashes: await hashed(ids, [shopId], buyers), rejects };
}

/**
 * A portion that was taken already is not taken again.
 * @returns how far the import is now
 * @throws Error when a portion before this one is missing, or the import is no longer under way
 */
export async function putPrepared(
  db: LiukeDatabase,
  { ids, portion, entries, hashes, rejects: refused }: PreparedPortion,
  written = new WrittenCustomers(),
): Promise<ImportJobRecord> {
  const told = new Map<string, string>();
  const tables = [
    ...regroupTables(db),
    db.afterSales,
    db.reviews,
    db.nameCounts,
    db.shops,
    db.jobs,
    db.undoSteps,
    db.tellings,
    db.forgotten,
    db.meta,
  ];
  const reached = await db.transaction('rw', tables, async () => {
    // A store that was deleted or lost has no such import: nothing of it is written to another one.
    const job = await importOf(db, portion.importId);
    // Of two windows with the same file, one may be ahead of the other.
    if (portion.number < job.portions && job.state !== 'undoing') return job;
    if (job.state !== 'running')
      throw new RefusedError(
        'importOver',
        `expected an import that is under way, found one that is ${job.state}: look at it under the imports`,
      );
    if (portion.number > job.portions)
      throw new Error(`expected portion ${job.portions} of the file, found portion ${portion.number}`);
    await written.heedPatches(db);
    const step = new UndoStep();
    const shop = (await db.shops.get(job.shopId))!;
    const { kept, left } = await withoutForgotten(db, ids, { ...entries, platform: job.platform, hashes }, job.seenAt);
    const put = await putEntries(db, { ...kept, job, shop, hashes, step, written, told });
    put.rejects.push(...left);
    const rejects = [...refused, ...put.rejects];
    if (!isLarge(job, put.fresh + put.newer)) await markDirty(db.dirtyLists, put.touched);
    if (!step.isEmpty) await db.undoSteps.put(step.record(stepId(job.importId, portion.number)));
    const after = goneOn(job, portion, entries.orders, { ...put, rejects });
    await db.jobs.put(after);
    return after;
  });
  // Links put customers together and apart: what was written of one is not what is there.
  if (await holdsAny(db.links)) written.clear();
  else written.remember(told);
  return reached;
}

const FORGOTTEN = 'order (its customer is forgotten)';

async function withoutForgotten(
  db: LiukeDatabase,
  ids: CustomerIds,
  { orders, lines, cases, ...of }: Entries & { platform: Platform; hashes: Hashes },
  now: number,
): Promise<{ kept: Entries; left: Reject[] }> {
  const afterSales = cases.map(({ afterSale }) => afterSale);
  const { isOrderKept, isAboutKept } = await rememberedOf(
    db,
    ids,
    { ...of, orders, afterSales: [...lines, ...afterSales], reviews: [], members: [] },
    now,
  );
  const kept = {
    orders: orders.filter(isOrderKept),
    lines: lines.filter(isAboutKept),
    cases: cases.filter(({ afterSale }) => isAboutKept(afterSale)),
  };
  const stays = new Set<object>([...kept.orders, ...kept.lines, ...kept.cases]);
  const left = [...orders, ...lines, ...cases].filter((entry) => !stays.has(entry));
  return { kept, left: left.map(({ line }) => ({ what: FORGOTTEN, row: line })) };
}

/** An order of a day that is still to come would make every other one of the shop look old. */
function placedBy(at: number, orders: readonly ImportedOrder[], rejects: Reject[]): ImportedOrder[] {
  return orders.filter(({ order, line }) => {
    const isPlaced = order.placedAt <= at;
    if (!isPlaced) rejects.push({ what: 'order time (still to come)', row: line });
    return isPlaced;
  });
}

/** The border of a portion's entries, one by one: one that does not pass is a reject, the others go on. */
function checked<Entry extends { line: number }>(
  name: string,
  schema: z.ZodType<Entry>,
  entries: readonly unknown[],
  rejects: Reject[],
): Entry[] {
  return entries.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0]!;
    const row = (entry as { line?: unknown } | null)?.line;
    const what = `${issue.path.slice(1).join(' ') || name}: ${issue.message}`.slice(0, 120);
    rejects.push(typeof row === 'number' && row > 0 ? { what, row } : { what });
    return [];
  });
}

async function putEntries(db: LiukeDatabase, putting: PuttingEntries): Promise<EntriesPut> {
  const of = [await putImportedOrders(db, putting), await putLines(db, putting), await putCases(db, putting)];
  return {
    fresh: of.reduce((sum, { fresh }) => sum + fresh, 0),
    newer: of.reduce((sum, { newer }) => sum + newer, 0),
    rejects: of.flatMap(({ rejects }) => rejects),
    touched: new Map(of.flatMap(({ touched }) => [...touched])),
  };
}

async function putImportedOrders(
  db: LiukeDatabase,
  { orders, job, shop, hashes, step, written, told }: PuttingEntries,
): Promise<EntriesPut> {
  if (orders.length === 0) return { fresh: 0, newer: 0, rejects: [], touched: new Map() };
  const seen: OrdersSeen = {
    platform: job.platform,
    shop,
    seenAt: job.seenAt,
    now: Infinity,
    fromFile: job.importId,
    hashes,
    customerIdOf: await withNicksJoined(
      db,
      hashes,
      orders.map(({ order }) => order.buyer),
    ),
    cluesOf: placesOf(orders),
    written,
  };
  const put = await putOrders(db, orders, seen);
  step.keepOrders(put);
  for (const [id, said] of put.customers.told) told.set(id, said);
  await followLinks(db, [...put.changed.values()], { nickMoves: put.nickMoves, reviewed: [] });
  return {
    fresh: put.newOrders,
    newer: put.changed.size - put.newOrders,
    rejects: put.elsewhere.map((index) => ({ what: ELSEWHERE, row: orders[index]!.line })),
    touched: put.touched,
  };
}

function goneOn(
  job: ImportJobRecord,
  portion: ImportPortionMessage,
  orders: readonly ImportedOrder[],
  put: EntriesPut,
): ImportJobRecord {
  const refusals = structuredClone(job.refusals);
  for (const { what, row } of put.rejects) refuseRow(refusals, what, row);
  const entries = portion.orders.length + portion.lines.length + portion.afterSales.length;
  const refusedHere = put.rejects.length - portion.rejects.length;
  const { fresh, newer, same, refused } = job.counts;
  return {
    ...job,
    portions: portion.number + 1,
    rows: portion.rows,
    counts: {
      fresh: fresh + put.fresh,
      newer: newer + put.newer,
      same: same + entries - put.fresh - put.newer - refusedHere,
      refused: refused + put.rejects.length,
    },
    refusals,
    days: withDays(
      job.days,
      orders.map(({ order }) => order.placedAt),
    ),
  };
}
