import { expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { readSegmentTrends } from '../../../../lib/views/segments/segment-trends.ts';
import { readLine } from '../../../../lib/views/segments/segment-language.ts';
import { PLACED_AT, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = PLACED_AT + DAY_MS;
const segments = ['次数>=1', '次数>=2', '上次>30天', '健康<60'].map((line) => readLine(line).segment!);

/** One who came back yesterday after 40 days, one who is new since yesterday; one who was there 60 days ago and not since. */
async function openShop(firstSeen: number) {
  const { db, takeIn } = await openPipeline();
  const days = [40, 0, 0, 60];
  const buyers = ['back', 'back', 'new', 'gone'];
  const orders = makeOrders(4, (index) => ({
    buyer: stable(buyers[index]!),
    amountFen: 10_000,
    placedAt: PLACED_AT - days[index]! * DAY_MS,
  }));
  const seenFrom = makeOrders(1, () => ({ orderId: '3999999999999999', buyer: stable('gone'), placedAt: firstSeen }));
  const { state } = await takeIn(makeReport([...orders, ...seenFrom], { observedAt: now }));
  return { db, shopId: state.shopId! };
}

test('a segment says how it grew or shrank within a week, and what those in it bought within a month', async () => {
  const { db, shopId } = await openShop(PLACED_AT - 90 * DAY_MS);
  const [all, twice, silent, sick] = await readSegmentTrends(db, shopId, segments, now);
  expect(all).toEqual({ grewBy: 1, salesFen: 20_000 });
  expect(twice!.grewBy).toBe(1);
  expect(silent).toEqual({ grewBy: -1, salesFen: 0 });
  // The models are not asked for another day.
  expect(sick!.grewBy).toBeNull();
});

test('where nothing was seen that early nothing is said', async () => {
  const { db, takeIn } = await openPipeline();
  const { state } = await takeIn(
    makeReport(
      makeOrders(2, () => ({ placedAt: PLACED_AT })),
      { observedAt: now },
    ),
  );
  expect(await readSegmentTrends(db, state.shopId, segments, now)).toEqual(
    segments.map(() => ({ grewBy: null, salesFen: null })),
  );
  expect(await readSegmentTrends(db, 'nobody', segments.slice(0, 1), now)).toEqual([{ grewBy: null, salesFen: null }]);
});
