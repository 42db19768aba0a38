import { expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { compactColumns } from '../../../../lib/pipeline/columns.ts';
import { startTrial } from '../../../../lib/pipeline/run-trials.ts';
import { openShopLinter } from '../../../../lib/pipeline/shop-linter.ts';
import { readJobCounts, readTasks } from '../../../../lib/views/actions/day-list.ts';
import { readLedger } from '../../../../lib/views/shops/shop-ledger.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeTrial } from '../../../support/make-trial.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

type Bought = [buyer: string, daysAgo: number, yuan: number];

test('after a page the list is what it would be if all customers were looked at anew', async () => {
  const { db, takeIn } = await openPipeline();
  const page = async (number: number, bought: readonly Bought[]) => {
    const orders = makeOrders(bought.length, (index) => {
      const [buyer, daysAgo, yuan] = bought[index]!;
      return {
        orderId: `39000000000${number}${index}`,
        buyer: stable(buyer),
        placedAt: now - daysAgo * DAY_MS,
        amountFen: yuan * 100,
        status: 'completed',
        items: [makeItem({ unitPriceFen: yuan * 100, afterSale: buyer === 'waiting' ? 'requested' : 'none' })],
      };
    });
    return (await takeIn(makeReport(orders, { observedAt: now }))).state.shopId!;
  };
  const silent = Array.from({ length: 12 }, (_, at): Bought[] => [
    [`silent_${at}`, 45, 100 + at],
    [`silent_${at}`, 46, 100],
  ]);
  const shopId = await page(0, [...silent.flat(), ['newcomer', 5, 80], ['waiting', 4, 50]]);
  await startTrial(db, openShopLinter(db), makeTrial({ shopId, playbookId: 'silent-wake' }), now);
  await compactColumns(db, 0);
  const read = async () => [
    await readJobCounts(db, shopId, now),
    ...(await Promise.all(
      (['calm', 'wake', 'thank'] as const).map(async (job) =>
        (await readTasks(db, shopId, job, now, 30)).tasks.map(({ customer, playbook, worthFen }) => [
          customer.display,
          playbook.id,
          worthFen,
        ]),
      ),
    )),
  ];
  const before = await read();
  await page(1, [
    ['silent_3', 2, 90],
    ['silent_5', 120, 300],
    ['late', 40, 90],
    ['late', 43, 90],
    ['newcomer', 1, 20],
  ]);
  expect((await readLedger(db, shopId)).layers!.older.size).toBe(14);
  const inLayers = await read();
  expect(inLayers).not.toEqual(before);
  await compactColumns(db, 0);
  expect((await readLedger(db, shopId)).layers).toBeUndefined();
  expect(await read()).toEqual(inLayers);
});
