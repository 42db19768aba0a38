import { describe, expect, test } from 'vitest';
import type { Segment } from '../../../../lib/insight/segments/segment.ts';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { recordShopSettings } from '../../../../lib/pipeline/record-event.ts';
import {
  asksModels,
  readFirstMembers,
  readSegment,
  readSegmentCounts,
  type FirstMembers,
} from '../../../../lib/views/segments/segment-counts.ts';
import { readLine } from '../../../../lib/views/segments/segment-language.ts';
import { presetSettings } from '../../../../lib/views/shops/shop-settings.ts';
import { PLACED_AT, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = PLACED_AT + DAY_MS;
const segment = (line: string): Segment => readLine(line).segment!;

/** Shop A: a regular of 200 yuan, a new one of 300, one whose amount is not known. Shop B: a new one of 250. */
async function openShops() {
  const { db, takeIn } = await openPipeline();
  const buyers = ['regular', 'regular', 'rich', 'unknown'];
  const amounts = [10_000, 10_000, 30_000, null];
  const orders = makeOrders(4, (index) => ({
    buyer: stable(buyers[index]!),
    amountFen: amounts[index]!,
    placedAt: PLACED_AT - (index === 0 ? 20 * DAY_MS : 0),
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const others = makeOrders(1, () => ({ orderId: '3999999999999999', buyer: stable('elsewhere'), amountFen: 25_000 }));
  await takeIn(makeReport(others, { shopHints: [{ kind: 'account', value: 'shop_b' }], observedAt: now }));
  return { db, shopId: state.shopId! };
}

const namesOf = ({ members }: FirstMembers) => members.map(({ customer }) => customer.display);

describe('a segment', () => {
  test('is counted among all customers of the shop', async () => {
    const { db, shopId } = await openShops();
    expect(await readSegment(db, shopId, segment('次数=1'), now)).toEqual({ count: 2, of: 3, withheld: null });
    expect(await readSegment(db, null, segment('次数=1'), now)).toEqual({ count: 3, of: 4, withheld: null });
  });

  test('has those first who spent most, the unknown last', async () => {
    const { db, shopId } = await openShops();
    const first = await readFirstMembers(db, shopId, segment('次数>=1'), now, 5);
    expect(first.order).toBe('netSpendFen');
    expect(namesOf(first)).toEqual(['rich', 'regular', 'unknown']);
    expect(first.members[1]!.assessment!.metrics.netSpendFen).toBe(20_000);
  });

  test('of all shops together has the first of all of them', async () => {
    const { db } = await openShops();
    expect(namesOf(await readFirstMembers(db, null, segment('次数=1'), now, 2))).toEqual(['rich', 'elsewhere']);
    expect(namesOf(await readFirstMembers(db, null, segment('次数>=1'), now, 4)).at(-1)).toBe('unknown');
  });

  test('of a shop never seen has nobody', async () => {
    const { db } = await openShops();
    expect(await readSegment(db, 'jd-elsewhere', segment('老客'), now)).toMatchObject({ count: 0, of: 0 });
    expect(namesOf(await readFirstMembers(db, 'jd-elsewhere', segment('老客'), now, 5))).toEqual([]);
  });

  test('says why nobody can be in it while the figures are not there', async () => {
    const { db, shopId } = await openShops();
    const why = async (line: string) => (await readSegment(db, shopId, segment(line), now)).withheld;
    expect(await why('健康<60')).toEqual({ because: 'notFitted' });
    expect(await why('非(次数=1 或 不健康)')).toEqual({ because: 'notFitted' });
    expect(await why('次数>1')).toBeNull();
  });

  test('draws tiers with the shop’s own thresholds', async () => {
    const { db, shopId } = await openShops();
    const later = now + 20 * DAY_MS;
    await db.coverage.update(shopId, { asOfDay: dayOf(later) });
    const newcomers = async () => await readSegmentCounts(db, shopId, [segment('新客')], later);
    expect(await newcomers()).toEqual([2]);
    const settings = { ...presetSettings, tiers: { variants: {}, thresholds: { newDays: 15 } } };
    await recordShopSettings(db, { shopId, settings }, later);
    expect(await newcomers()).toEqual([0]);
  });
});

test('many segments are counted at once, in their order', async () => {
  const { db, shopId } = await openShops();
  const lines = ['次数>=2', '次数=1', '客单>250'];
  expect(await readSegmentCounts(db, shopId, lines.map(segment), now)).toEqual([1, 2, 1]);
  expect(await readSegmentCounts(db, null, lines.map(segment), now)).toEqual([1, 3, 1]);
  // Whoever begins to type in between is heard, and the rest is left.
  let asked = 0;
  const counting = readSegmentCounts(db, shopId, lines.map(segment), now, () => (asked += 1) < 2);
  expect(await counting).toBeNull();
  expect(asked).toBe(2);
});

test('it is known which lines must ask the purchase models', () => {
  expect(['健康<60', '非 不健康', '上次>3 或 预计消费>100'].map((line) => asksModels(segment(line)))).not.toContain(
    false,
  );
  expect(['老客', '上次30~60天', '勿扰'].map((line) => asksModels(segment(line)))).not.toContain(true);
});
