import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { settlePromise } from '../../../../lib/pipeline/record-work-order.ts';
import { contactLimits } from '../../../../lib/rules/playbooks.ts';
import { readAssessments } from '../../../../lib/views/customers/buyers-view.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { readDataAsOf } from '../../../../lib/views/data-as-of.ts';
import type { AfterSale } from '../../../../lib/model/after-sale.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { PLACED_AT, makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = PLACED_AT + 35 * DAY_MS;

/** A shop in which `wd_sunshine` bought twice, 30 days apart, and others once. */
async function openShop() {
  const pipeline = await openPipeline();
  const orders = makeOrders(6, (index) => ({
    buyer: stable(index < 2 ? 'wd_sunshine' : `buyer_${index}`),
    placedAt: PLACED_AT - (index === 0 ? 30 * DAY_MS : 0),
  }));
  const { state } = await pipeline.takeIn(makeReport(orders, { observedAt: now }));
  const shopId = state.shopId!;
  const customerId = (await pipeline.ids.of(shopId, stable('wd_sunshine')))!;
  return {
    ...pipeline,
    orders,
    shopId,
    customerId,
    view: () => readCustomerView(pipeline.db, shopId, customerId, now),
  };
}

describe('the card of a customer', () => {
  test('holds who they are, what they bought, newest first, and since when we know', async () => {
    const { view, customerId, orders } = await openShop();
    const shown = await view();
    expect(shown).toMatchObject({
      customerId,
      platform: 'jd',
      display: 'wd_sunshine',
      quality: 'stable',
      // The orders of the page that was seen today reach back so far.
      coverage: { startDay: dayOf(PLACED_AT - 30 * DAY_MS) },
    });
    expect(shown.orders.map(({ orderId }) => orderId)).toEqual([orders[1]!.orderId, orders[0]!.orderId]);
    expect(shown.metrics).toMatchObject({ purchaseCount: 2, recencyDays: 35, netSpendFen: 20_000 });
  });

  test('counts the contacts of seven days beside their cap, and names what was promised and not yet kept', async () => {
    const { db, view, customerId } = await openShop();
    const promise = { what: 'dispatch' as const, dueAt: now + 3_600_000 };
    await recordContact(db, makeContact({ customerId }), now - 8 * DAY_MS);
    const kept = await recordContact(db, makeContact({ customerId, promise }), now - 2 * DAY_MS);
    await recordContact(db, makeContact({ customerId, promise: { ...promise, dueAt: now + 60_000 } }), now - DAY_MS);
    const shown = await view();
    expect(shown.contactsOf7Days).toEqual({ made: 2, allowed: contactLimits.contactsPer7Days });
    expect(shown.openPromises.map(({ dueAt }) => dueAt)).toEqual([now + 60_000, now + 3_600_000]);
    await settlePromise(db, { promiseId: kept, outcome: 'kept' }, now);
    expect((await view()).openPromises.map(({ dueAt }) => dueAt)).toEqual([now + 60_000]);
  });

  test('says the tier, the suggestion and its reasons', async () => {
    const shown = await (await openShop()).view();
    expect(shown.tiers[0]!.tier.id).toBe('silent');
    expect(shown.suggestions[0]).toMatchObject({ playbook: { id: 'silent-wake' }, discount: { savedFen: 2_000 } });
    expect(shown.suggestions[0]!.evidence.length).toBeGreaterThan(0);
    expect(shown.rfm).toBeNull();
  });

  test('lets go what is of use there alone once it was noted as done, and has it back after an undo', async () => {
    const { db, view, customerId } = await openShop();
    const isOnCard = async () => (await view()).suggestions.some(({ playbook }) => playbook.id === 'first-order');
    await db.orders.clear();
    expect(await isOnCard()).toBe(true);
    const eventId = await recordContact(db, makeContact({ customerId, playbookId: 'first-order', how: 'noted' }), now);
    expect(await isOnCard()).toBe(false);
    expect((await view()).heldBack.find(({ playbook }) => playbook.id === 'first-order')!.because).toMatchObject({
      guard: 'notAgainYet',
    });
    await undoEvent(db, eventId, now);
    expect(await isOnCard()).toBe(true);
  });

  test('says which guard held an offer back after a contact', async () => {
    const { db, view, customerId } = await openShop();
    await recordContact(
      db,
      makeContact({ customerId, how: 'filled', playbookId: 'birthday', isOffer: true }),
      now - 3_600_000,
    );
    const shown = await view();
    expect(shown.contacts).toMatchObject([{ playbookId: 'birthday', at: now - 3_600_000 }]);
    expect(shown.heldBack[0]).toMatchObject({
      playbook: { id: 'silent-wake' },
      because: { guard: 'contactedRecently', limit: 'minGapHours', actual: 1 },
    });
  });

  test('in the quiet hours suggests going to nobody who did not write just now', async () => {
    const { db, shopId, customerId } = await openShop();
    const atNight = now + 12 * 3_600_000;
    const guardsAt = async (isAwake: boolean) =>
      (await readCustomerView(db, shopId, customerId, atNight, isAwake)).heldBack.map(({ because }) => because.guard);
    expect(await guardsAt(false)).toContain('quietHours');
    expect(await guardsAt(true)).not.toContain('quietHours');
  });

  test('is right before the columns are computed', async () => {
    const { db, view } = await openShop();
    await db.patchLists.clear();
    expect((await view()).metrics).toMatchObject({ purchaseCount: 2 });
  });

  test('of a buyer in the chat without an order says that, and what to do', async () => {
    const { db, ids, shopId } = await openShop();
    const strangerId = (await ids.of(shopId, stable('stranger')))!;
    const shown = await readCustomerView(db, shopId, strangerId, now);
    expect(shown).toMatchObject({ platform: null, display: null, quality: 'stable', orders: [], tiers: [], rfm: null });
    expect(shown.suggestions.map(({ playbook }) => playbook.id)).toEqual(['first-order']);
  });

  test('knows nothing of a shop whose pages were never seen', async () => {
    const { db } = await openShop();
    expect((await readCustomerView(db, 'jd-elsewhere', 'ab'.repeat(16), now)).coverage.startDay).toBeNull();
  });

  test('puts an open after-sale first', async () => {
    const { takeIn, view, orders } = await openShop();
    const complaint = { ...orders[1]!, items: [makeItem({ afterSale: 'requested' })] };
    await takeIn(makeReport([complaint], { observedAt: now }));
    const shown = await view();
    expect(shown.suggestions[0]!.playbook.id).toBe('resolve-first');
    expect(shown.heldBack[0]!.because.guard).toBe('openComplaintFirst');
  });
});

