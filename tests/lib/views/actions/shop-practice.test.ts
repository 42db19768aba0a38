import { describe, expect, test } from 'vitest';
import { startOfDay, dayOf, DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { eventSchema } from '../../../../lib/model/event.ts';
import {
  recordCustomerDate,
  recordCustomerDateRemoval,
  recordMoment,
  recordMomentRemoval,
  recordRight,
  recordShopPractice,
} from '../../../../lib/pipeline/record-practice.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import type { EventRecord } from '../../../../lib/store/database.ts';
import { readCalendar } from '../../../../lib/views/actions/calendar.ts';
import { readJobCounts, readTasks } from '../../../../lib/views/actions/day-list.ts';
import {
  customerDatesIn,
  presetPractice,
  readMoments,
  readRightHolders,
  readRights,
  readShopPractice,
  readWrittenDown,
} from '../../../../lib/views/actions/shop-practice.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import fc from '../../../support/fast-check.ts';
import { makeCustomerId } from '../../../support/make-history.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const now = Date.parse('2026-12-05T10:00:00+08:00');
const someone = makeCustomerId(1);

test('the register says whose an entry is, and of what nobody is known any more, nothing', async () => {
  const { db, takeIn } = await openPipeline();
  const { state } = await takeIn(makeReport(makeOrders(1, () => ({ buyer: stable('wd_sunshine') }))));
  const { customerId } = (await db.customers.toArray())[0]!;
  const shopId = state.shopId!;
  const owed = (rightId: string, whose: string) =>
    recordRight(
      db,
      { rightId, shopId, right: { what: 'referral', customerId: whose, rewardFen: 5_000, dueDay: dayOf(now) } },
      now,
    );
  await owed('known', customerId);
  await owed('gone', someone);
  await recordRight(
    db,
    { rightId: 'all', shopId, right: { what: 'longPromise', customerId: null, name: '包邮', yearlyFen: 100 } },
    now,
  );
  expect([...(await readRightHolders(db, await readRights(db, shopId)))]).toEqual([[customerId, 'wd_sunshine']]);
});

describe('what a shop decides', () => {
  test('holds as a whole, of its own shop alone, until it is undone', async () => {
    const db = openTestDatabase();
    const practice = { ...presetPractice, playbooks: { 'frequent-reward': true } };
    const first = await recordShopPractice(db, { shopId: 'one', practice }, now);
    await recordShopPractice(db, { shopId: 'other', practice: presetPractice }, now);
    expect(await readShopPractice(db, 'one')).toEqual(practice);
    await undoEvent(db, first, now);
    expect(await readShopPractice(db, 'one')).toEqual(presetPractice);
  });

  test('is refused where levels do not rise, days are no days, or a moment ends before it begins', async () => {
    const stamp = { id: 'a', device: 'd', at: now, logicalTime: 'x' };
    const accepts = (event: object) => eventSchema.safeParse({ ...stamp, ...event }).success;
    const level = (fromFen: number) => ({ name: '金卡', fromFen });
    const withLevels = (levels: object[]) => ({
      kind: 'shopPractice',
      shopId: 's',
      practice: { ...presetPractice, levels },
    });
    expect(accepts(withLevels([level(100), level(200)]))).toBe(true);
    expect(accepts(withLevels([level(200), level(200)]))).toBe(false);
    const birthday = (month: number, day: number) => ({
      kind: 'customerDateSet',
      customerId: someone,
      date: { what: 'birthday', month, day },
    });
    expect([accepts(birthday(2, 29)), accepts(birthday(13, 1)), accepts(birthday(1, 32))]).toEqual([
      true,
      false,
      false,
    ]);
    const moment = (startAt: number, endAt: number) => ({
      kind: 'momentSet',
      shopId: 's',
      moment: { momentId: 'm', kind: 'live', name: '场', startAt, endAt },
    });
    expect([accepts(moment(now, now + 1)), accepts(moment(now, now)), accepts(moment(now, now + 16 * DAY_MS))]).toEqual(
      [true, false, false],
    );
  });
});

test('a moment is changed under its id, and removed, and back after an undo', async () => {
  const db = openTestDatabase();
  const moment = { momentId: 'm', kind: 'launch' as const, name: '新品', startAt: now, endAt: now + 1000 };
  await recordMoment(db, { shopId: 'one', moment }, now);
  await recordMoment(db, { shopId: 'one', moment: { ...moment, name: '改名' } }, now);
  expect(await readMoments(db, 'one')).toEqual([{ ...moment, name: '改名' }]);
  const removal = await recordMomentRemoval(db, { shopId: 'one', momentId: 'm' }, now);
  expect(await readMoments(db, 'one')).toEqual([]);
  await undoEvent(db, removal, now);
  expect(await readMoments(db, 'one')).toHaveLength(1);
  expect(await readMoments(db, 'other')).toEqual([]);
});

test('of a birthday month and day are kept, and nothing once it is removed', async () => {
  const db = openTestDatabase();
  await recordCustomerDate(db, { customerId: someone, date: { what: 'birthday', month: 12, day: 8 } }, now);
  expect((await readWrittenDown(db, now)).handDates).toMatchObject({ birthdays: [[someone, { month: 12, day: 8 }]] });
  await recordCustomerDateRemoval(db, { customerId: someone, what: 'birthday' }, now);
  expect((await readWrittenDown(db, now)).handDates).toMatchObject({ birthdays: [], pointsExpiry: [] });
  expect(await readWrittenDown(openTestDatabase(), now)).toEqual({});
});

test('the days of a customer are the same in whatever order events are read', () => {
  const anyEvent = fc.oneof(
    fc.record({
      kind: fc.constant('customerDateSet'),
      date: fc.record({
        what: fc.constant('birthday'),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      }),
    }),
    fc.record({
      kind: fc.constant('customerDateSet'),
      date: fc.record({
        what: fc.constant('pointsExpiry'),
        day: fc.integer({ min: 20_000, max: 21_000 }),
        points: fc.option(fc.integer({ min: 1, max: 9_999 })),
      }),
    }),
    fc.record({ kind: fc.constant('customerDateRemoved'), what: fc.constantFrom('birthday', 'pointsExpiry') }),
    fc.record({ kind: fc.constant('undo'), eventId: fc.integer({ min: 0, max: 9 }).map(String) }),
  );
  const anyLog = fc.array(anyEvent, { maxLength: 10 }).chain((events) => {
    const log = events.map((event, at) => ({ ...event, id: String(at), customerId: someone, logicalTime: String(at) }));
    return fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }));
  });
  fc.assert(
    fc.property(anyLog, ([log, shuffled]) => {
      const read = (events: object[]) => customerDatesIn(events as EventRecord[]);
      expect(read(shuffled)).toEqual(read(log));
      expect(read([...log, ...log])).toEqual(read(log));
    }),
  );
});

