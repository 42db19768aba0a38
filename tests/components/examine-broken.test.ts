/** Broken exports on the way that a chosen file takes before anything of it is written: each table says what it is, the store stays as it is. */
import { beforeAll, describe, expect, test } from 'vitest';
import { examineFile, isReadable, type ReadableTable } from '../../components/dashboard/import/examine.ts';
import { IdSet } from '../../lib/files/id-set.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { bombSeeds, byteSeeds, withOtherBytes } from '../support/broken-exports.ts';
import { fileOf } from '../support/export-files.ts';
import { importedOrder, importWhole, WRITTEN_AT } from '../support/make-import.ts';
import { makeOrders } from '../support/make-order.ts';
import { openTestDatabase } from '../support/test-database.ts';

const BROKEN = 50;

async function contents(db: LiukeDatabase): Promise<unknown> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
}

async function examined(db: LiukeDatabase, name: string, bytes: Uint8Array) {
  const { tables } = await examineFile(fileOf(name, bytes), {
    db,
    mappings: [],
    writtenAt: WRITTEN_AT,
    others: [],
    own: new IdSet(),
    onRows: () => {},
  });
  return tables;
}

/** Whether every row is an order, or stands among those that are refused. */
function isAccounted({ summary: { orders, rows }, refusals }: ReadableTable): boolean {
  const refused = Object.values(refusals).reduce((sum, { count }) => sum + count, 0);
  return orders + refused <= rows && (orders === rows || refused > 0);
}

/** A store that has orders of the same numbers already. */
async function filledStore(): Promise<LiukeDatabase> {
  const db = openTestDatabase();
  const orders = makeOrders(6, (index) => ({ orderId: String(3400070000020001 + index) }));
  await importWhole(db, { orders: orders.map((order) => importedOrder(order)) });
  return db;
}

describe('a broken file', () => {
  let seeds: Awaited<ReturnType<typeof byteSeeds>>;
  beforeAll(async () => {
    seeds = await byteSeeds();
  });

  test.each(['csv', 'xlsx', 'zip', 'taobao gbk'] as const)(
    `of the kind %s, broken ${BROKEN} times, names each table and what stands against it, and leaves the store alone`,
    async (seed) => {
      const db = await filledStore();
      const before = await contents(db);
      let refused = 0;
      for (let number = 1; number <= BROKEN; number += 1) {
        const tables = await examined(db, 'orders.bin', withOtherBytes(seeds[seed], number));
        expect(tables.length).toBeGreaterThan(0);
        for (const table of tables) {
          expect(table.name).not.toBe('');
          expect(isReadable(table) ? isAccounted(table) : table.problem.kind).toBeTruthy();
          refused += Number(!isReadable(table));
        }
      }
      expect(refused).toBeGreaterThan(0);
      expect(await contents(db)).toEqual(before);
    },
  );

  test('made to hurt names the table in it, and the row', async () => {
    const db = await filledStore();
    const before = await contents(db);
    const bombs = bombSeeds();
    for (const seed of ['a cell of 10 MB, packed', 'a zip bomb'] as const) {
      const [table] = await examined(db, 'orders.zip', bombs[seed]);
      expect(table).toMatchObject({ name: 'a.csv', problem: { values: [expect.any(Number)] } });
    }
    expect(await contents(db)).toEqual(before);
  });
});
