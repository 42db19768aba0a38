import { expect, test } from 'vitest';
import { recordColumnMapping, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { readColumnMappings } from '../../../../lib/views/data/column-mappings.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const mapping = { platform: 'jd' as const, holds: 'orders' as const, columns: { orderId: '单号', placedAt: '时间' } };

test('of one shop and one set of columns the last word counts; what was undone does not', async () => {
  const { db } = await openPipeline();
  const swapped = { ...mapping, columns: { orderId: '时间', placedAt: '单号' } };
  const others = { ...mapping, columns: { orderId: 'id', placedAt: 'at' } };
  await recordColumnMapping(db, { shopId: 'a', mapping: swapped }, 1);
  await recordColumnMapping(db, { shopId: 'a', mapping }, 2);
  await recordColumnMapping(db, { shopId: 'b', mapping }, 3);
  const eventId = await recordColumnMapping(db, { shopId: 'a', mapping: others }, 4);
  expect(await readColumnMappings(db)).toEqual([
    { shopId: 'a', mapping: others },
    { shopId: 'b', mapping },
    { shopId: 'a', mapping },
  ]);
  await undoEvent(db, eventId, 5);
  expect(await readColumnMappings(db)).toHaveLength(2);
});