/** Two active regulars, of 100 yuan unless told otherwise. */
async function openShop(secondFen = 10_000) {
  const { db, takeIn } = await openPipeline();
  const bought = [5, 40, 6, 41];
  const orders = makeOrders(4, (index) => ({
    buyer: stable(index < 2 ? 'first' : 'second'),
    placedAt: now - bought[index]! * DAY_MS,
    amountFen: index < 2 ? 10_000 : secondFen,
    items: [makeItem({ unitPriceFen: index < 2 ? 10_000 : secondFen })],
    status: 'completed',
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  return { db, shopId: state.shopId!, ids: state.buyers.map(({ customerId }) => customerId!) };
}

describe('the calendar of a shop', () => {
  test('has what comes, what it asks for, and how many customers that is about', async () => {
    const { db, shopId } = await openShop();
    const launch = {
      momentId: 'm',
      kind: 'launch' as const,
      name: '冬款',
      startAt: now + 2 * DAY_MS,
      endAt: now + 3 * DAY_MS,
    };
    await recordMoment(db, { shopId, moment: launch }, now);
    const { occasions, knownUntilDay } = await readCalendar(db, shopId, now, 14);
    expect(occasions.map(({ occasion, playbook, customers }) => [occasion.label.zh, playbook?.id, customers])).toEqual([
      ['双12', 'sale-preview', 2],
      ['冬款', 'launch-early-access', 2],
    ]);
    expect(knownUntilDay).toBeGreaterThan(dayOf(now) + 3000);
    const forAll = await readCalendar(db, null, now, 14);
    expect(forAll.occasions).toMatchObject([{ occasion: { label: { zh: '双12' } }, customers: null }]);
  });

  test('counts nobody who would be offered less than a new customer, as the list of that day does', async () => {
    const { db, shopId } = await openShop(30_000);
    const startAt = now + 2 * DAY_MS;
    const day = { momentId: 'm', kind: 'memberDay' as const, name: '每月八号', startAt, endAt: startAt + DAY_MS };
    await recordMoment(db, { shopId, moment: day }, now);
    const choices = { 'sale-preview': false };
    await recordShopPractice(db, { shopId, practice: { ...presetPractice, playbooks: choices } }, now);
    // 15 % off 100 yuan is less than the 20 that a first order gets; off 300 it is more.
    const { occasions } = await readCalendar(db, shopId, now, 14);
    expect(occasions.find(({ occasion }) => occasion.kind === 'memberDay')).toMatchObject({
      playbook: { id: 'member-day' },
      customers: 1,
    });
    const { tasks } = await readTasks(db, shopId, 'thank', startAt, 10);
    expect(tasks.filter(({ playbook }) => playbook.id === 'member-day')).toHaveLength(1);
  });

  test('says nothing of whom a livestream to come will have', async () => {
    const { db, shopId } = await openShop();
    const live = {
      momentId: 'm',
      kind: 'live' as const,
      name: '专场',
      startAt: now + DAY_MS,
      endAt: now + DAY_MS + 1000,
    };
    await recordMoment(db, { shopId, moment: live }, now);
    await recordShopPractice(db, { shopId, practice: { ...presetPractice, playbooks: { 'vip-live': false } } }, now);
    const [coming] = (await readCalendar(db, shopId, now, 14)).occasions;
    expect(coming).toMatchObject({ occasion: { kind: 'live' }, customers: null });
  });
});

test('festivals that are kept abroad count for a shop that sells there', async () => {
  const { db, shopId } = await openShop();
  const labels = async () =>
    (await readCalendar(db, shopId, now, 25)).occasions.map(({ occasion }) => occasion.label.zh);
  expect(await labels()).not.toContain('圣诞节');
  await recordShopPractice(db, { shopId, practice: { ...presetPractice, isAbroad: true } }, now);
  expect(await labels()).toContain('圣诞节');
});

describe('the list of the day follows the shop', () => {
  test('a birthday written down puts the customer on it, three days before', async () => {
    const { db, shopId, ids } = await openShop();
    await recordCustomerDate(db, { customerId: ids[0]!, date: { what: 'birthday', month: 12, day: 8 } }, now);
    const { tasks } = await readTasks(db, shopId, 'thank', now, 10);
    expect(tasks.map(({ playbook, customer }) => [playbook.id, customer.customerId])).toContainEqual([
      'birthday',
      ids[0],
    ]);
    const dayBefore = await readTasks(db, shopId, 'thank', now - DAY_MS, 10);
    expect(dayBefore.tasks.map(({ playbook }) => playbook.id)).not.toContain('birthday');
  });

  test('points that expire are told a week before, with what they come to; taken back, with nothing', async () => {
    const { db, shopId, ids } = await openShop();
    const date = { what: 'pointsExpiry' as const, day: dayOf(now) + 7, points: 1_250 };
    await recordCustomerDate(db, { customerId: ids[0]!, date: { ...date, points: null } }, now);
    const card = async () => {
      const view = await readCustomerView(db, shopId, ids[0]!, now);
      const isSuggested = view.suggestions.some(({ playbook }) => playbook.id === 'points-expiry');
      return { isSuggested, points: view.dates.pointsExpiry?.points ?? null, worth: view.pointsWorthFen };
    };
    expect(await card()).toEqual({ isSuggested: true, points: null, worth: null });
    const counted = await recordCustomerDate(db, { customerId: ids[0]!, date }, now);
    expect(await card()).toEqual({ isSuggested: true, points: 1_250, worth: 2_000 });
    const { tasks } = await readTasks(db, shopId, 'thank', now, 10);
    expect(tasks.map(({ playbook }) => playbook.id)).toContain('points-expiry');
    await undoEvent(db, counted, now);
    expect(await card()).toEqual({ isSuggested: true, points: null, worth: null });
    await recordCustomerDateRemoval(db, { customerId: ids[0]!, what: 'pointsExpiry' }, now);
    expect(await card()).toEqual({ isSuggested: false, points: null, worth: null });
  });

  test('a launch opens its playbook, and says which launch; turned off, it is gone', async () => {
    const { db, shopId } = await openShop();
    const startAt = startOfDay(dayOf(now) + 3);
    const moment = { momentId: 'm', kind: 'launch' as const, name: '冬款', startAt, endAt: startAt + DAY_MS };
    await recordShopPractice(
      db,
      { shopId, practice: { ...presetPractice, playbooks: { 'sale-preview': false } } },
      now,
    );
    expect((await readJobCounts(db, shopId, now)).thank.due).toBe(0);
    await recordMoment(db, { shopId, moment }, now);
    const { tasks } = await readTasks(db, shopId, 'thank', now, 10);
    expect(tasks.map(({ playbook }) => [playbook.id, playbook.occasion?.label.zh])).toEqual([
      ['launch-early-access', '冬款'],
      ['launch-early-access', '冬款'],
    ]);
    const off = { ...presetPractice, playbooks: { 'sale-preview': false, 'launch-early-access': false } };
    await recordShopPractice(db, { shopId, practice: off }, now);
    expect((await readJobCounts(db, shopId, now)).thank.due).toBe(0);
  });
});
