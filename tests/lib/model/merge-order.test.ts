import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { mergeOrder, type Sighting } from '../../../lib/model/merge-order.ts';
import type { Order, OrderStatus } from '../../../lib/model/order.ts';
import { PLACED_AT, makeItem, makeOrder, masked, probable, stable } from '../../support/make-order.ts';

const morning = PLACED_AT + 3_600_000;
const evening = PLACED_AT + 36_000_000;

const sighting = (seenAt: number, changes: Partial<Order> = {}): Sighting => ({ order: makeOrder(changes), seenAt });

/** What is known of an order seen twice, whichever sighting arrived first. */
function known(a: Sighting, b: Sighting): Order {
  const merged = mergeOrder(a, b);
  expect(mergeOrder(b, a)).toEqual(merged);
  return merged.order;
}

describe('the state of an order seen twice', () => {
  test.each<[OrderStatus, OrderStatus]>([
    ['unpaid', 'paid'],
    ['paid', 'shipped'],
    ['onHold', 'shipped'],
    ['shipped', 'completed'],
    ['paid', 'cancelled'],
    ['shipped', 'cancelled'],
  ])('after %s comes %s', (earlier, later) => {
    expect(known(sighting(morning, { status: earlier }), sighting(evening, { status: later })).status).toBe(later);
  });

  test('a tab left open since the morning and read again in the evening does not win', () => {
    const fresh = sighting(morning, { status: 'shipped' });
    const stale = sighting(evening, { status: 'paid' });
    expect(known(fresh, stale).status).toBe('shipped');
  });

  test('a stale tab read late does not make the fresh state look older than it is', () => {
    const shipped = sighting(morning, { status: 'shipped' });
    const stale = sighting(evening, { status: 'paid' });
    const returned = sighting(morning + 60_000, { status: 'shipped', items: [makeItem({ afterSale: 'requested' })] });
    const all = mergeOrder(mergeOrder(shipped, stale), returned);
    expect(all.order.items[0]!.afterSale).toBe('requested');
    expect(all.seenAt).toBe(returned.seenAt);
  });

  test('of one state, the sighting read later counts', () => {
    const before = sighting(morning, { status: 'unpaid', amountFen: 10_000 });
    const repriced = sighting(evening, { status: 'unpaid', amountFen: 9_000 });
    expect(known(before, repriced).amountFen).toBe(9_000);
    expect(known(sighting(morning, { status: 'onHold' }), sighting(evening, { status: 'paid' })).status).toBe('paid');
  });

  test('a status that no table knows never takes the place of a known one', () => {
    expect(known(sighting(morning, { status: 'paid' }), sighting(evening, { status: 'unknown' })).status).toBe('paid');
  });
});

describe('a column that is switched off', () => {
  const full = sighting(morning, {
    status: 'paid',
    paidAt: PLACED_AT + 60_000,
    freightFen: 800,
    items: [makeItem({ skuId: '1000123' })],
    carrier: '中通快递',
  });

  test('erases nothing that was known', () => {
    const bare = sighting(evening, {
      status: 'shipped',
      paidAt: null,
      amountFen: null,
      freightFen: null,
      items: [makeItem({ unitPriceFen: null, skuId: null })],
      buyer: { display: null, key: null, quality: 'masked' },
    });
    expect(known(full, bare)).toEqual({ ...full.order, status: 'shipped' });
  });

  test('hides whole items without erasing them', () => {
    expect(known(full, sighting(evening, { items: [] })).items).toEqual(full.order.items);
  });

  test('gives no price of one item to another', () => {
    const other = sighting(evening, { items: [makeItem({ title: '枕头', unitPriceFen: null })] });
    expect(known(full, other).items[0]).toMatchObject({ title: '枕头', unitPriceFen: null, skuId: null });
  });
});

