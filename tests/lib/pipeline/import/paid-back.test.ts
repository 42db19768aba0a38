import { describe, expect, test } from 'vitest';
import type { Order } from '../../../../lib/model/order.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { importedOrder, importWhole, makeStart, WRITTEN_AT } from '../../../support/make-import.ts';
import { makeOrder, PLACED_AT } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

describe('what was paid back', () => {
  /** Files of one order, each with what it says was paid back, days after the first. */
  const importAll = async (files: readonly { refundedFen: number | null; days: number; order?: Order }[]) => {
    const { db } = await openPipeline();
    for (const [index, { refundedFen, days, order = makeOrder() }] of files.entries()) {
      const file = { ...makeStart().file, fingerprint: `${'0c'.repeat(16)}-${index}` };
      const writtenAt = WRITTEN_AT - (30 - days) * DAY_MS;
      await importWhole(db, { orders: [importedOrder(order, { refundedFen })] }, { file, writtenAt });
    }
    return (await db.orders.toArray()).map(({ refundedFen }) => refundedFen);
  };

  test.each([
    ['less', 1000],
    ['more', 6000],
    ['nothing', 0],
  ])('is what the later file says, in whichever order they come: %s', async (_, later) => {
    const files = [
      { refundedFen: 4000, days: 0 },
      { refundedFen: later, days: 2 },
    ];
    expect(await importAll(files)).toEqual([later]);
    expect(await importAll(files.toReversed())).toEqual([later]);
  });

  test('stays known when a later file has no such column', async () => {
    const files = [
      { refundedFen: 4000, days: 0 },
      { refundedFen: null, days: 2 },
    ];
    expect(await importAll(files)).toEqual([4000]);
    expect(await importAll(files.toReversed())).toEqual([4000]);
    expect(await importAll([...files, { refundedFen: 1000, days: 1 }])).toEqual([1000]);
  });

  test('is the more of two files of the same time', async () => {
    const files = [4000, 1000].map((refundedFen) => ({ refundedFen, days: 0 }));
    expect(await importAll(files)).toEqual([4000]);
    expect(await importAll(files.toReversed())).toEqual([4000]);
  });

  test('is not the less that a later file says of a part of the order’s lines', async () => {
    const whole = makeOrder();
    const lines = [whole.items[0]!, { ...whole.items[0]!, title: '另一件' }];
    const files = [
      { refundedFen: 4000, days: 0, order: { ...whole, items: lines } },
      { refundedFen: 1000, days: 2, order: { ...whole, items: lines.slice(1) } },
    ];
    expect(await importAll(files)).toEqual([4000]);
  });

  test('is of the file’s time, also when a page was seen since', async () => {
    const { db, takeIn } = await openPipeline();
    const order = makeOrder({ status: 'paid' });
    const start = (index: number, days: number) => ({
      file: { ...makeStart().file, fingerprint: `${'0c'.repeat(16)}-${index}` },
      writtenAt: PLACED_AT + days * DAY_MS,
    });
    const { shopId } = await importWhole(db, { orders: [importedOrder(order, { refundedFen: 4000 })] }, start(0, 1));
    await takeIn(
      makeReport([{ ...order, status: 'shipped' }], {
        observedAt: PLACED_AT + 5 * DAY_MS,
        shopHints: [{ kind: 'name', value: '木木家' }],
      }),
    );
    const later = { ...start(1, 3), shop: { shopId } };
    await importWhole(db, { orders: [importedOrder(order, { refundedFen: 1000 })] }, later);
    expect(await db.orders.toArray()).toMatchObject([{ status: 'shipped', refundedFen: 1000 }]);
  });

  test('by a case of a file counts on its order, whichever came first', async () => {
    const { db } = await openPipeline();
    const order = makeOrder();
    const afterSale = makeAfterSale({ orderId: order.orderId, status: 'refunded', refundFen: 3000 });
    const cases = { kind: 'jd-after-sales', file: { ...makeStart().file, fingerprint: `${'0d'.repeat(16)}-0` } };
    expect((await importWhole(db, { afterSales: [afterSale, afterSale] }, cases)).counts).toMatchObject({
      fresh: 1,
      same: 1,
    });
    await importWhole(db, { orders: [importedOrder(order)] });
    expect(await db.orders.toArray()).toMatchObject([{ cases: { open: 0, refunded: 1, refundedFen: 3000 } }]);
  });
});
