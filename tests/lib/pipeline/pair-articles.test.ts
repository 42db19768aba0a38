import { expect, test } from 'vitest';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { pairArticles } from '../../../lib/pipeline/pair-articles.ts';
import { readCustomerView } from '../../../lib/views/customers/customer-view.ts';
import { makeItem, makeOrders, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

test('what goes with an article is counted from the orders of the shop, and named on the card of who has it', async () => {
  const { db, takeIn } = await openPipeline();
  // Forty bought conditioner after shampoo, sixty something else, one shampoo alone.
  const bought = [
    ...Array.from({ length: 40 }, (_, index) => [`both ${index}`, '氨基酸洗发水', 20] as const),
    ...Array.from({ length: 40 }, (_, index) => [`both ${index}`, '柔顺护发素', 10] as const),
    ...Array.from({ length: 60 }, (_, index) => [`other ${index}`, '纯棉毛巾', 15] as const),
    ['new', '氨基酸洗发水', 5] as const,
  ];
  const orders = makeOrders(bought.length, (index) => {
    const [buyer, title, daysAgo] = bought[index]!;
    return {
      buyer: stable(buyer),
      placedAt: now - daysAgo * DAY_MS,
      status: 'completed',
      items: [makeItem({ title, unitPriceFen: 5_000 })],
    };
  });
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const newcomer = state.buyers.find(({ orderIds }) => orderIds.includes(orders.at(-1)!.orderId))!.customerId!;
  const card = async () => await readCustomerView(db, state.shopId!, newcomer, now);
  const named = async () => (await card()).suggestions.find(({ playbook }) => playbook.id === 'complement')?.companion;
  await pairArticles(db, now);
  expect(await named()).toMatchObject({ otherTitle: '柔顺护发素', buyers: 41, both: 40 });
  // Counted again after a day, not at every call.
  const first = await db.articlePairs.get(state.shopId!);
  await pairArticles(db, now + DAY_MS / 2);
  expect(await db.articlePairs.get(state.shopId!)).toEqual(first);
  await pairArticles(db, now + DAY_MS);
  expect((await db.articlePairs.get(state.shopId!))!.computedAt).toBe(now + DAY_MS);
});
