import { expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { recordContacts, undoEvents } from '../../../../lib/pipeline/record-event.ts';
import { readBatchResults, readContactEffects } from '../../../../lib/views/actions/contact-effects.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const sentAt = Date.parse('2026-08-06T10:00:00+08:00');
const coupon = { thresholdFen: 5_000, faceValueFen: 2_000, validDays: 7 };

/** Three silent regulars got a coupon: one used it, one bought without it, one did not come. Looked at after so many days. */
async function openSentShop(daysLater: number) {
  const { db, takeIn } = await openPipeline();
  const bought: [buyer: string, day: number, yuan: number][] = [
    ['used it', -45, 100],
    ['without it', -45, 100],
    ['stayed away', -45, 100],
    ['used it', 2, 80],
    ['without it', 3, 100],
  ];
  const orders = makeOrders(bought.length, (index) => {
    const [buyer, day, yuan] = bought[index]!;
    return {
      buyer: stable(buyer),
      placedAt: sentAt + day * DAY_MS,
      amountFen: yuan * 100,
      freightFen: null,
      status: 'completed',
      items: [makeItem({ unitPriceFen: 10_000, quantity: 1 })],
    };
  });
  const now = sentAt + daysLater * DAY_MS;
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const ids = [...new Set(state.buyers.flatMap(({ customerId }) => customerId ?? []))];
  const eventIds = await recordContacts(
    db,
    ids.map((customerId) =>
      makeContact({ customerId, playbookId: 'silent-wake', how: 'noted', channel: 'coupon', isOffer: true, coupon }),
    ),
    sentAt,
  );
  return { db, shopId: state.shopId!, now, eventIds };
}

test('a day’s work turns into its result after a week', async () => {
  const early = await openSentShop(4);
  expect(await readBatchResults(early.db, early.shopId, 'wake', early.now)).toMatchObject([
    { playbookId: 'silent-wake', sent: 3, isThere: false, day: dayOf(sentAt), resultDay: dayOf(sentAt) + 7 },
  ]);
  const { db, shopId, now } = await openSentShop(8);
  expect(await readBatchResults(db, shopId, 'wake', now)).toMatchObject([
    { sent: 3, over: 3, bought: 2, redeemed: 1, unknown: 0, isThere: true },
  ]);
  expect(await readBatchResults(db, shopId, 'thank', now)).toEqual([]);
});

test('an offer goes from sent to redeemed, with what pages say was claimed', async () => {
  const { db, shopId, now } = await openSentShop(8);
  const funnel = async () => (await readContactEffects(db, shopId, now)).funnels;
  expect(await funnel()).toMatchObject([
    { playbookId: 'silent-wake', days: 7, sent: 3, over: 3, bought: 2, redeemed: 1, claimed: null },
  ]);
  const seen = { couponId: null, name: '唤醒券', scope: null, personLimit: 1, startsAt: null, endsAt: null };
  const counts = { status: '领取中', totalCount: 100, claimedCount: 17, seenAt: now, shopId };
  await db.coupons.bulkPut([
    { ...seen, ...counts, id: 'same', thresholdFen: 5_000, faceValueFen: 2_000 },
    { ...seen, ...counts, id: 'other', thresholdFen: 9_000, faceValueFen: 2_000 },
  ] as never);
  expect((await funnel())[0]).toMatchObject({ claimed: 17 });
});

test('answers to a question tire nobody, and what was undone was not sent', async () => {
  const { db, shopId, now, eventIds } = await openSentShop(8);
  const answered = makeContact({ customerId: (await db.customers.toCollection().first())!.customerId });
  await recordContacts(db, [answered], sentAt + 1_000);
  const { fatigue, approaches } = await readContactEffects(db, shopId, now);
  expect(approaches).toBe(3);
  expect(fatigue[0]).toMatchObject({ nth: 1, approaches: 3, followed: 2, interval: null });
  await undoEvents(db, eventIds, now);
  expect(await readContactEffects(db, shopId, now)).toMatchObject({ funnels: [], approaches: 0 });
});