describe('the buyer', () => {
  test.each([
    ['a mask after an id', stable('wd_sunshine'), masked, stable('wd_sunshine')],
    ['a nick after an id', stable('wd_sunshine'), probable('阳光'), stable('wd_sunshine')],
    ['a mask after a nick', probable('阳光'), masked, probable('阳光')],
    ['an id after a mask', masked, stable('wd_sunshine'), stable('wd_sunshine')],
    ['a nick after a mask', masked, probable('阳光'), probable('阳光')],
    ['a new nick after an old one', probable('阳光'), probable('月光'), probable('月光')],
    [
      'an id without a name after a mask',
      masked,
      { display: null, key: '2208001', quality: 'stable' as const },
      { display: null, key: '2208001', quality: 'stable' as const },
    ],
  ])('%s: the best known stays', (_, earlier, later, best) => {
    expect(known(sighting(morning, { buyer: earlier }), sighting(evening, { buyer: later })).buyer).toEqual(best);
  });
});

describe('all sightings of one order', () => {
  const life = ['unpaid', 'paid', 'shipped', 'completed'] as const;
  const truth = makeOrder({ paidAt: PLACED_AT + 60_000, freightFen: 800, items: [makeItem({ skuId: '1000123' })] });
  const orNull = <T>(value: T) => fc.constantFrom(value, null);

  /** Each shows some state of the order, some columns, and the buyer as well as that page does; tabs may be stale. */
  const anySighting = fc.record({
    status: fc.constantFrom<OrderStatus>(...life, 'onHold', 'cancelled', 'unknown'),
    paidAt: orNull(truth.paidAt),
    amountFen: orNull(truth.amountFen),
    freightFen: orNull(truth.freightFen),
    buyer: fc.constantFrom(stable('wd_sunshine'), masked, { display: null, key: null, quality: 'masked' as const }),
    unitPriceFen: orNull(10_000),
    skuId: orNull('1000123'),
    afterSale: fc.constantFrom('none' as const, 'requested' as const, 'refunded' as const),
  });
  const anySightings = fc
    .array(anySighting, { minLength: 1, maxLength: 5 })
    .map((seen) =>
      seen.map(({ unitPriceFen, skuId, afterSale, ...changes }, index) =>
        sighting(morning + index, { ...truth, ...changes, items: [makeItem({ unitPriceFen, skuId, afterSale })] }),
      ),
    );

  test('say the same in whatever order they arrive', () => {
    fc.assert(
      fc.property(anySightings, (sightings) => {
        const results = permutations(sightings).map((arrived) => JSON.stringify(arrived.reduce(mergeOrder)));
        expect(new Set(results).size).toBe(1);
      }),
    );
  });

  test('say the same when some arrive again', () => {
    fc.assert(
      fc.property(anySightings, fc.nat(), (sightings, pick) => {
        const all = sightings.reduce(mergeOrder);
        expect(mergeOrder(all, sightings[pick % sightings.length]!)).toEqual(all);
      }),
    );
  });
});

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) => permutations(values.toSpliced(index, 1)).map((rest) => [value].concat(rest)));
}

describe('an export without after-sale states', () => {
  const shown = sighting(morning, { status: 'shipped', items: [makeItem({ afterSale: 'refunded' })] });
  const file = (changes: Partial<Order>): Sighting => ({
    ...sighting(evening, { status: 'completed', ...changes }),
    tellsAfterSales: false,
  });

  test('takes none away, and brings what it knows', () => {
    const merged = mergeOrder(shown, file({ items: [makeItem({ skuId: '77' })] }));
    expect(merged.order).toMatchObject({ status: 'completed', items: [{ afterSale: 'refunded', skuId: '77' }] });
  });

  test('with other lines than those that have a state leaves them', () => {
    const merged = mergeOrder(shown, file({ items: [makeItem({ title: '一' }), makeItem({ title: '二' })] }));
    expect(merged.order.items).toEqual(shown.order.items);
  });
});

test('a whole name beside a key that came with a mask is theirs, whichever came first', () => {
  const keyed = { display: '温**', key: '2208001', quality: 'stable' as const };
  const pair = [sighting(morning, { buyer: keyed }), sighting(evening, { buyer: probable('温柔的风') })] as const;
  expect(known(...pair).buyer).toEqual({ ...keyed, display: '温柔的风' });
  const again = mergeOrder(mergeOrder(...pair), sighting(evening + 1, { buyer: keyed }));
  expect(again.order.buyer.display).toBe('温柔的风');
});
