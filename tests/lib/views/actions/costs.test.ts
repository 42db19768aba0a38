import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../../../lib/model/event.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { takeCosts } from '../../../../lib/pipeline/take-costs.ts';
import { readCostBook, readCostLists } from '../../../../lib/views/actions/costs.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const listOf = (listId: string, costFen: number, shopId = 'jd:shop') => ({
  listId,
  shopId,
  fileName: '成本.csv',
  costs: [{ skuId: '1001', title: null, costFen }],
});
const item = { skuId: '1001', title: '' };

describe('lists of costs', () => {
  test('are taken once, however often the message comes', async () => {
    const db = openTestDatabase();
    const eventId = await takeCosts(db, listOf('one', 500), now);
    expect(await takeCosts(db, listOf('one', 500), now + 1)).toBe(eventId);
    expect(eventSchema.safeParse((await db.events.toArray())[0]).success).toBe(true);
    expect(await readCostLists(db, 'jd:shop')).toEqual([{ listId: 'one', eventId, takenAt: now, articles: 1 }]);
  });

  test('lie one over the other, and an undo brings back the one below', async () => {
    const db = openTestDatabase();
    expect(await readCostBook(db, 'jd:shop')).toBeNull();
    await takeCosts(db, listOf('one', 500), now);
    const second = await takeCosts(db, listOf('two', 700), now + 1);
    expect((await readCostBook(db, 'jd:shop'))!.costOf(item)).toBe(700);
    await undoEvent(db, second, now + 2);
    expect((await readCostBook(db, 'jd:shop'))!.costOf(item)).toBe(500);
    expect(await readCostBook(db, 'jd:other')).toBeNull();
  });
});

test('a card tells the margin of what the customer bought, and holds back what would go under cost', async () => {
  const { db, takeIn } = await openPipeline();
  const orders = makeOrders(2, (index) => ({
    buyer: stable('regular'),
    placedAt: now - (45 + 30 * index) * DAY_MS,
    status: 'completed',
    items: [makeItem({ skuId: '1001' })],
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const card = () => readCustomerView(db, state.shopId!, state.buyers[0]!.customerId!, now);
  expect((await card()).suggestions[0]).toMatchObject({ playbook: { id: 'silent-wake' }, margin: null });
  await takeCosts(db, listOf('one', 6_000, state.shopId!), now);
  expect((await card()).suggestions[0]).toMatchObject({
    margin: { beforeFen: 4_000, afterFen: 2_000, coverage: 1 },
  });
  await takeCosts(db, listOf('two', 8_500, state.shopId!), now + 1);
  expect((await card()).heldBack[0]).toMatchObject({
    playbook: { id: 'silent-wake' },
    because: { guard: 'marginFloor', beforeFen: 1_500, afterFen: -500 },
  });
});
