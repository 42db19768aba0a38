import { describe, expect, test } from 'vitest';
import type { NumberedRule } from '../../../../lib/model/own-numbers.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { recordContact, undoEvent, undoEvents } from '../../../../lib/pipeline/record-event.ts';
import { readCalendar } from '../../../../lib/views/actions/calendar.ts';
import { readPlaybookBoard } from '../../../../lib/views/actions/playbook-board.ts';
import { readShopMeasures } from '../../../../lib/views/shops/shop-measures.ts';
import { recordMoment, recordShopPractice } from '../../../../lib/pipeline/record-practice.ts';
import { recordOwnNumbers } from '../../../../lib/pipeline/record-numbers.ts';
import { openWorkOrder } from '../../../../lib/pipeline/record-work-order.ts';
import { playbooks } from '../../../../lib/rules/playbooks.ts';
import { refusedPlaybooks } from '../../../../lib/rules/practice.ts';
import { readContactEffects } from '../../../../lib/views/actions/contact-effects.ts';
import { readTasks } from '../../../../lib/views/actions/day-list.ts';
import { presetPractice } from '../../../../lib/views/actions/shop-practice.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { readServiceDesk } from '../../../../lib/views/service/service-desk.ts';
import { noNumbers, readOwnNumbers } from '../../../../lib/views/shops/number-changes.ts';
import { ownPlaybooks } from '../../../../lib/views/shops/own-numbers.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

