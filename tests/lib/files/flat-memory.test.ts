/** A file of any length is read in the memory of a few of its pieces: what is kept of a row keeps nothing of the text it was cut from. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { exportColumns, exportRows } from '../../../scripts/bench/import/export-of.ts';
import { IdSet } from '../../../lib/files/id-set.ts';
import { Summary } from '../../../lib/files/import-summary.ts';
import { openTable } from '../../../lib/files/import-table.ts';
import { inPortions } from '../../../lib/files/portions.ts';
import { readTables, type SourceFile } from '../../../lib/files/read-table.ts';

const ROWS = 12_000;
const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function csvFile(): SourceFile {
  const lines = [exportColumns, ...exportRows(ROWS, (order) => order)].map((cells) => `${cells.join(',')}\r\n`);
  const bytes = new TextEncoder().encode(lines.join(''));
  const slice = (start: number, end: number) => ({ arrayBuffer: async () => bytes.slice(start, end).buffer });
  return { name: 'orders.csv', size: bytes.length, slice };
}

function heapNow(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test('orders of thousands of buyers are summed up, and their text is not held', async () => {
  const file = csvFile();
  for await (const table of readTables(file)) {
    const { plan, portions } = await openTable(table);
    const [summary, own] = [new Summary(table, plan!), new IdSet()];
    const before = heapNow();
    for await (const portion of inPortions(portions(plan!))) {
      summary.add(portion);
      for (const { order } of portion.orders) own.add(order.orderId);
    }
    const grown = heapNow() - before;
    expect(summary.result()).toMatchObject({ rows: ROWS, buyers: summary.result().orders });
    expect(own.has('1')).toBe(false);
    // Half of what the text of all rows would keep; what runs for the first time takes some, too.
    expect(grown).toBeLessThan(3 * MB);
  }
});
