import { expect, test } from 'vitest';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { readMonthDeeds } from '../../../../lib/views/actions/month-deeds.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const july = [at('2026-07-01') - 36_000_000, at('2026-08-01') - 36_000_000] as const;

test('the contacts of a month are those that stand, made in it, with customers of the shop', async () => {
  const { db, ids, takeIn } = await openPipeline();
  const { state } = await takeIn(makeReport(makeOrders(2)));
  const shopId = state.shopId!;
  const [one, other] = (await db.customers.toArray()).map(({ customerId }) => customerId);
  const stranger = (await ids.of('jd-another', stable('somebody')))!;
  const contact = (customerId: string, day: string, changes: Parameters<typeof makeContact>[0] = {}) =>
    recordContact(db, makeContact({ customerId, ...changes }), at(day));
  await contact(one!, '2026-06-30');
  await contact(one!, '2026-07-01');
  await contact(other!, '2026-07-09', { channel: 'phone', how: 'noted', isOffer: true });
  await contact(stranger, '2026-07-10');
  await contact(one!, '2026-07-31');
  await undoEvent(db, await contact(one!, '2026-07-31'), at('2026-08-02'));
  await contact(one!, '2026-08-01');
  expect(await readMonthDeeds(db, shopId, ...july)).toEqual({
    contacts: 3,
    customers: 2,
    offers: 1,
    byChannel: { chat: 2, phone: 1 },
  });
});
