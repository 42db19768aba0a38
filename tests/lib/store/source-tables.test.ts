import { expect, test } from 'vitest';
import { portionsOf, sourceTables } from '../../../lib/store/source-tables.ts';
import { makeOrders } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { openTestDatabase } from '../../support/test-database.ts';

/** Worked out from the sources, or bookkeeping of such work: thrown away and made anew. */
const derived = [
  'articlePairs',
  'benchmarks',
  'columns',
  'dirtyLists',
  'jobs',
  'linkedParties',
  'links',
  'mendedTroubles',
  'nameCounts',
  'namePacks',
  'patchLists',
  'shopModels',
  'tellings',
  'undoSteps',
];

test('every table is a source or is worked out from them', async () => {
  const db = openTestDatabase();
  await db.open();
  expect([...sourceTables, ...derived].toSorted()).toEqual(db.tables.map(({ name }) => name).toSorted());
});

test('a table is read whole, in order of its key', async () => {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport(makeOrders(450)));
  await db.orders.bulkAdd(
    Array.from({ length: 4000 }, (_, number) => ({ id: `jd:x${String(number).padStart(5, '0')}` }) as never),
  );
  const portions: unknown[][] = [];
  for await (const portion of portionsOf(db, 'orders')) portions.push(portion);
  expect(portions.map(({ length }) => length)).toEqual([2000, 2000, 450]);
  const ids = portions.flat().map((record) => (record as { id: string }).id);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(4450);
});

test('of the bookkeeping only the key of the ids and the clock of the log are sources', async () => {
  const { db } = await openPipeline();
  await db.meta.put({ name: 'columnsBase', value: 7 });
  const first = await portionsOf(db, 'meta').next();
  expect(first.value).toMatchObject([{ name: 'identitySecret' }]);
});
