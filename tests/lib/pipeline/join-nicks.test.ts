import { describe, expect, test } from 'vitest';
import { buyerOfKey } from '../../../lib/model/identity.ts';
import { recordContact } from '../../../lib/pipeline/record-event.ts';
import { readCustomerView } from '../../../lib/views/customers/customer-view.ts';
import { PLACED_AT, makeOrder, masked, probable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { readColumns } from '../../support/read-columns.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const uid = (key: string, nick: string) => buyerOfKey(key, nick);
const first = { orderId: '4217000000000000001', paidAt: null };
const second = { orderId: '4217000000000000002', paidAt: null };
const taobao = { platform: 'taobao' as const, shopHints: [] };

describe('a buyer seen with a uid on one page and by nick alone on another', () => {
  test('is one customer when the uid came first', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder({ ...first, buyer: uid('880125734', '半夏种花') })], taobao));
    await takeIn(makeReport([makeOrder({ ...second, buyer: probable('半夏种花') })], taobao));
    expect(new Set((await db.orders.toArray()).map(({ customerId }) => customerId)).size).toBe(1);
    expect(await readColumns(db)).toMatchObject([{ orderCount: 2 }]);
  });

  test('is one customer when the nick came first, and its contacts come along', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder({ ...first, buyer: probable('半夏种花') })], taobao));
    const byNick = (await db.customers.toArray())[0]!.customerId;
    const nothing = { templateId: null, playbookId: null, isOffer: false, overrides: null };
    await recordContact(db, { customerId: byNick, channel: 'chat', how: 'copied', ...nothing }, PLACED_AT);

    await takeIn(makeReport([makeOrder({ ...second, buyer: uid('880125734', '半夏种花') })], taobao));
    const customers = await db.customers.toArray();
    expect(customers).toMatchObject([{ quality: 'stable', nickId: byNick }]);
    expect(await readColumns(db)).toMatchObject([{ customerId: customers[0]!.customerId, orderCount: 2 }]);
    const view = await readCustomerView(db, customers[0]!.shopId, customers[0]!.customerId, PLACED_AT);
    expect(view.orders).toHaveLength(2);
    expect(view.contacts).toHaveLength(1);
  });

  test('is joined to nobody when two uids have had the nick', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder({ ...first, buyer: uid('1001', '半夏种花') })], taobao));
    await takeIn(makeReport([makeOrder({ ...second, buyer: uid('1002', '半夏种花') })], taobao));
    await takeIn(makeReport([makeOrder({ orderId: '4217000000000000003', buyer: probable('半夏种花') })], taobao));
    expect(await readColumns(db)).toHaveLength(3);
  });

  test('is parted from orders of the nick alone when a second uid has had the nick, also where a page masks them by then', async () => {
    const { db, takeIn } = await openPipeline();
    const byNick = makeOrder({ ...second, buyer: probable('半夏种花') });
    const other = makeOrder({ orderId: '4217000000000000003', buyer: uid('1002', '半夏种花') });
    await takeIn(makeReport([makeOrder({ ...first, buyer: uid('1001', '半夏种花') }), byNick], taobao));
    expect(await readColumns(db)).toMatchObject([{ orderCount: 2 }]);
    await takeIn(makeReport([other, { ...byNick, buyer: masked }], taobao));
    expect((await readColumns(db)).map(({ orderCount }) => orderCount)).toEqual([1, 1, 1]);
    const namesake = await db.orders.get(`taobao:${second.orderId}`);
    expect(await db.customers.get(namesake!.customerId!)).toMatchObject({ display: '半夏种花', quality: 'probable' });
  });

  test('keeps its nick and its orders when a page that names no shop shows it again', async () => {
    const { db, takeIn } = await openPipeline();
    const named = { platform: 'taobao' as const, shopHints: [{ kind: 'name' as const, value: '青屿山房' }] };
    await takeIn(makeReport([makeOrder({ ...first, buyer: uid('880125734', '半夏种花') })], named));
    const [before] = await db.customers.toArray();
    const again = makeOrder({ ...first, status: 'shipped', buyer: uid('880125734', '半夏种花') });
    const stranger = makeOrder({ ...second, buyer: probable('半夏种花') });
    await takeIn(makeReport([stranger], taobao));
    await takeIn(makeReport([again], { ...taobao, observedAt: PLACED_AT + 7_200_000 }));
    expect(await db.customers.get(before!.customerId)).toEqual(before);
    expect((await db.orders.toArray()).map(({ shopId, status }) => [shopId, status]).toSorted()).toEqual(
      [
        ['taobao-unnamed', 'paid'],
        [before!.shopId, 'shipped'],
      ].toSorted(),
    );
    expect(await readColumns(db)).toHaveLength(2);
  });
});