test('several buyers at a glance are those whose profile is known', async () => {
  const { db, customerId } = await openShop();
  const assessments = await readAssessments(db, [customerId, 'nobody', ''], now);
  expect([...assessments.keys()]).toEqual([customerId]);
  expect(assessments.get(customerId)!.tiers[0]!.tier.id).toBe('silent');
});

test('the store is as fresh as the last page taken in, of that shop', async () => {
  const { db, takeIn, shopId } = await openShop();
  const other = makeOrders(1, () => ({ orderId: '3999999999999999' }));
  const later = now + DAY_MS;
  await takeIn(makeReport(other, { shopHints: [{ kind: 'account', value: 'shop_b' }], observedAt: later }));
  expect(await readDataAsOf(db, shopId)).toBe(now);
  expect(await readDataAsOf(db, null)).toBe(later);
  expect(await readDataAsOf(db, 'jd-elsewhere')).toBeNull();
});

describe('the cases of a customer', () => {
  const casesAt = (shop: Awaited<ReturnType<typeof openShop>>, cases: readonly AfterSale[]) =>
    shop.takeIn({ ...makeReport([], { page: 'after-sale-list', observedAt: now }), afterSales: [...cases] });

  test('that wait stand on the card, the oldest first, and are to be settled before an offer', async () => {
    const shop = await openShop();
    const [first, second] = shop.orders.map(({ orderId }) => orderId) as [string, string];
    await casesAt(shop, [
      makeAfterSale({ caseId: '4000000002', orderId: second, type: '换货', appliedAt: now - DAY_MS }),
      makeAfterSale({ caseId: '4000000001', orderId: first, type: '纠纷', appliedAt: now - 3 * DAY_MS }),
      makeAfterSale({ caseId: '4000000003', orderId: first, status: 'refunded' }),
    ]);
    const { openCases, metrics, heldBack } = await shop.view();
    expect(openCases.map(({ caseId, type }) => `${caseId} ${type}`)).toEqual(['4000000001 纠纷', '4000000002 换货']);
    expect(metrics.openAfterSales).toBe(2);
    expect(heldBack.map(({ because }) => because.guard)).toContain('openComplaintFirst');
  });

  test('count although their order was not seen, if they carry the buyer’s own id', async () => {
    const shop = await openShop();
    await casesAt(shop, [makeAfterSale({ orderId: '3400080000999999', buyer: stable('wd_sunshine') })]);
    const { openCases, metrics, heldBack } = await shop.view();
    expect(openCases).toMatchObject([{ orderId: '3400080000999999' }]);
    expect(metrics.openAfterSales).toBe(1);
    expect(heldBack.map(({ because }) => because.guard)).toContain('openComplaintFirst');
  });

  test('of another buyer are not theirs', async () => {
    const shop = await openShop();
    await casesAt(shop, [makeAfterSale({ orderId: shop.orders[4]!.orderId })]);
    expect((await shop.view()).openCases).toEqual([]);
  });
});
