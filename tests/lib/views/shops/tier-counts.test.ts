import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { tiers } from '../../../../lib/rules/tiers.ts';
import { readTierCounts } from '../../../../lib/views/shops/tier-counts.ts';
import { PLACED_AT, makeOrders, masked, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = PLACED_AT + DAY_MS;

async function openShops() {
  const { db, takeIn } = await openPipeline();
  // Two orders of one regular, one of a new customer, one that was cancelled, two of masks.
  const buyers = [stable('regular'), stable('regular'), stable('new'), stable('gone'), masked, masked];
  const orders = makeOrders(6, (index) => ({
    buyer: buyers[index]!,
    placedAt: PLACED_AT - (index === 0 ? 20 * DAY_MS : 0),
    status: index === 3 ? 'cancelled' : 'paid',
  }));
  const { state } = await takeIn(makeReport(orders), now);
  const other = makeOrders(1, () => ({ orderId: '3999999999999999', buyer: stable('new') }));
  await takeIn(makeReport(other, { shopHints: [{ kind: 'account', value: 'shop_b' }] }), now);
  return { db, shopId: state.shopId! };
}

const filled = (counts: { tierId: string; count: number }[]) =>
  Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ tierId, count }) => [tierId, count]));

describe('tier counts', () => {
  test('count a customer once, in their own tier; masked orders stand apart', async () => {
    const { db, shopId } = await openShops();
    const counts = await readTierCounts(db, shopId, now);
    expect(counts).toMatchObject({ customers: 3, maskedOrders: 2 });
    expect(filled(counts.tiers)).toEqual({ activeReturning: 1, newCustomer: 1 });
  });

  test('name every tier, in order of precedence', async () => {
    const { db, shopId } = await openShops();
    const counts = await readTierCounts(db, shopId, now);
    expect(counts.tiers.map(({ tierId }) => tierId)).toEqual(tiers.map(({ id }) => id));
  });

  test('of all shops together are the sum', async () => {
    const { db } = await openShops();
    const counts = await readTierCounts(db, null, now);
    expect(counts).toMatchObject({ customers: 4, maskedOrders: 2 });
    expect(filled(counts.tiers)).toEqual({ activeReturning: 1, newCustomer: 2 });
  });

  test('of a shop never seen are none', async () => {
    const { db } = await openShops();
    const counts = await readTierCounts(db, 'jd-elsewhere', now);
    expect(counts).toMatchObject({ customers: 0, maskedOrders: 0 });
    expect(filled(counts.tiers)).toEqual({});
  });

  test('move with time though nothing was bought, as far as the shop was looked at', async () => {
    const { db, shopId } = await openShops();
    const lookedAt = now + 40 * DAY_MS;
    expect(await readTierCounts(db, shopId, lookedAt)).toEqual(await readTierCounts(db, shopId, now));
    await db.coverage.update(shopId, { asOfDay: dayOf(lookedAt) });
    expect(filled((await readTierCounts(db, shopId, now + 40 * DAY_MS)).tiers)).toEqual({ silent: 1, potential: 1 });
  });
});
