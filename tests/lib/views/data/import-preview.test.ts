import { describe, expect, test } from 'vitest';
import type { ImportedOrder } from '../../../../lib/model/imported.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { addToPreview, emptyPreview } from '../../../../lib/views/data/import-preview.ts';
import { importedOrder, importWhole, makeStart, WRITTEN_AT } from '../../../support/make-import.ts';
import { makeItem, makeOrder, makeOrders, masked, PLACED_AT } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

async function previewOf(db: LiukeDatabase, orders: readonly ImportedOrder[], lines: readonly string[] = []) {
  const preview = emptyPreview();
  const items = [makeItem(), makeItem({ title: '二' })];
  const entries = { orders, lines: lines.map((orderId) => ({ orderId, items, line: 2 })), afterSales: [] };
  await addToPreview(db, preview, entries, { platform: 'jd', seenAt: WRITTEN_AT });
  return preview;
}

describe('what a file would change', () => {
  test('is what the import then says', async () => {
    const { db, ingest } = await openPipeline();
    const orders = makeOrders(12);
    await ingest(makeReport(orders.slice(0, 8)));
    const [shop] = await db.shops.toArray();
    const file = orders.map((order, index) =>
      importedOrder(index < 3 ? { ...order, status: 'completed' } : order, { refundedFen: index === 4 ? 100 : null }),
    );
    const preview = await previewOf(db, file);
    expect(preview).toEqual({ fresh: 4, newer: 4, same: 4, withoutOrder: 0, ofShops: { [shop!.shopId]: 8 } });
    const { counts } = await importWhole(db, { orders: file }, { shop: { shopId: shop!.shopId } });
    expect(counts).toEqual({ fresh: 4, newer: 4, same: 4, refused: 0 });
    expect(await previewOf(db, file)).toMatchObject({ fresh: 0, newer: 0, same: 12 });
  });

  test('tells a refund that a later file puts right, and a place that was not known', async () => {
    const { db } = await openPipeline();
    const [one, other, same] = makeOrders(3).map((order) => ({ ...order, buyer: masked }));
    const place = { province: '浙江', city: '杭州' };
    const before = [
      importedOrder(one!, { refundedFen: 4000 }),
      importedOrder(other!),
      importedOrder(same!, { refundedFen: 100, place }),
    ];
    await importWhole(db, { orders: before }, { writtenAt: PLACED_AT });
    const after = [
      importedOrder(one!, { refundedFen: 1000 }),
      importedOrder(other!, { place }),
      importedOrder(same!, { refundedFen: 100, place }),
    ];
    expect(await previewOf(db, after)).toMatchObject({ fresh: 0, newer: 2, same: 1 });
    const [shop] = await db.shops.toArray();
    const file = { ...makeStart().file, fingerprint: `${'0b'.repeat(16)}-0` };
    const { counts } = await importWhole(db, { orders: after }, { shop: { shopId: shop!.shopId }, file });
    expect(counts).toMatchObject({ fresh: 0, newer: 2, same: 1 });
  });

  test('of lines tells which have no order yet', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ orderId: '100001' })]));
    expect(await previewOf(db, [], ['100001', '100002'])).toMatchObject({ newer: 1, withoutOrder: 1 });
  });
});
