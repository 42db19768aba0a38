/** A shop of which one customer is to be forgotten: with everything that may be kept of her. */
import type { Order } from '../../lib/model/order.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { recordCustomerNote, recordCustomerTag } from '../../lib/pipeline/record-customer-note.ts';
import { recordContact, recordDoNotDisturb, undoEvent } from '../../lib/pipeline/record-event.ts';
import { makeAfterSale } from './make-after-sale.ts';
import { makeContact } from './make-contact.ts';
import { makeOrder, makeOrders, PLACED_AT, stable } from './make-order.ts';
import { makeReport } from './make-report.ts';
import { openPipeline } from './open-pipeline.ts';

export const NOW = PLACED_AT + 60 * 86_400_000;
export const ANNA = 'anna_1990';

/** Twelve buyers, of whom Anna has two orders, a case, and what people noted about her. */
export async function shopWithAnna() {
  const pipeline = await openPipeline();
  const { db, takeIn } = pipeline;
  const theirs: Order[] = ['3090112233440001', '3090112233440002'].map((orderId) =>
    makeOrder({ orderId, buyer: stable(ANNA) }),
  );
  await takeIn(makeReport([...makeOrders(11), ...theirs]));
  await takeIn(
    makeReport([], { page: 'after-sale-list', afterSales: [makeAfterSale({ orderId: theirs[0]!.orderId })] }),
  );
  const { customerId, shopId } = (await db.customers.where('searchName').equals(ANNA).first())!;
  const contactId = await recordContact(db, makeContact({ customerId }), NOW);
  await recordDoNotDisturb(db, { customerId, isOn: true }, NOW);
  await undoEvent(db, contactId, NOW);
  await recordCustomerTag(db, { customerId, tag: '爱比价', isOn: true }, NOW);
  await recordCustomerNote(db, { customerId, text: '孩子三岁' }, NOW);
  await maintain(db, NOW);
  return {
    ...pipeline,
    theirs,
    customerId,
    shopId,
    contactId,
    texts: [ANNA, '爱比价', '孩子三岁', customerId, ...theirs.map(({ orderId }) => orderId)],
  };
}
