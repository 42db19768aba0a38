import { describe, expect, test } from 'vitest';
import { refuseLink } from '../../../lib/pipeline/decide-links.ts';
import { undoEvent } from '../../../lib/pipeline/record-event.ts';
import { recomputeDirty } from '../../../lib/pipeline/recompute.ts';
import { readCustomerLinks } from '../../../lib/views/links/customer-links.ts';
import { PLACED_AT } from '../../support/make-order.ts';
import { knownAs, linkShopId, maskedAs, orderIdOf, orderOf, reviewOf, soldList } from '../../support/make-links.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';

const securityuid = 'RAzN8BQuLmVyBwGPZqT1xqGbhdEk';

describe('the review of an order', () => {
  test('says whose the masked order is, and further reviews of that buyer join further orders', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(soldList([1, 2, 3].map((start) => orderOf(start, maskedAs('半**')))));
    expect(await readColumns(db)).toEqual([]);
    await takeIn(reviewOf(orderIdOf(1), securityuid));
    await takeIn(reviewOf(orderIdOf(2), securityuid));
    expect(await readColumns(db)).toMatchObject([{ orderCount: 2 }]);
    expect(await db.customers.toArray()).toMatchObject([{ display: '半**', quality: 'stable' }]);
    expect((await db.coverage.get(linkShopId))?.maskedOrders).toBe(1);
  });

  test('joins it also when the review was seen first', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(reviewOf(orderIdOf(1), securityuid));
    await takeIn(soldList([orderOf(1, maskedAs('半**'))]));
    expect(await readColumns(db)).toMatchObject([{ orderCount: 1 }]);
  });

  test('joins the uid that the old page showed, with the order as evidence', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(soldList([orderOf(1, knownAs('半夏种花')), orderOf(2, maskedAs('半**'))]));
    await takeIn(reviewOf(orderIdOf(2), securityuid));
    expect(await readColumns(db)).toHaveLength(2);
    await takeIn(reviewOf(orderIdOf(1), securityuid));
    const [only, ...others] = await readColumns(db);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ orderCount: 2 });
    const { standing } = await readCustomerLinks(db, only!.customerId);
    expect(standing).toContainEqual(expect.objectContaining({ state: 'proven', provenBy: [orderIdOf(1)] }));
  });

  test('seen again writes nothing', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(soldList([orderOf(1, knownAs('半夏种花'))]));
    await takeIn(reviewOf(orderIdOf(1), securityuid));
    const before = [await db.links.toArray(), await db.linkedParties.toArray(), await db.orders.toArray()];
    await takeIn(reviewOf(orderIdOf(1), securityuid));
    expect([await db.links.toArray(), await db.linkedParties.toArray(), await db.orders.toArray()]).toEqual(before);
    expect(await db.dirtyLists.count()).toBe(0);
  });

  test('follows an order that turns out to be of a uid', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(soldList([orderOf(1, maskedAs('半**'))]));
    await takeIn(reviewOf(orderIdOf(1), securityuid));
    await takeIn(soldList([orderOf(1, knownAs('半夏种花')), orderOf(2, knownAs('半夏种花'))]));
    expect(await readColumns(db)).toMatchObject([{ orderCount: 2 }]);
    expect((await db.links.toArray()).map(({ kinds }) => kinds.toSorted())).toEqual([['securityuid', 'uid']]);
  });
});

describe('a key that different orders prove to be of two uids', () => {
  async function contradicted() {
    const pipeline = await openPipeline();
    const orders = [orderOf(1, knownAs('半夏种花', '1001')), orderOf(2, knownAs('南山听雨', '1002'))];
    await pipeline.takeIn(soldList(orders));
    await pipeline.takeIn(reviewOf(orderIdOf(1), securityuid));
    await pipeline.takeIn(reviewOf(orderIdOf(2), securityuid));
    return pipeline;
  }

  test('joins nobody, and the contradiction is shown on both cards', async () => {
    const { db } = await contradicted();
    const columns = await readColumns(db);
    expect(columns).toHaveLength(2);
    for (const { customerId } of columns)
      expect((await readCustomerLinks(db, customerId)).standing).toMatchObject([{ state: 'contradicted' }]);
  });

  test('joins the right one when a person refuses the other, and parts them when that is undone', async () => {
    const { db } = await contradicted();
    const before = await readColumns(db);
    const [wrong] = await db.links.toArray();
    const eventId = await refuseLink(db, { shopId: linkShopId, parties: wrong!.parties }, PLACED_AT);
    expect(await db.linkedParties.count()).toBe(2);
    await undoEvent(db, eventId, PLACED_AT + 1);
    await recomputeDirty(db, PLACED_AT);
    expect(await readColumns(db)).toEqual(before);
    expect(await db.linkedParties.count()).toBe(0);
  });
});

describe('an order that one page shows with a uid and another with an encodeId', () => {
  const encoded = knownAs('半**', 'AbCdEf0123456789xyz');

  test.each([
    ['uid first', [knownAs('半夏种花'), encoded]],
    ['encodeId first', [encoded, knownAs('半夏种花')]],
  ])('joins both, %s', async (_, [first, second]) => {
    const { db, takeIn } = await openPipeline();
    await takeIn(soldList([orderOf(1, first!), orderOf(2, encoded)]));
    await takeIn(soldList([orderOf(1, second!)]));
    expect(await readColumns(db)).toMatchObject([{ orderCount: 2 }]);
    expect((await db.orders.get(`taobao:${orderIdOf(1)}`))?.buyer.key).toBe(knownAs('').key);
  });
});

test('a numeric uid and a securityuid that reads the same are two keys', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(soldList([orderOf(1, knownAs('半**', 'AbCdEf0123456789xyz')), orderOf(2, maskedAs('半**'))]));
  await takeIn(reviewOf(orderIdOf(2), 'AbCdEf0123456789xyz'));
  expect(await readColumns(db)).toHaveLength(2);
});
