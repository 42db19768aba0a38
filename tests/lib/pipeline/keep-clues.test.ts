import { expect, test } from 'vitest';
import type { SeenOrder } from '../../../lib/model/order.ts';
import { readPageLinks } from '../../../lib/views/links/possible-links.ts';
import { importedOrder, importWhole } from '../../support/make-import.ts';
import { makeOrder, masked, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const place = { province: '浙江', city: '杭州' };
const clues = { phoneTail: '7861', place };

function maskedOrder(last: number, changes: Partial<SeenOrder> = {}): SeenOrder {
  const buyer = { display: '青***友', key: null, quality: 'masked' } as const;
  return { ...makeOrder({ orderId: `309011223344000${last}`, buyer }), clues, ...changes };
}

/** Everything in the store as one text. */
async function stored(db: Awaited<ReturnType<typeof openPipeline>>['db']): Promise<string> {
  return JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
}

test('of a phone nothing is kept but a keyed hash, the same for the same digits', async () => {
  const { db, takeIn } = await openPipeline();
  const { state } = await takeIn(makeReport([maskedOrder(1), maskedOrder(2)]));
  const [one, two] = await db.orders.toArray();
  expect(one!.clues).toEqual({ phoneHash: expect.stringMatching(/^[0-9a-f]{32}$/), place });
  expect(two!.clues).toEqual(one!.clues);
  expect((await stored(db)) + JSON.stringify(state)).not.toContain('7861');
});

test('another shop and another installation have another hash', async () => {
  const [first, second] = [await openPipeline(), await openPipeline()];
  await first.takeIn(makeReport([maskedOrder(1)]));
  await first.takeIn(makeReport([maskedOrder(2)], { shopHints: [{ kind: 'account', value: 'shop_b' }] }));
  await second.takeIn(makeReport([maskedOrder(1)]));
  const orders = [...(await first.db.orders.toArray()), ...(await second.db.orders.toArray())];
  expect(new Set(orders.map((order) => order.clues?.phoneHash)).size).toBe(3);
});

test('of a buyer who is known no clue is kept', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport([{ ...maskedOrder(1), buyer: stable('qingshan_you') }]));
  expect((await db.orders.toArray())[0]!.clues).toBeUndefined();
});

test('phone, place and mask together propose a link on JD, and the mask alone does not', async () => {
  const { db, takeIn } = await openPipeline();
  const { clues: _, ...bare } = maskedOrder(4);
  await takeIn(
    makeReport([maskedOrder(1), maskedOrder(2), maskedOrder(3, { clues: { phoneTail: '1234', place } }), bare]),
  );
  const orders = await db.orders.toArray();
  const links = await readPageLinks(
    db,
    orders[0]!.shopId,
    orders.map(({ id }) => id),
  );
  expect(links.map(({ parties }) => parties.map((id) => id.slice(-1)).toSorted())).toEqual([['1', '2']]);
  expect(links[0]!.comparisons.map(({ of }) => of)).toEqual(['name', 'place', 'phone']);
});

test('the place that a file shows of a mask joins the phone’s hash that a page showed', async () => {
  const { db, takeIn } = await openPipeline();
  const order = makeOrder({ buyer: masked });
  const seen: SeenOrder = { ...order, clues: { phoneTail: '7861', place: null } };
  await takeIn(makeReport([seen], { shopHints: [{ kind: 'name', value: '木木家' }] }));
  const shown = { province: '浙江', city: '杭州' };
  const [shop] = await db.shops.toArray();
  await importWhole(db, { orders: [importedOrder(order, { place: shown })] }, { shop: { shopId: shop!.shopId } });
  expect(await db.orders.toArray()).toMatchObject([{ clues: { phoneHash: expect.any(String), place: shown } }]);
});

test('of a buyer whom a page knows, a file’s place is not kept', async () => {
  const { db, takeIn } = await openPipeline();
  const order = makeOrder();
  await takeIn(makeReport([order]));
  const [shop] = await db.shops.toArray();
  const ofMask = importedOrder({ ...order, buyer: masked }, { place: { province: '浙江', city: null } });
  await importWhole(db, { orders: [ofMask] }, { shop: { shopId: shop!.shopId } });
  expect(JSON.stringify(await db.orders.toArray())).not.toContain('浙江');
});
