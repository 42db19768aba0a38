import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { readInsight, readShops, readShopWork } from '../../../../lib/views/shops/insight-view.ts';
import { PLACED_AT, makeOrders, masked, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = PLACED_AT + DAY_MS;

async function openShop() {
  const { db, takeIn } = await openPipeline();
  const buyers = [stable('regular'), stable('regular'), stable('new'), masked, masked];
  const orders = makeOrders(5, (index) => ({
    buyer: buyers[index]!,
    placedAt: PLACED_AT - (index === 0 ? 20 * DAY_MS : 0),
  }));
  const { state } = await takeIn(makeReport(orders), now);
  return { db, takeIn, shopId: state.shopId! };
}

describe('the shops', () => {
  test('are those of the store, the named ones first', async () => {
    const { db, takeIn } = await openShop();
    const shopHints = [
      { kind: 'account', value: 'shop_b' },
      { kind: 'name', value: '春晓旗舰店' },
    ] as const;
    await takeIn(
      makeReport(
        makeOrders(1, () => ({ orderId: '3999999999999999' })),
        { shopHints: [...shopHints] },
      ),
      now,
    );
    const shops = await readShops(db);
    expect(shops.map(({ platform }) => platform)).toEqual(['jd', 'jd']);
    const names = shops.map(({ name }) => name);
    expect(names).toEqual([...names].toSorted((a, b) => Number(a === null) - Number(b === null)));
  });

  test('come with customers first, whatever they are called', async () => {
    const { db, takeIn, shopId } = await openShop();
    const named = makeReport(
      makeOrders(1, () => ({ orderId: '3999999999999999', buyer: masked })),
      { shopHints: [{ kind: 'name', value: 'alpha' }] },
    );
    await takeIn(named, now);
    const shops = await readShops(db);
    expect(shops.map(({ name }) => name)).toEqual(['shop_a', 'alpha']);
    expect(shops[0]!.shopId).toBe(shopId);
  });

  test('are none in an empty store', async () => {
    const { db } = await openPipeline();
    expect(await readShops(db)).toEqual([]);
  });
});

describe('a shop in full', () => {
  test('has its customers, its masked orders and when it was last seen', async () => {
    const { db, shopId } = await openShop();
    const { measures, maskedOrders, dataAsOf, fittedAt } = await readInsight(db, shopId, now);
    expect(measures.size).toBe(2);
    expect(maskedOrders).toBe(2);
    expect(dayOf(dataAsOf!)).toBe(dayOf(PLACED_AT));
    expect(fittedAt).toBeNull();
  });

  test('is read once as long as nothing changes', async () => {
    const { db, shopId } = await openShop();
    const [first, second] = [await readInsight(db, shopId, now), await readInsight(db, shopId, now + 1)];
    expect(second.measures).toBe(first.measures);
    expect(second.context).toBe(first.context);
  });

  test('says what the background is doing with it', async () => {
    const { db, shopId } = await openShop();
    expect(await readShopWork(db, shopId)).toEqual({ isRebuilding: false, isFitting: false });
    await db.jobs.put({ id: `fit|${shopId}`, shopId, asOfDay: 1, horizonDays: 60, done: {} });
    await db.jobs.put({ id: 'fit|another', shopId: 'another', asOfDay: 1, horizonDays: 60, done: {} });
    await db.jobs.put({ id: 'rebuildColumns', generation: 1, afterCustomerId: '', chunks: 0 });
    expect(await readShopWork(db, shopId)).toEqual({ isRebuilding: true, isFitting: true });
    expect(await readShopWork(db, 'third')).toEqual({ isRebuilding: true, isFitting: false });
  });
});
