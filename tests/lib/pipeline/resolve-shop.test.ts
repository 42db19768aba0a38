import { describe, expect, test } from 'vitest';
import type { ShopHint } from '../../../lib/model/capture.ts';
import { resolveShop, ShopConflictError, unnamedShopId } from '../../../lib/pipeline/resolve-shop.ts';
import { makeOrder, makeOrders, stable } from '../../support/make-order.ts';
import { makeChatReport, makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { watchWrites, watchWritingTransactions } from '../../support/test-database.ts';

const account = (value: string): ShopHint => ({ kind: 'account', value });
const vender = (value: string): ShopHint => ({ kind: 'vender', value });
const name = (value: string): ShopHint => ({ kind: 'name', value });

async function openShops() {
  const pipeline = await openPipeline();
  const { db, ids } = pipeline;
  return {
    ...pipeline,
    shopOf: (hints: ShopHint[], chatKeys: string[] = [], platform: 'jd' | 'taobao' = 'jd') =>
      resolveShop(db, ids, { platform, hints, chatKeys }),
    /** `count` orders of buyers `buyer_0`, `buyer_1`, …, on an order list of this account. */
    sell: (hints: ShopHint[], count: number, firstId = 0) =>
      pipeline.ingest(
        makeReport(
          makeOrders(count, (index) => ({ orderId: String(3_000_000_000_000_000 + firstId + index) })),
          { shopHints: hints },
        ),
      ),
  };
}

describe('a page that names', () => {
  test('an account is of the shop of that account, again and again', async () => {
    const begun = watchWritingTransactions();
    const { shopOf } = await openShops();
    const shop = await shopOf([account('shop_a')]);
    expect(shop).toMatchObject({ platform: 'jd', hints: ['account:shop_a'], name: 'shop_a' });
    begun.splice(0);
    expect(await shopOf([account('shop_a')])).toEqual(shop);
    expect(begun).toEqual([]);
  });

  test('another account is of another shop', async () => {
    const { shopOf } = await openShops();
    expect((await shopOf([account('shop_a')])).shopId).not.toBe((await shopOf([account('shop_b')])).shopId);
  });

  test('the same account on the other platform is of another shop', async () => {
    const { shopOf } = await openShops();
    const jd = await shopOf([account('shop_a')]);
    const taobao = await shopOf([account('shop_a')], [], 'taobao');
    expect(taobao.platform).toBe('taobao');
    expect(taobao.shopId).not.toBe(jd.shopId);
  });

  test('nothing is of the unnamed shop of its platform, and leaves no trace', async () => {
    const { db, shopOf } = await openShops();
    expect(await shopOf([])).toEqual({ shopId: unnamedShopId('jd'), platform: 'jd', hints: [], name: null });
    expect(await db.shops.count()).toBe(0);
  });

  test('both account and vender id makes them one shop from then on', async () => {
    const { db, shopOf } = await openShops();
    const both = await shopOf([account('shop_a'), vender('10001')]);
    expect((await shopOf([account('shop_a')])).shopId).toBe(both.shopId);
    expect((await shopOf([vender('10001')])).shopId).toBe(both.shopId);
    expect(await db.shops.count()).toBe(1);
  });

  test.each([
    [[vender('10001'), account('shop_a'), name('阳光家纺')], '阳光家纺'],
    [[vender('10001'), account('shop_a')], 'shop_a'],
    [[vender('10001')], '10001'],
  ])('%j is shown as %s', async (hints, shown) => {
    const { shopOf } = await openShops();
    expect((await shopOf(hints)).name).toBe(shown);
  });

  test('only the vender id does not take the shop its name', async () => {
    const { shopOf } = await openShops();
    await shopOf([account('shop_a'), vender('10001')]);
    expect((await shopOf([vender('10001')])).name).toBe('shop_a');
  });
});

describe('a shop known from its chat alone', () => {
  test('merges into the shop with orders when a page names both', async () => {
    const { db, shopOf, sell } = await openShops();
    await shopOf([vender('10001')]);
    const { shop } = await sell([account('shop_a')], 1);
    expect((await shopOf([account('shop_a'), vender('10001')])).shopId).toBe(shop.shopId);
    expect((await db.shops.toArray()).map(({ hints }) => hints)).toEqual([['account:shop_a', 'vender:10001']]);
  });

  test('merges into the shop that has two of its buyers', async () => {
    const { db, shopOf, sell } = await openShops();
    await shopOf([vender('10001')], ['buyer_0']);
    const { shop } = await sell([account('shop_a')], 3);
    expect((await shopOf([vender('10001')], ['stranger', 'buyer_0', 'buyer_2'])).shopId).toBe(shop.shopId);
    expect((await shopOf([vender('10001')])).shopId).toBe(shop.shopId);
    expect(await db.shops.count()).toBe(1);
  });

  test('stays apart while only one buyer is common', async () => {
    const { shopOf, sell } = await openShops();
    const { shop } = await sell([account('shop_a')], 3);
    expect((await shopOf([vender('10001')], ['buyer_0', 'stranger'])).shopId).not.toBe(shop.shopId);
  });

  test('stays apart when two shops have its buyers', async () => {
    const { shopOf, sell } = await openShops();
    const first = await sell([account('shop_a')], 3);
    const second = await sell([account('shop_b')], 3, 100);
    const chat = await shopOf([vender('10001')], ['buyer_0', 'buyer_1', 'buyer_2']);
    expect([first.shop.shopId, second.shop.shopId]).not.toContain(chat.shopId);
  });

  test('stays apart from a shop that has a vender id of its own', async () => {
    const { shopOf, sell } = await openShops();
    const { shop } = await sell([account('shop_a'), vender('99999')], 3);
    expect((await shopOf([vender('10001')], ['buyer_0', 'buyer_1'])).shopId).not.toBe(shop.shopId);
  });

  test('stays apart from orders whose shop no page named', async () => {
    const { shopOf, sell } = await openShops();
    await sell([], 3);
    expect((await shopOf([vender('10001')], ['buyer_0', 'buyer_1'])).shopId).not.toBe(unnamedShopId('jd'));
  });

  test('shows its customers at once when it is the shop of their orders', async () => {
    const { takeIn } = await openPipeline();
    await takeIn(makeReport(makeOrders(2)));
    const { byChatKey } = await takeIn(makeChatReport(['buyer_0', 'buyer_1', 'stranger']));
    expect(byChatKey.map(([key]) => key)).toEqual(['buyer_0', 'buyer_1']);
  });
});

describe('a page with signs of two shops that both have orders', () => {
  test('is a conflict that names them, and nothing of it is stored', async () => {
    const { db, ingest } = await openPipeline();
    const [first, second, third] = makeOrders(3);
    await ingest(makeReport([first!], { shopHints: [account('shop_a')] }));
    await ingest(makeReport([second!], { shopHints: [account('shop_b')] }));
    const writes = watchWrites(db);
    const both = makeReport([third!], { shopHints: [account('shop_a'), account('shop_b')] });
    await expect(ingest(both)).rejects.toThrow(ShopConflictError);
    await expect(ingest(both)).rejects.toThrow(/shop_a and shop_b/);
    expect(writes).toEqual([]);
  });

  test('is none while only one of them has orders', async () => {
    const { db, shopOf, ingest } = await openShops();
    await shopOf([account('shop_b')]);
    const { shop } = await ingest(makeReport([makeOrder({ buyer: stable('wd_sunshine') })]));
    expect((await shopOf([account('shop_a'), account('shop_b')])).shopId).toBe(shop.shopId);
    expect(await db.shops.count()).toBe(1);
  });
});
