import { expect, test, vi } from 'vitest';
import type { CustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { ingest } from '../../../lib/pipeline/ingest.ts';
import { makeOrder, makeOrders, masked, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { readColumns } from '../../support/read-columns.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

test('two pages of one new shop at the same time make one shop and lose nothing', async () => {
  const { db, takeIn } = await openPipeline();
  const orders = makeOrders(20, (index) => ({ buyer: stable(`buyer_${index % 3}`) }));
  await Promise.all([0, 5, 10].map((from) => takeIn(makeReport(orders.slice(from, from + 10)))));
  expect(await db.shops.count()).toBe(1);
  expect(await db.orders.count()).toBe(20);
  expect(await readColumns(db)).toHaveLength(3);
  expect((await readColumns(db)).reduce((sum, { orderCount }) => sum + orderCount, 0)).toBe(20);
  expect(await db.dirtyLists.count()).toBe(0);
});

test('a buyer stays known though a tab that saw only a mask is taken in at the same time', async () => {
  const { db, ids, ingest: ingestNow } = await openPipeline();
  const hashing = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slowIds: CustomerIds = {
    ...ids,
    of: async (shopId, buyer) => {
      hashing.resolve();
      await goOn.promise;
      return await ids.of(shopId, buyer);
    },
  };
  const slow = ingest(db, slowIds, makeReport([makeOrder({ buyer: masked })]));
  await hashing.promise;
  await ingestNow(makeReport([makeOrder()]));
  const before = await db.orders.toArray();
  goOn.resolve();
  await slow;
  expect(before).toMatchObject([{ buyer: stable('wd_sunshine') }]);
  expect(await db.orders.toArray()).toEqual(before);
});

test("a page's orders are asked for at once, however many it shows", async () => {
  const { takeIn } = await openPipeline();
  const nearby = makeOrders(50);
  await takeIn(makeReport(nearby));
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const { state } = await takeIn(makeReport(nearby.map((order) => ({ ...order, status: 'shipped' as const }))));
  const ofOrders = asked.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'orders');
  expect(ofOrders).toHaveLength(0);
  expect(state.buyers).toHaveLength(50);
});
