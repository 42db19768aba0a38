import { describe, expect, test } from 'vitest';
import { refuseLink, confirmLink } from '../../../../lib/pipeline/decide-links.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { readCustomerPossibleLinks, readPageLinks } from '../../../../lib/views/links/possible-links.ts';
import { PLACED_AT } from '../../../support/make-order.ts';
import { knownAs, linkShopId, maskedAs, orderIdOf, orderOf, soldList, tail } from '../../../support/make-links.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import type { Order } from '../../../../lib/model/order.ts';

const idsOf = (...starts: number[]) => starts.map((start) => `taobao:${orderIdOf(start)}`);

async function openShop(orders: readonly Order[]) {
  const pipeline = await openPipeline();
  await pipeline.takeIn(soldList(orders));
  const { db } = pipeline;
  return {
    ...pipeline,
    onPage: async (...starts: number[]) => await readPageLinks(db, linkShopId, idsOf(...starts)),
  };
}

describe('masked orders of one tail', () => {
  test('that begin alike may be one buyer’s, and the evidence says why', async () => {
    const { onPage } = await openShop([orderOf(1, maskedAs('半**')), orderOf(2, maskedAs('半**'))]);
    const [link, ...others] = await onPage(1, 2);
    expect(others).toEqual([]);
    expect(link!.probability).toBeGreaterThan(0.9995);
    expect(link!.comparisons).toMatchObject([
      { of: 'orderTail', shown: tail },
      { of: 'name', outcome: 'first', shown: '半' },
    ]);
    expect(link!.sides.map(({ name, orderIds }) => [name, orderIds])).toEqual([
      ['半**', [orderIdOf(2)]],
      ['半**', [orderIdOf(1)]],
    ]);
  });

  test('that begin otherwise are two people', async () => {
    const { onPage } = await openShop([orderOf(1, maskedAs('半**')), orderOf(2, maskedAs('南**'))]);
    expect(await onPage(1, 2)).toEqual([]);
  });

  test('are joined by as many pairs as it takes, not by all that there are', async () => {
    const { onPage } = await openShop([1, 2, 3, 4].map((start) => orderOf(start, maskedAs('半**'))));
    expect(await onPage(1, 2, 3, 4)).toHaveLength(3);
  });
});

test('the mask alone proposes nothing: tails that differ are not even compared', async () => {
  const other = orderOf(2, maskedAs('半**'), { orderId: orderIdOf(2, '111111') });
  const { onPage } = await openShop([orderOf(1, maskedAs('半**')), other]);
  expect(await onPage(1, 2)).toEqual([]);
});

describe('a known customer', () => {
  test('may be the buyer of a masked order whose number ends alike', async () => {
    const { onPage } = await openShop([orderOf(1, maskedAs('半**')), orderOf(2, knownAs('半夏种花'))]);
    expect(await onPage(1)).toMatchObject([{ sides: [{ name: '半夏种花' }, { name: '半**' }] }]);
  });

  test('is shown masked orders that end as their uid says, though none of their own does', async () => {
    const elsewhere = orderOf(2, knownAs('半夏种花'), { orderId: orderIdOf(2, '700001') });
    const { db } = await openShop([orderOf(1, maskedAs('半**')), elsewhere]);
    const { customerId } = (await db.customers.toArray())[0]!;
    expect(await readCustomerPossibleLinks(db, customerId)).toMatchObject([
      { sides: [{ customerId }, { customerId: null, orderIds: [orderIdOf(1)] }] },
    ]);
  });

  test('is not proposed when another one could be meant as well', async () => {
    const { db, onPage } = await openShop([
      orderOf(1, maskedAs('半**')),
      orderOf(2, knownAs('半夏种花', '1001')),
      orderOf(3, knownAs('半山听雨', '1002')),
    ]);
    expect(await onPage(1)).toEqual([]);
    for (const { customerId } of await db.customers.toArray())
      expect(await readCustomerPossibleLinks(db, customerId)).toEqual([]);
  });

  test('is never proposed as another account', async () => {
    const { db } = await openShop([orderOf(2, knownAs('半夏种花', '1001')), orderOf(3, knownAs('半山', '1002'))]);
    for (const { customerId } of await db.customers.toArray())
      expect(await readCustomerPossibleLinks(db, customerId)).toEqual([]);
  });
});

describe('a person’s word', () => {
  const three = [1, 2, 3].map((start) => orderOf(start, maskedAs('半**')));

  test('against a link is remembered: it is proposed no more, by none of the orders confirmed since', async () => {
    const { db, ids, onPage } = await openShop(three);
    const [first, second, third] = idsOf(1, 2, 3) as [string, string, string];
    const eventId = await refuseLink(db, { shopId: linkShopId, parties: [first, second] }, PLACED_AT);
    const stillProposed = (await onPage(1, 2)).map(({ parties }) => parties.toSorted());
    expect(stillProposed).not.toContainEqual([first, second]);
    await confirmLink(db, ids, { shopId: linkShopId, parties: [second, third] }, PLACED_AT);
    expect(await onPage(1, 2, 3)).toEqual([]);
    await undoEvent(db, eventId, PLACED_AT + 1);
    expect(await onPage(1, 2, 3)).toHaveLength(1);
  });

  test('for a link takes it off the list, and the customer it makes is proposed further orders', async () => {
    const { db, ids, onPage } = await openShop(three);
    const parties = idsOf(1, 2) as [string, string];
    await confirmLink(db, ids, { shopId: linkShopId, parties }, PLACED_AT);
    const [link, ...others] = await onPage(1, 2, 3);
    expect(others).toEqual([]);
    await confirmLink(db, ids, { shopId: linkShopId, parties: link!.parties }, PLACED_AT + 1);
    expect(new Set((await db.orders.toArray()).map(({ customerId }) => customerId)).size).toBe(1);
    expect(await onPage(1, 2, 3)).toEqual([]);
  });
});
