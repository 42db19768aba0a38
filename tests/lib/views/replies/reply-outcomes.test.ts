import { expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { readReplyOutcomes } from '../../../../lib/views/replies/reply-outcomes.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeOrder, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const daysAgo = (days: number) => now - days * DAY_MS;

/** A customer who bought so many days ago, and a shop whose orders were looked at until now or so many days ago. */
async function openShop(boughtDaysAgo: readonly number[], seenDaysAgo = 0) {
  const { db, ids, takeIn } = await openPipeline();
  const orders = boughtDaysAgo.map((days, at) =>
    makeOrder({
      orderId: String(3_090_112_233_440_000 + at),
      buyer: stable('wd_sunshine'),
      placedAt: daysAgo(days),
      status: 'completed',
    }),
  );
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  await db.coverage.update(state.shopId!, { asOfDay: dayOf(daysAgo(seenDaysAgo)) });
  const customerId = (await ids.of(state.shopId!, stable('wd_sunshine')))!;
  const use = (days: number, templateId: string | null = 'reply') =>
    recordContact(db, makeContact({ customerId, templateId }), daysAgo(days));
  return { db, use, outcomes: () => readReplyOutcomes(db, now) };
}

test('uses are counted by template, with the last of them; undone ones are none', async () => {
  const { db, use, outcomes } = await openShop([200]);
  await use(50);
  const undone = await use(1);
  await use(3);
  await use(2, 'other');
  await use(2, null);
  await undoEvent(db, undone, now);
  const found = await outcomes();
  expect([...found.keys()].toSorted()).toEqual(['other', 'reply']);
  expect(found.get('reply')).toMatchObject({ uses: 2, lastUsedAt: daysAgo(3) });
});

test('who got a reply on its last day is known, each once; no word of it is', async () => {
  const { use, outcomes } = await openShop([200]);
  for (const days of [3, 1.1, 1]) await use(days);
  const { lastUse } = (await outcomes()).get('reply')!;
  expect(lastUse.day).toBe(dayOf(daysAgo(1)));
  expect(lastUse.customerIds.size).toBe(1);
});

test('a purchase within 30 days after it counts, one before it or later does not', async () => {
  const { use, outcomes } = await openShop([100, 40]);
  await use(60);
  await use(95);
  await use(35);
  expect((await outcomes()).get('reply')).toMatchObject({ uses: 3, judged: 3, boughtAgain: 1 });
});

test('what is not over yet, or was not looked at since, is not judged', async () => {
  const { use, outcomes } = await openShop([40], 25);
  await use(20);
  await use(50);
  await use(60);
  expect((await outcomes()).get('reply')).toMatchObject({ uses: 3, judged: 1, boughtAgain: 1 });
});

test('a use of long ago is not counted any more', async () => {
  const { use, outcomes } = await openShop([300]);
  await use(181);
  expect((await outcomes()).size).toBe(0);
});
