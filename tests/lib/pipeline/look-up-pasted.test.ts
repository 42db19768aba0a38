import { describe, expect, test } from 'vitest';
import { buyerOfKey } from '../../../lib/model/identity.ts';
import { lookUpPasted, readOwnAccounts, type NamedInPaste } from '../../../lib/pipeline/look-up-pasted.ts';
import { makeOrder, masked, probable, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const nobody: NamedInPaste = { nick: null, digits: null, orderIds: [], areOfOneBuyer: false, sellers: null };
const first = '4217000000000000001';
const second = '4217000000000000002';
const third = '4217000000000009001';
const hints = (value: string) => [{ kind: 'name' as const, value }];

/** A Taobao shop 山房 with a buyer known by id and nick, one known by nick, one who is only a mask. */
async function openShop() {
  const pipeline = await openPipeline();
  const orders = [
    makeOrder({ orderId: first, buyer: buyerOfKey('880125734', '半夏种花') }),
    makeOrder({ orderId: second, buyer: probable('半夏种花2') }),
    makeOrder({ orderId: third, buyer: masked }),
  ];
  await pipeline.takeIn(makeReport(orders, { platform: 'taobao', shopHints: hints('山房') }));
  const { db, ids } = pipeline;
  return {
    ...pipeline,
    ask: async (named: Partial<NamedInPaste>) => await lookUpPasted(db, ids, { ...nobody, ...named }),
  };
}

describe('a nick', () => {
  test('that is whole leads to its customer', async () => {
    const { ask, db } = await openShop();
    const { person, others } = await ask({ nick: '半夏种花', sellers: ['山房'] });
    const customer = await db.customers.where('searchName').equals('半夏种花').first();
    expect(person).toEqual({
      customerId: customer!.customerId,
      shopId: customer!.shopId,
      platform: 'taobao',
      display: '半***花',
      orderId: null,
      isSeen: true,
    });
    expect(others).toEqual([]);
  });

  test('that only begins a known one is offered and opens nobody', async () => {
    const { ask } = await openShop();
    const { person, others } = await ask({ nick: '半夏' });
    expect(person).toBe(null);
    expect(others.map(({ display }) => display)).toEqual(['半***花', '半***2']);
  });

  test('of a customer in two shops is to be chosen, and is told by the shop that writes', async () => {
    const { ask, takeIn } = await openShop();
    const order = makeOrder({ orderId: '4217000000000000003', buyer: probable('半夏种花') });
    await takeIn(makeReport([order], { platform: 'taobao', shopHints: hints('水房') }));
    expect(await ask({ nick: '半夏种花' })).toMatchObject({ person: null, others: [{}, {}] });
    const { person, shop } = await ask({ nick: '半夏种花', sellers: ['水房'] });
    expect([shop!.name, person!.shopId]).toEqual(['水房', shop!.shopId]);
  });

  test('that nobody has is kept apart, under that nick in the shop that writes', async () => {
    const { ask, takeIn } = await openShop();
    const { person } = await ask({ nick: 'tb99', sellers: ['山房'] });
    expect(person).toMatchObject({ isSeen: false, display: 't***9' });
    const order = makeOrder({ orderId: '4217000000000000004', buyer: probable('tb99') });
    await takeIn(makeReport([order], { platform: 'taobao', shopHints: hints('山房') }));
    expect(await ask({ nick: 'tb99', sellers: ['山房'] })).toMatchObject({
      person: { customerId: person!.customerId, isSeen: true },
    });
  });

  test('that a customer on the other platform has is theirs, when no account of the conversation is known', async () => {
    const { ask, takeIn } = await openShop();
    await takeIn(makeReport([makeOrder({ buyer: stable('wd_sunshine') })]));
    expect(await ask({ nick: 'wd_sunshine', sellers: ['客服一'] })).toMatchObject({ person: { platform: 'jd' } });
  });

  test('that nobody has, outside of a conversation or in one of several shops, is nobody', async () => {
    const { ask, takeIn } = await openShop();
    expect(await ask({ nick: 'tb99' })).toMatchObject({ person: null, others: [], shop: null });
    await takeIn(makeReport([], { platform: 'taobao', shopHints: hints('水房') }));
    expect(await ask({ nick: 'tb99', sellers: ['店主'] })).toMatchObject({ person: null, shop: null });
  });
});

describe('an order number', () => {
  test('that is whole leads to its buyer', async () => {
    const { ask } = await openShop();
    expect(await ask({ digits: second })).toMatchObject({ person: { display: '半***2', orderId: second }, others: [] });
  });

  test('whose buyer is a mask says so', async () => {
    const { ask } = await openShop();
    expect(await ask({ digits: third })).toEqual({ person: null, others: [], shop: null, isMaskedOrder: true });
  });

  test('of which there is only the tail is offered and opens nobody', async () => {
    const { ask } = await openShop();
    expect(await ask({ digits: '0002' })).toMatchObject({ person: null, others: [{ orderId: second }] });
  });

  test('in a conversation is offered; in the panel of one buyer it leads to them', async () => {
    const { ask } = await openShop();
    expect(await ask({ nick: 'tb99', orderIds: [first, third] })).toMatchObject({
      person: null,
      others: [{ orderId: first }],
    });
    expect(await ask({ nick: 'tb99', orderIds: [first, third], areOfOneBuyer: true })).toMatchObject({
      person: { orderId: first },
      others: [],
    });
  });
});

test('the shop’s own accounts are what its pages called it, of Taobao alone', async () => {
  const { db, takeIn } = await openShop();
  await takeIn(makeReport([makeOrder({ buyer: stable('wd_sunshine') })]));
  expect(await readOwnAccounts(db)).toEqual(new Set(['山房']));
});

test('nothing is written for a text that is looked up', async () => {
  const { ask, db } = await openShop();
  const before = await Promise.all(db.tables.map((table) => table.count()));
  await ask({ nick: 'tb99', sellers: ['山房'] });
  await ask({ digits: third });
  expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(before);
});