/** One regular who came 45 and 46 days ago is silent; others came of late. */
async function openShop() {
  const { db, takeIn } = await openPipeline();
  const days = [45, 46, 5, 1];
  const orders = makeOrders(days.length, (at) => ({
    buyer: stable(at < 2 ? 'silent' : `newcomer ${at}`),
    placedAt: now - days[at]! * DAY_MS,
    amountFen: 10_000,
    status: 'completed',
    items: [makeItem({ unitPriceFen: 10_000 })],
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const shopId = state.shopId!;
  const customerId = state.buyers.find(({ orderIds }) => orderIds.includes(orders[0]!.orderId))!.customerId!;
  return {
    db,
    shopId,
    customerId,
    set: async (rule: NumberedRule, numbers: Record<string, number>, at = now) =>
      (await recordOwnNumbers(db, [{ shopId, rule, numbers }], at))[0]!,
    wake: async () => (await readTasks(db, shopId, 'wake', now, 10)).tasks,
    card: () => readCustomerView(db, shopId, customerId, now),
  };
}
const silentWake: NumberedRule = { what: 'playbook', id: 'silent-wake' };

describe('a shop’s own numbers of a playbook', () => {
  test('hold on the list and on the card, in what is given and what is said, until they are taken back', async () => {
    const { db, shopId, set, wake, card } = await openShop();
    const offerNow = async () => [
      (await wake())[0]?.offer,
      (await card()).suggestions.find(({ playbook }) => playbook.id === 'silent-wake')?.offer,
    ];
    const shipped = { kind: 'coupon', thresholdFen: 5_000, faceValueFen: 2_000, validDays: 7 };
    expect(await offerNow()).toEqual([shipped, shipped]);
    const eventId = await set(silentWake, { 'offer.faceValueFen': 2_500, withinDays: 3 });
    const own = { ...shipped, faceValueFen: 2_500 };
    expect(await offerNow()).toEqual([own, own]);
    expect((await wake())[0]?.playbook.withinDays).toBe(3);
    expect((await readOwnNumbers(db, shopId)).playbooks).toEqual({
      'silent-wake': { 'offer.faceValueFen': 2_500, withinDays: 3 },
    });
    await undoEvent(db, eventId, now);
    expect(await offerNow()).toEqual([shipped, shipped]);
  });

  test('decide who is on the list, and for how long nobody is turned to again', async () => {
    const { db, customerId, set, wake } = await openShop();
    const contact = makeContact({ customerId, playbookId: 'silent-wake', isOffer: true });
    await recordContact(db, contact, now - 40 * DAY_MS);
    const ids = async () => (await wake()).map(({ playbook }) => playbook.id);
    expect(await ids()).toEqual(['silent-wake']);
    await set(silentWake, { 'due.everyDays': 200 });
    expect(await ids()).not.toContain('silent-wake');
    await set(silentWake, {});
    expect(await ids()).toEqual(['silent-wake']);
  });

  test('say for how long it stays off the card, counted from what was done before they were set', async () => {
    const { db, customerId, set, card } = await openShop();
    const right = { what: 'playbook', id: 'returning-right' } as const;
    const rests = async () => {
      const because = (await card()).heldBack.find(({ playbook }) => playbook.id === right.id)?.because;
      return because?.guard === 'notAgainYet' ? because : null;
    };
    await recordContact(db, makeContact({ customerId, playbookId: right.id }), now - 40 * DAY_MS);
    expect(await rests()).toBeNull();
    const eventId = await set(right, { restDays: 60 });
    expect(await rests()).toMatchObject({ everyDays: 60, daysAgo: 40 });
    await undoEvent(db, eventId, now);
    expect(await rests()).toBeNull();
    await recordContact(db, makeContact({ customerId, playbookId: right.id }), now - 5 * DAY_MS);
    expect(await rests()).toMatchObject({ everyDays: 30, daysAgo: 5 });
    await set(right, { restDays: 5 });
    expect(await rests()).toBeNull();
  });

  test('set how far customers are on a goal of the shop, which stands on the card while its playbook is on', async () => {
    const { db, shopId, set, card } = await openShop();
    const goals = async () => (await card()).goals.map(({ done, missing }) => [done, missing]);
    expect(await goals()).toEqual([]);
    await recordShopPractice(db, { shopId, practice: { ...presetPractice, playbooks: { 'month-goal': true } } }, now);
    expect(await goals()).toEqual([[0, 300_000]]);
    await set({ what: 'playbook', id: 'month-goal' }, { 'goal.fen': 500_000 });
    expect(await goals()).toEqual([[0, 500_000]]);
  });

  test('stand in the calendar, count on the board, and raise the least that others are offered', async () => {
    const { db, shopId, set, wake } = await openShop();
    const [startAt, endAt] = [now + 5 * DAY_MS, now + 6 * DAY_MS];
    const moment = { momentId: 'm', kind: 'memberDay' as const, name: '会员日', startAt, endAt };
    await recordMoment(db, { shopId, moment }, now);
    const offered = async () =>
      (await readCalendar(db, shopId, now, 7)).occasions.find(({ occasion }) => occasion.id === 'm')?.playbook?.offer;
    const board = async () =>
      (await readPlaybookBoard(db, await readShopMeasures(db, shopId, now), 30, now)).get('silent-wake')?.due;
    expect([await offered(), await board()]).toEqual([{ kind: 'rate', rate: 0.85 }, 1]);
    await set({ what: 'playbook', id: 'member-day' }, { 'offer.rate': 0.8 });
    expect(await offered()).toEqual({ kind: 'rate', rate: 0.8 });
    // New customers are given more than the silent: nobody old is put on the list for less, nor counted.
    await set({ what: 'playbook', id: 'first-repeat' }, { 'offer.faceValueFen': 3_000 });
    expect((await wake()).map(({ playbook }) => playbook.id)).not.toContain('silent-wake');
    expect(await board()).toBe(0);
  });

  test('of another shop change nothing here', async () => {
    const { db, wake } = await openShop();
    await recordOwnNumbers(db, [{ shopId: 'other', rule: silentWake, numbers: { 'offer.faceValueFen': 100 } }], now);
    expect((await wake())[0]?.offer).toMatchObject({ faceValueFen: 2_000 });
  });

  test('leave what was given before as it was', async () => {
    const { db, shopId, customerId, set } = await openShop();
    const given = makeContact({ customerId, playbookId: 'silent-wake', how: 'noted', isOffer: true, coupon: null });
    await recordContact(db, given, now - 20 * DAY_MS);
    const days = async () => (await readContactEffects(db, shopId, now)).funnels[0]?.days;
    expect(await days()).toBe(7);
    await set(silentWake, { 'offer.validDays': 15 }, now - 10 * DAY_MS);
    expect(await days()).toBe(7);
    await recordContact(db, given, now - 5 * DAY_MS);
    expect(await days()).toBe(15);
  });
});

describe('limits of contacts', () => {
  test('hold a card and the list by the shop’s own', async () => {
    const { db, customerId, set, wake, card } = await openShop();
    await recordContact(db, makeContact({ customerId, playbookId: 'health-low' }), now - 30 * 3_600_000);
    expect(await wake()).toHaveLength(1);
    await set({ what: 'contactLimits' }, { minGapHours: 72 });
    expect(await wake()).toHaveLength(0);
    expect((await card()).heldBack.find(({ playbook }) => playbook.id === 'silent-wake')?.because).toMatchObject({
      guard: 'contactedRecently',
      limit: 'minGapHours',
      allowed: 72,
    });
  });
});

describe('minutes of a clock', () => {
  test('hold for what begins after they were set: what began before keeps its own', async () => {
    const { db, shopId, set } = await openShop();
    const order = (workOrderId: string, at: number) =>
      openWorkOrder(db, makeNewWorkOrder({ workOrderId, shopId, orderId: workOrderId, labelId: 'damaged' }), at);
    await order('before', now - 60_000);
    await set({ what: 'clock', id: 'complaintReply' }, { minutes: 30 });
    await order('after', now + 60_000);
    const { workOrders } = await readServiceDesk(db, now + 120_000);
    const minutes = workOrders.map(({ order: { id, startedAt }, clocks }) => {
      const reply = clocks.find(({ ruleId }) => ruleId === 'complaintReply')!;
      return [id, (reply.dueAt - startedAt) / 60_000];
    });
    expect(Object.fromEntries(minutes)).toEqual({ before: 60, after: 30 });
  });
});

describe('what is refused, and leaves nothing behind', () => {
  const refusals: [why: string, rule: NumberedRule, numbers: Record<string, number>, told: RegExp][] = [
    ['a number beyond its range', silentWake, { withinDays: 0 }, /outOfRange/],
    ['a number that the playbook does not have', silentWake, { 'offer.rate': 0.5 }, /unknown/],
    [
      'quiet hours that begin later than messages may go out',
      { what: 'contactLimits' },
      { quietFromHour: 22 },
      /8:00–21:00/,
    ],
    ['a gap shorter than gateways take', { what: 'contactLimits' }, { minGapHours: 1 }, /24/],
    ['a clock slower than what JD measures', { what: 'clock', id: 'complaintClose' }, { minutes: 1_441 }, /1 to 1440/],
    ['a clock that there is not', { what: 'clock', id: 'nobody' }, { minutes: 5 }, /id of a clock/],
    ...refusedPlaybooks.map(({ id }): [string, NumberedRule, Record<string, number>, RegExp] => [
      `what is refused as advice (${id})`,
      { what: 'playbook', id },
      { withinDays: 3 },
      /id of a playbook/,
    ]),
  ];
  test('of several numbers given at once, all: none is kept because the others would be allowed', async () => {
    const { db, shopId } = await openShop();
    const clocks = [
      ['complaintReply', 30],
      ['complaintClose', 1_441],
      ['complaintAct', 600],
    ] as const;
    const all = clocks.map(([id, minutes]) => ({ shopId, rule: { what: 'clock' as const, id }, numbers: { minutes } }));
    await expect(recordOwnNumbers(db, all, now)).rejects.toThrow(/complaintClose/);
    expect(await readOwnNumbers(db, shopId)).toEqual(noNumbers);
    const eventIds = await recordOwnNumbers(db, [all[0]!, all[2]!], now);
    expect((await readOwnNumbers(db, shopId)).clocks).toEqual({ complaintReply: 30, complaintAct: 600 });
    await undoEvents(db, eventIds, now);
    expect(await readOwnNumbers(db, shopId)).toEqual(noNumbers);
  });

  test.each(refusals)('%s', async (_, rule, numbers, why) => {
    const { db, set } = await openShop();
    await expect(set(rule, numbers)).rejects.toThrow(why);
    expect(await db.events.where('kind').equals('numbersSet').count()).toBe(0);
  });
});

test('numbers that another version allowed leave a playbook as it ships', () => {
  const own = { ...noNumbers, playbooks: { 'silent-wake': { 'offer.faceValueFen': -5 }, gone: { withinDays: 3 } } };
  expect(ownPlaybooks(own).map(({ offer }) => offer)).toEqual(playbooks.map(({ offer }) => offer));
});
