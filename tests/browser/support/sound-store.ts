/** Whether a store is as it should be, whatever happened to it; and orders to fill it with. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { decodeLedger } from '../../../lib/insight/ledger/ledger-bytes.ts';
import type { Order } from '../../../lib/model/order.ts';
import { sourceTables } from '../../../lib/store/source-tables.ts';
import type { CoverageRecord, OrderRecord } from '../../../lib/store/records.ts';
import { recordsOf, until } from '../../../scripts/browser/extension-store.ts';
import { makeOrders, stable } from '../../support/make-order.ts';
import { ask } from './faults.ts';

/** As a file has them, of 37 buyers. */
export const madeOrders = (count: number, from: number): Order[] =>
  makeOrders(count, (index) => ({
    orderId: String(5_000_000_000_000_000 + from + index),
    buyer: stable(`file_${(from + index) % 37}`),
  }));

/** Each order once, all of them counted by their days, and columns that hold them all. */
export async function expectSound(page: Page): Promise<OrderRecord[]> {
  await until(
    async () => {
      await ask(page, 'lint', { text: 'a', platform: 'jd', channel: 'chat', shopId: null });
      return [
        ...(await recordsOf<{ id?: string }>(page, 'jobs')),
        ...(await recordsOf<{ id?: string }>(page, 'dirtyLists')),
      ];
    },
    (left) => left.every(({ id = '' }) => /^(import|fit)/.test(id)),
    60_000,
  );
  const orders = await recordsOf<OrderRecord>(page, 'orders');
  expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
  const coverage = await recordsOf<CoverageRecord>(page, 'coverage');
  const counted = coverage.flatMap(({ ordersByDay }) => Object.values(ordersByDay));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(orders.length);
  const inColumns = [...(await ordersInColumns(page)).values()].reduce((sum, count) => sum + count, 0);
  expect(inColumns).toBe(orders.filter(({ customerId }) => customerId !== null).length);
  return orders;
}

/** All that was seen and done, but for the audit list: a restore is an entry of it. */
export async function contentsOf(page: Page): Promise<Record<string, unknown[]>> {
  const tables = sourceTables.filter((table) => table !== 'meta' && table !== 'audit');
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await recordsOf(page, table)])));
}

/** By customer, as the columns in use and what lies over them say. */
export async function ordersInColumns(page: Page): Promise<Map<string, number>> {
  const meta = await recordsOf<{ name: string; value: number }>(page, 'meta');
  const inUse = meta.find(({ name }) => name === 'columnsGeneration')?.value ?? 0;
  const chunks = (await recordsOf<{ generation: number; bytes: number[] }>(page, 'columns')).filter(
    ({ generation }) => generation === inUse,
  );
  const patches = await recordsOf<{ bytes: number[] }>(page, 'patchLists');
  const counts = new Map<string, number>();
  for (const { bytes } of [...chunks, ...patches]) {
    const ledger = decodeLedger(Uint8Array.from(bytes).buffer);
    for (let row = 0; row < ledger.size; row += 1)
      counts.set(Buffer.from(ledger.ids.slice(row * 16, row * 16 + 16)).toString('hex'), ledger.orderCounts[row]!);
  }
  return counts;
}
