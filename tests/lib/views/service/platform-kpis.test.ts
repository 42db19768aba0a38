import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../../lib/model/capture.ts';
import { dayOf, startOfDay } from '../../../../lib/model/shanghai-time.ts';
import { noteWaiting } from '../../../../lib/pipeline/note-waiting.ts';
import { noteWorkOrder, openWorkOrder, recordServiceSettings } from '../../../../lib/pipeline/record-work-order.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { readPlatformKpis } from '../../../../lib/views/service/platform-kpis.ts';
import { presetServiceSettings, readServiceSettings } from '../../../../lib/views/service/service-settings.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeCustomerId } from '../../../support/make-history.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const NOW = Date.parse('2026-11-10T20:00:00+08:00');
const FIRST = dayOf(Date.parse('2026-11-01T12:00:00+08:00'));

async function openShop(platform: 'jd' | 'taobao' = 'jd') {
  const db = openTestDatabase();
  await db.shops.add({ shopId: 'shop', platform, hints: [], name: null });
  const chatDay = (day: number) =>
    db.captures.put({
      id: `shop|chat|${day}`,
      shopId: 'shop',
      page: 'chat',
      day,
      firstAt: startOfDay(day),
      lastAt: startOfDay(day),
      newOrders: 0,
      changedOrders: 0,
      rejects: {},
    });
  const read = async (id: string) => (await readPlatformKpis(db, 'shop', NOW)).find(({ kpi }) => kpi.id === id)!;
  return { db, chatDay, read };
}

describe('what a platform measures', () => {
  test('of its chats is counted from the times that the chats showed, each turn once', async () => {
    const { db, chatDay, read } = await openShop();
    for (let day = 0; day < 10; day += 1) {
      await chatDay(FIRST + day);
      for (let person = 1; person <= 4; person += 1) {
        const since = startOfDay(FIRST + day) + 10 * HOUR;
        const messages: ChatMessage[] = [
          { from: 'buyer', text: '东西碎了', at: since },
          { from: 'seller', text: '马上补发', at: since + (person === 4 ? 9 : 1) * MINUTE },
        ];
        const who = { shopId: 'shop', customerId: makeCustomerId(person) };
        for (const seen of [12, 13]) await noteWaiting(db, who, messages, since + seen * MINUTE);
      }
    }
    expect(await read('jdThreeMinutes')).toMatchObject({
      value: 0.75,
      counted: 40,
      hits: 30,
      seenDays: 10,
      missing: null,
    });
    expect((await db.waits.get(makeCustomerId(1)))!.turns).toHaveLength(10);
  });

  test('of work orders is counted from the log', async () => {
    const { db, read } = await openShop();
    for (let index = 0; index < 20; index += 1) {
      const openedAt = startOfDay(FIRST + (index % 8)) + 10 * HOUR;
      const workOrderId = `w${index}`;
      await openWorkOrder(
        db,
        makeNewWorkOrder({ workOrderId, orderId: `31880000${index + 1000}`, from: 'order' }),
        openedAt,
      );
      if (index % 4 === 0) continue;
      for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
        await noteWorkOrder(db, { kind, workOrderId }, openedAt + 5 * HOUR);
    }
    expect(await read('jdClosure')).toMatchObject({ value: 0.75, counted: 20, missing: null });
  });

  test('of a shop on Taobao is Taobao’s, and of chats that are outside the browser nothing', async () => {
    const { db, read } = await openShop('taobao');
    expect(await read('jdThreeMinutes')).toBeUndefined();
    expect(await read('taobaoThreeMinutes')).toMatchObject({ value: null, missing: { because: 'nothingSeen' } });
    expect(await readPlatformKpis(db, 'nobody', NOW)).toEqual([]);
  });

  test('has the shop’s own target until it is taken back', async () => {
    const { db, read } = await openShop();
    const settings = { ...presetServiceSettings, kpiTargets: { jdThreeMinutes: 0.8 } };
    const eventId = await recordServiceSettings(db, { shopId: 'shop', settings }, NOW);
    expect(await readServiceSettings(db, 'shop')).toEqual(settings);
    expect((await read('jdThreeMinutes')).kpi.target).toBe(0.8);
    await undoEvent(db, eventId, NOW);
    expect((await read('jdThreeMinutes')).kpi.target).toBe(0.9);
  });
});

test('a case that was seen open and then ended keeps between which looks it was', async () => {
  const { db, takeIn } = await openPipeline();
  const show = (status: 'open' | 'refunded', observedAt: number) =>
    takeIn(makeReport([], { page: 'after-sale-list', observedAt, afterSales: [makeAfterSale({ status })] }));
  await show('open', NOW - 9 * HOUR);
  await show('refunded', NOW - 2 * HOUR);
  await show('refunded', NOW - HOUR);
  const [record] = await db.afterSales.toArray();
  expect(record!.endedBetween).toEqual([NOW - 9 * HOUR, NOW - 2 * HOUR]);
});
