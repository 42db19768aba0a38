/** A coupon under two per cent of the basket gives way to a right that the shop has; it is noted as done, and an undo has it back. */
import { expect, test } from 'vitest';
import { notedNow } from '../../../../components/today/noted-now.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordShopPractice } from '../../../../lib/pipeline/record-practice.ts';
import { presetPractice } from '../../../../lib/views/actions/shop-practice.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = Date.parse('2026-08-06T10:00:00+08:00');

test('a right of the shop stands on the card, is noted, rests, and comes back with an undo', async () => {
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
  const wakeUp = async () => {
    const { suggestions, heldBack } = await readCustomerView(db, shopId, customerId, NOW);
    const isIt = ({ playbook }: { playbook: { id: string } }) => playbook.id === 'silent-wake';
    return { suggestion: suggestions.find(isIt), because: heldBack.find(isIt)?.because };
  };
  expect((await wakeUp()).suggestion).toMatchObject({ offer: null, instead: { benefit: { id: 'priority-reply' } } });

  await recordShopPractice(db, { shopId, practice: { ...presetPractice, benefits: ['custom-gift'] } }, NOW);
  const { suggestion } = await wakeUp();
  expect(suggestion!.instead!.benefit.id).toBe('custom-gift');

  const done = await recordContact(db, notedNow(customerId, suggestion!), NOW - 1000);
  expect(await db.events.get(done)).toMatchObject({ contact: { isOffer: false, benefitId: 'custom-gift' } });
  expect((await wakeUp()).because).toMatchObject({ guard: 'notAgainYet' });
  await undoEvent(db, done, NOW);
  expect((await wakeUp()).suggestion!.instead!.benefit.id).toBe('custom-gift');

  await recordShopPractice(db, { shopId, practice: { ...presetPractice, benefits: [] } }, NOW);
  expect((await wakeUp()).because).toMatchObject({ guard: 'tooSmall' });
});
