/** The clock of the machine was ahead, or was put back: what is seen afterwards is later all the same. */
import { expect, test } from 'vitest';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { recordContact } from '../../../lib/pipeline/record-event.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeOrder, PLACED_AT } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const SEEN_AT = PLACED_AT + 3 * DAY_MS;
const paid = (amountFen: number, observedAt: number) => makeReport([makeOrder({ amountFen })], { observedAt });

test('a page read after the clock went back a day holds over the one before', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(paid(10_000, SEEN_AT), SEEN_AT);
  const back = SEEN_AT - DAY_MS;
  await takeIn(paid(12_000, back), back + 1);
  expect(await db.orders.toArray()).toMatchObject([{ amountFen: 12_000, seenAt: back }]);
});

test('a page that was read earlier and comes late does not', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(paid(10_000, SEEN_AT), SEEN_AT);
  await takeIn(paid(12_000, SEEN_AT - DAY_MS), SEEN_AT + 1);
  expect(await db.orders.toArray()).toMatchObject([{ amountFen: 10_000, seenAt: SEEN_AT }]);
});

test('counters, too, are of the last look', async () => {
  const { db, takeIn } = await openPipeline();
  const look = async (count: number, at: number) =>
    await takeIn(
      makeReport([], { page: 'home', counters: [{ counterId: 'toShip', label: '待发货', count }], observedAt: at }),
      at,
    );
  await look(5, SEEN_AT);
  await look(3, SEEN_AT - DAY_MS);
  expect(await db.counters.toArray()).toMatchObject([{ count: 3 }]);
});

test('the log goes on in the order in which things were done', async () => {
  const { db } = await openPipeline();
  const first = await recordContact(db, makeContact(), SEEN_AT);
  const second = await recordContact(db, makeContact(), SEEN_AT - DAY_MS);
  expect((await db.events.orderBy('logicalTime').primaryKeys()).map(String)).toEqual([first, second]);
});
