import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import type { ImportPortion } from '../../../lib/files/import-table.ts';
import { inPortions } from '../../../lib/files/portions.ts';
import type { ImportedOrder } from '../../../lib/model/imported.ts';
import { importedOrder } from '../../support/make-import.ts';
import { makeOrder } from '../../support/make-order.ts';

async function* given(portions: readonly ImportPortion[]): AsyncGenerator<ImportPortion> {
  yield* portions;
}

async function cut(portions: readonly ImportPortion[], size: number): Promise<ImportPortion[]> {
  const all: ImportPortion[] = [];
  for await (const portion of inPortions(given(portions), size)) all.push(portion);
  return all;
}

const portionOf = (orders: ImportedOrder[], rejects: number, rows: number): ImportPortion => ({
  orders,
  lines: [],
  afterSales: [],
  rejects: Array.from({ length: rejects }, (_, row) => ({ what: 'amount', row: row + 2 })),
  rows,
});

test('nothing is lost, portions are of about one size, rows never run ahead and end at the last one', async () => {
  const anyPortion = fc.record({ orders: fc.nat({ max: 30 }), rejects: fc.nat({ max: 12 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyPortion, { maxLength: 8 }), fc.integer({ min: 1, max: 10 }), async (shapes, size) => {
      let rows = 0;
      const read = shapes.map(({ orders, rejects }, index) => {
        rows += orders + rejects;
        const ofPortion = Array.from({ length: orders }, (_, number) =>
          importedOrder(makeOrder({ orderId: `${index}${String(number).padStart(3, '0')}` })),
        );
        return portionOf(ofPortion, rejects, rows);
      });
      const portions = await cut(read, size);
      const all = portions.flatMap(({ orders }) => orders);
      expect(all).toEqual(read.flatMap(({ orders }) => orders));
      expect(portions.flatMap(({ rejects }) => rejects)).toHaveLength(
        read.reduce((sum, { rejects }) => sum + rejects.length, 0),
      );
      expect(portions.every((portion) => portion.orders.length < 2 * size)).toBe(true);
      expect(portions.map((portion) => portion.rows)).toEqual(
        portions.map((portion) => portion.rows).toSorted((a, b) => a - b),
      );
      expect(portions.at(-1)?.rows ?? 0).toBe(rows);
      expect(await cut(read, size)).toEqual(portions);
    }),
    { numRuns: 60 },
  );
});
