/** A limit of the platform's coupon tool that the shop set holds wherever an offer is made, until it is taken back. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import type { NumberedRule } from '../../../../lib/model/own-numbers.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordOwnNumbers } from '../../../../lib/pipeline/record-numbers.ts';
import { readTasks } from '../../../../lib/views/actions/day-list.ts';
import { couponLimitsOf, limitAgainst } from '../../../../lib/views/actions/platform-limit.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { noNumbers, readOwnNumbers } from '../../../../lib/views/shops/number-changes.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const limits: NumberedRule = { what: 'couponLimits' };

/** One regular of a JD shop who came 45 and 46 days ago: a coupon of 20 yuan from 50 would wake them. */
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
  const card = async () => {
    const { suggestions, heldBack, couponLimits } = await readCustomerView(db, shopId, customerId, now);
    const isWake = ({ playbook }: { playbook: { id: string } }) => playbook.id === 'silent-wake';
    return { offer: suggestions.find(isWake)?.offer, because: heldBack.find(isWake)?.because, couponLimits };
  };
  return {
    db,
    shopId,
    card,
    set: async (rule: NumberedRule, numbers: Record<string, number>) =>
      (await recordOwnNumbers(db, [{ shopId, rule, numbers }], now))[0]!,
    list: async () => {
      const { tasks, beyondLimit } = await readTasks(db, shopId, 'wake', now, 10);
      return [tasks.length, beyondLimit];
    },
  };
}

describe('a limit that the shop set', () => {
  test('keeps the offer off the list and off the card, which says why, and an undo brings it back', async () => {
    const { db, set, card, list } = await openShop();
    expect([await list(), (await card()).offer]).toEqual([[1, 0], expect.objectContaining({ faceValueFen: 2_000 })]);
    const eventId = await set(limits, { mostFaceFen: 1_900 });
    expect(await list()).toEqual([0, 1]);
    const held = await card();
    expect([held.offer, held.because]).toMatchObject([
      undefined,
      { guard: 'platformLimit', limit: { zh: '面额最多 19 元', en: 'face value at most ¥19' } },
    ]);
    expect(held.couponLimits).toEqual({ mostFaceFen: 1_900 });
    await undoEvent(db, eventId, now);
    expect([await list(), (await card()).offer]).toEqual([[1, 0], expect.objectContaining({ faceValueFen: 2_000 })]);
  });

  test('that the offer keeps holds nothing back', async () => {
    const { set, list } = await openShop();
    await set(limits, { mostFaceFen: 2_000, mostValidDays: 7 });
    expect(await list()).toEqual([1, 0]);
    await set(limits, { mostFaceFen: 2_000, mostValidDays: 6 });
    expect(await list()).toEqual([0, 1]);
  });

  test('refuses numbers of a playbook beyond it; those that ship can always be put back', async () => {
    const { db, shopId, set, list } = await openShop();
    const wake: NumberedRule = { what: 'playbook', id: 'silent-wake' };
    await set(limits, { mostFaceFen: 2_100 });
    await expect(set(wake, { 'offer.faceValueFen': 2_500 })).rejects.toThrow('面额最多 21 元');
    await set(wake, { 'offer.faceValueFen': 2_100 });
    expect(await list()).toEqual([1, 0]);
    await set(limits, { mostFaceFen: 1_900 });
    await set(wake, {});
    expect(await list()).toEqual([0, 1]);
    expect((await readOwnNumbers(db, shopId)).playbooks).toEqual({ 'silent-wake': {} });
  });

  test('is the newest one of the shop, and one of another shop changes nothing here', async () => {
    const { db, shopId, set } = await openShop();
    await set(limits, { mostFaceFen: 1_900, mostValidDays: 30 });
    await set(limits, { mostFaceFen: 3_000 });
    expect((await readOwnNumbers(db, shopId)).couponLimits).toEqual({ mostFaceFen: 3_000 });
    expect(await readOwnNumbers(db, 'other')).toEqual(noNumbers);
  });

  test.each([
    ['what the platform does not limit', { faceStepFen: 100 }, /unknown/],
    ['less than can be', { mostFaceFen: 0 }, /outOfRange/],
    ['half a day', { mostValidDays: 1.5 }, /outOfRange/],
  ])('is refused of %s, and nothing is kept', async (_, numbers, told) => {
    const { db, set } = await openShop();
    await expect(set(limits, numbers)).rejects.toThrow(told);
    expect(await db.events.count()).toBe(0);
  });
});

test('of a shop whose platform is not known, and of what is no coupon, nothing is said', () => {
  const coupon = { kind: 'coupon', thresholdFen: 0, faceValueFen: 50, validDays: 7 } as const;
  expect(limitAgainst(coupon, null, {})).toBeNull();
  expect(limitAgainst({ kind: 'rate', rate: 0.8 }, 'taobao', {})).toBeNull();
  expect(limitAgainst(coupon, 'taobao', {})).toMatchObject({ zh: '面额和门槛要是 1 元的倍数' });
  expect(couponLimitsOf({ mostFaceFen: 100 }, null).every(({ certainty }) => certainty !== 'own')).toBe(true);
});
