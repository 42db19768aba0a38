/** Rewards of referrals: two parties, a day until which they are paid, and what presses before and after it. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf, startOfDay } from '../../../../lib/model/shanghai-time.ts';
import { forgetCustomer } from '../../../../lib/pipeline/forget/forget-customer.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordRight, recordRightSettled } from '../../../../lib/pipeline/record-practice.ts';
import { readRights } from '../../../../lib/views/actions/shop-practice.ts';
import { watchOf } from '../../../../lib/views/service/clock-watch.ts';
import { countPressing, pressingPayouts, readServiceDesk } from '../../../../lib/views/service/service-desk.ts';
import { makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = Date.parse('2026-08-06T10:00:00+08:00');
const TODAY = dayOf(NOW);

async function openShop() {
  const pipeline = await openPipeline();
  const orders = makeOrders(2, (index) => ({
    buyer: stable(['wd_sunshine', 'wd_friend'][index]!),
    placedAt: NOW - DAY_MS,
  }));
  const { state } = await pipeline.takeIn(makeReport(orders, { observedAt: NOW }));
  const shopId = state.shopId!;
  const idOf = async (nick: string) => (await pipeline.ids.of(shopId, stable(nick)))!;
  const [customerId, friendId] = [await idOf('wd_sunshine'), await idOf('wd_friend')];
  const { db } = pipeline;
  const note = async (dueDay: number) =>
    await recordRight(
      db,
      { rightId: 'r1', shopId, right: { what: 'referral', customerId, friendId, rewardFen: 5_000, dueDay } },
      NOW,
    );
  const deskAt = async (days: number, hours = 0) => {
    const at = NOW + days * DAY_MS + hours * 3_600_000;
    const desk = await readServiceDesk(db, at);
    return { desk, pressing: countPressing(desk, at), watch: watchOf(desk, at) };
  };
  return { ...pipeline, shopId, customerId, friendId, note, deskAt };
}

describe('a reward for a referral', () => {
  test('names both, stands in the list with its day, presses on that day and after it, and no more once it was paid', async () => {
    const { db, customerId, friendId, note, deskAt } = await openShop();
    await note(TODAY + 2);
    const before = await deskAt(0);
    expect(before.desk.payouts).toMatchObject([
      { customerId, friendId, state: 'open', referral: { right: { rewardFen: 5_000, dueDay: TODAY + 2 } } },
    ]);
    expect([customerId, friendId].map((id) => before.desk.customers.get(id)!.display)).toEqual([
      'wd_sunshine',
      'wd_friend',
    ]);
    expect(before.pressing).toBe(0);
    // The badge is looked at again when its day begins, and when that is over.
    expect(before.watch.nextAt).toBe(startOfDay(TODAY + 2));

    const onTheDay = await deskAt(2);
    expect([onTheDay.desk.payouts[0]!.state, onTheDay.pressing]).toEqual(['due', 1]);
    expect(onTheDay.watch.nextAt).toBe(startOfDay(TODAY + 3));
    const after = await deskAt(3);
    expect([after.desk.payouts[0]!.state, after.pressing]).toEqual(['late', 1]);
    expect(pressingPayouts(after.desk)).toHaveLength(1);

    const paid = await recordRightSettled(db, { rightId: 'r1' }, NOW + 3 * DAY_MS);
    expect((await deskAt(3, 1)).desk.payouts).toEqual([]);
    expect((await deskAt(3, 1)).pressing).toBe(0);
    await undoEvent(db, paid, NOW + 3 * DAY_MS);
    expect((await deskAt(3, 1)).pressing).toBe(1);
  });

  test('tells when it was paid', async () => {
    const { db, shopId, note } = await openShop();
    await note(TODAY);
    await recordRightSettled(db, { rightId: 'r1' }, NOW + 1000);
    expect(await readRights(db, shopId)).toMatchObject([{ isSettled: true, settledAt: NOW + 1000 }]);
  });

  test.each(['customerId', 'friendId'] as const)(
    'leaves when its %s is forgotten, and is not noted again',
    async (who) => {
      const { db, ids, shopId, note, ...people } = await openShop();
      await note(TODAY);
      await forgetCustomer(db, ids, people[who], NOW);
      expect(await readRights(db, shopId)).toEqual([]);
      await note(TODAY);
      expect(await readRights(db, shopId)).toEqual([]);
    },
  );
});
