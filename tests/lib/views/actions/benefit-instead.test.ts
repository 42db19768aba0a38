/** A coupon under two per cent of the basket gives way to a right that the shop has, on the card and on the list alike. */
import { describe, expect, test } from 'vitest';
import { notedNow } from '../../../../components/today/noted-now.ts';
import type { Trial } from '../../../../lib/model/trial.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { startTrial } from '../../../../lib/pipeline/run-trials.ts';
import { openShopLinter } from '../../../../lib/pipeline/shop-linter.ts';
import { recordShopPractice } from '../../../../lib/pipeline/record-practice.ts';
import { readJobCounts, readTasks } from '../../../../lib/views/actions/day-list.ts';
import { presetPractice } from '../../../../lib/views/actions/shop-practice.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeTrial } from '../../../support/make-trial.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = Date.parse('2026-08-06T10:00:00+08:00');

/** All customers take part: half of them each. */
const twoWordings = [
  { armId: 'a' as const, share: 0.5, coupon: null, wording: '好久不见' },
  { armId: 'b' as const, share: 0.5, coupon: null, wording: '想起您了' },
] satisfies Trial['arms'];

/** A regular with baskets of 2,000 yuan came 40 days ago, another customer yesterday. */
async function openShop() {
  const { db, ids, takeIn } = await openPipeline();
  const orders = makeOrders(3, (index) => ({
    buyer: stable(index < 2 ? 'big_buyer' : 'other'),
    amountFen: 200_000,
    items: [makeItem({ unitPriceFen: 200_000 })],
    placedAt: NOW - (index === 2 ? 1 : 40 + index) * DAY_MS,
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: NOW }));
  const shopId = state.shopId!;
  const customerId = (await ids.of(shopId, stable('big_buyer')))!;
  const isIt = ({ playbook }: { playbook: { id: string } }) => playbook.id === 'silent-wake';
  return {
    db,
    shopId,
    customerId,
    onCard: async () => {
      const { suggestions, heldBack } = await readCustomerView(db, shopId, customerId, NOW);
      return { suggestion: suggestions.find(isIt), because: heldBack.find(isIt)?.because };
    },
    onList: async () => (await readTasks(db, shopId, 'wake', NOW, 10)).tasks.filter(isIt),
    listed: async () => (await readJobCounts(db, shopId, NOW)).wake.due,
    has: async (...benefits: string[]) =>
      await recordShopPractice(db, { shopId, practice: { ...presetPractice, benefits } }, NOW),
  };
}

test('a right of the shop stands on the card, is noted, rests, and comes back with an undo', async () => {
  const { db, customerId, onCard, has } = await openShop();
  expect((await onCard()).suggestion).toMatchObject({ offer: null, instead: { benefit: { id: 'priority-reply' } } });

  await has('custom-gift');
  const { suggestion } = await onCard();
  expect(suggestion!.instead!.benefit.id).toBe('custom-gift');

  const done = await recordContact(db, notedNow(customerId, suggestion!), NOW - 1000);
  expect(await db.events.get(done)).toMatchObject({ contact: { isOffer: false, benefitId: 'custom-gift' } });
  expect((await onCard()).because).toMatchObject({ guard: 'notAgainYet' });
  await undoEvent(db, done, NOW);
  expect((await onCard()).suggestion!.instead!.benefit.id).toBe('custom-gift');

  await has();
  expect((await onCard()).because).toMatchObject({ guard: 'tooSmall' });
});

describe('on the list of the day', () => {
  test('stands the same right as on the card, without a coupon, and is noted as the right that it is', async () => {
    const { db, customerId, onCard, onList, listed } = await openShop();
    const [task] = await onList();
    expect(task).toMatchObject({ offer: null, existing: null, margin: null });
    expect(task!.instead).toEqual((await onCard()).suggestion!.instead);
    expect(await listed()).toBe(1);

    const done = await recordContact(db, notedNow(customerId, task!), NOW - 1000);
    expect(await db.events.get(done)).toMatchObject({ contact: { isOffer: false, benefitId: 'priority-reply' } });
    expect(await onList()).toEqual([]);
    await undoEvent(db, done, NOW);
    expect(await onList()).toHaveLength(1);
  });

  test('stands the one that was given longest ago, however long ago that was', async () => {
    const { db, customerId, onCard, onList, has } = await openShop();
    await has('priority-reply', 'first-pick');
    const given = makeContact({ customerId, playbookId: 'high-value-service', benefitId: 'priority-reply' });
    await recordContact(db, given, NOW - 500 * DAY_MS);
    const [task] = await onList();
    expect(task!.instead!.benefit.id).toBe('first-pick');
    expect(task!.instead).toEqual((await onCard()).suggestion!.instead);
  });

  test('stands the next playbook where the shop has no right', async () => {
    const { onCard, onList, has } = await openShop();
    await has();
    expect(await onList()).toEqual([]);
    expect((await onCard()).because).toMatchObject({ guard: 'tooSmall' });
  });

  test('stands no right for whoever takes part in a trial of the playbook', async () => {
    const { db, shopId, onCard, onList } = await openShop();
    await startTrial(db, openShopLinter(db), makeTrial({ shopId, arms: twoWordings }), NOW);
    expect((await onCard()).because).toMatchObject({ guard: 'tooSmall' });
    expect(await onList()).toEqual([]);
  });
});
