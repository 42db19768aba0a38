/** A cause that was mended: who is to be told, who was, and whether it came again. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { countMended } from '../../../../lib/pipeline/count-mended.ts';
import { recordDoNotDisturb, undoEvents } from '../../../../lib/pipeline/record-event.ts';
import { recordMend, recordMendTold } from '../../../../lib/pipeline/record-mend.ts';
import { noteWorkOrder, openWorkOrder } from '../../../../lib/pipeline/record-work-order.ts';
import { readMends } from '../../../../lib/views/service/mends.ts';
import { countPressing, readServiceDesk, untoldMends } from '../../../../lib/views/service/service-desk.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const FIRST = Date.parse('2026-08-03T10:00:00+08:00');
const at = (day: number) => FIRST + day * DAY_MS;
const HOUR_MS = 3_600_000;
const names = ['anna', 'bella', 'celia', 'dora'] as const;

/** Four bought the cup; Anna's and Bella's came by ZTO, the others' by SF. */
async function openShop() {
  const { db, ids, takeIn } = await openPipeline();
  const orders = makeOrders(4, (index) => ({
    buyer: stable(`buyer_${names[index]}`),
    items: [makeItem({ title: '青釉杯' })],
    carrier: index < 2 ? '中通快递' : '顺丰速运',
    placedAt: at(-5),
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: at(-4) }));
  const shopId = state.shopId!;
  const id = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await ids.of(shopId, stable(`buyer_${name}`)))!] as const)),
  ) as Record<(typeof names)[number], string>;
  /** It came broken, and was settled. */
  const trouble = async (name: (typeof names)[number], day: number) => {
    const workOrderId = `${name} ${day}`;
    const { orderId } = orders[names.indexOf(name)]!;
    await openWorkOrder(
      db,
      makeNewWorkOrder({ workOrderId, shopId, customerId: id[name], orderId, from: 'order' }),
      at(day),
    );
    await noteWorkOrder(db, { kind: 'workOrderLabelled', workOrderId, labelId: 'damaged' }, at(day));
    for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
      await noteWorkOrder(db, { kind, workOrderId }, at(day) + 1000);
  };
  const mend = async (day: number, carrier: string | null = null, mendId = 'm1') =>
    await recordMend(
      db,
      { mendId, shopId, cause: { article: '青釉杯', labelId: 'damaged', carrier }, mendedAt: at(day), by: '小李' },
      at(day),
    );
  /** As they are counted now, the next hour each time. */
  let counted = at(20);
  const mends = async () => {
    counted += HOUR_MS;
    await countMended(db, counted);
    return await readMends(db);
  };
  return { db, id, trouble, mend, mends };
}

describe('a cause that was mended', () => {
  test('names whom to tell, by whom and when, until they were told; an undo takes that back', async () => {
    const { db, id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await trouble('celia', 1);
    expect(await mends()).toEqual([]);
    await mend(3);
    const [state] = await mends();
    expect(state).toMatchObject({ by: '小李', mendedAt: at(3), told: [], recurrences: 0, lastAt: null });
    expect(state!.toTell.toSorted()).toEqual([id.anna, id.celia].toSorted());

    const told = await recordMendTold(db, { mendId: 'm1', customerId: id.anna }, at(4));
    expect(await mends()).toMatchObject([{ toTell: [id.celia], told: [id.anna] }]);
    // To tell somebody is to turn to them.
    expect(await db.events.where('kind').equals('contact').count()).toBe(1);
    await undoEvents(db, told, at(4));
    expect((await mends())[0]!.toTell).toHaveLength(2);
  });

  test('presses as long as somebody is to be told', async () => {
    const { db, id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await mend(3);
    await mends();
    const desk = await readServiceDesk(db, at(3));
    expect([untoldMends(desk).length, countPressing(desk, at(3))]).toEqual([1, 1]);
    expect(desk.customers.get(id.anna)!.display).toBe('buyer_anna');
    await recordMendTold(db, { mendId: 'm1', customerId: id.anna }, at(4));
    expect(countPressing(await readServiceDesk(db, at(4)), at(4))).toBe(0);
  });

  test('counts what comes again, and to whom it came it is not said to be mended', async () => {
    const { id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await trouble('bella', 1);
    await mend(3);
    await trouble('anna', 5);
    await trouble('dora', 6);
    expect(await mends()).toMatchObject([{ recurrences: 2, lastAt: at(6), toTell: [id.bella] }]);
  });

  test('of one carrier is about what that carrier brought', async () => {
    const { id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await trouble('celia', 1);
    await mend(3, 'zto');
    await trouble('dora', 4);
    expect(await mends()).toMatchObject([{ toTell: [id.anna], recurrences: 0 }]);
  });

  test('mended anew counts from then on', async () => {
    const { id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await mend(3);
    await trouble('bella', 5);
    await mend(7, null, 'm2');
    const states = await mends();
    expect(states).toMatchObject([{ mendId: 'm2', recurrences: 0 }]);
    expect(states[0]!.toTell.toSorted()).toEqual([id.anna, id.bella].toSorted());
  });

  test('is not told to who asked for quiet', async () => {
    const { db, id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await recordDoNotDisturb(db, { customerId: id.anna, isOn: true }, at(1));
    await mend(3);
    expect((await mends())[0]!.toTell).toEqual([]);
  });

  test('is not told to whom something is still owed', async () => {
    const { db, id, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    await trouble('bella', 1);
    await mend(3);
    await mends();
    await noteWorkOrder(db, { kind: 'workOrderReopened', workOrderId: 'anna 0' }, at(4));
    expect((await readServiceDesk(db, at(4))).mends).toMatchObject([{ toTell: [id.bella] }]);
  });

  test('is counted once an hour: in between the desk goes through no cases and no orders', async () => {
    const { db, trouble, mend } = await openShop();
    await trouble('anna', 0);
    await mend(3);
    await countMended(db, at(4));
    await trouble('bella', 4);
    await countMended(db, at(4) + HOUR_MS - 1);
    expect(await readMends(db)).toMatchObject([{ recurrences: 0 }]);
    await countMended(db, at(4) + HOUR_MS);
    expect(await readMends(db)).toMatchObject([{ recurrences: 1 }]);
  });

  test('is said no more once that is taken back, and leaves nothing behind', async () => {
    const { db, trouble, mend, mends } = await openShop();
    await trouble('anna', 0);
    const eventId = await mend(3);
    expect(await mends()).toHaveLength(1);
    await undoEvents(db, [eventId], at(4));
    expect(await readMends(db)).toEqual([]);
    await mends();
    expect(await db.mendedTroubles.count()).toBe(0);
  });
});
