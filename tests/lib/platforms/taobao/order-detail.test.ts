/** What the readers of one order must not take, must not touch, and must hold against each other. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { assignedObject } from '../../../../lib/platforms/taobao/inline-json.ts';
import { documentOf, fixtures, loadFixture } from '../../../support/load-fixture.ts';

const details = fixtures.filter(({ name }) => name.startsWith('taobao/order-detail'));

/** What a fixture says after one change. */
function changed(name: string, from: string, to: string) {
  const { html, url } = loadFixture(`taobao/${name}`);
  if (!html.includes(from)) throw new Error(`expected ${from} in ${name}`);
  const { orders, rejects } = readPage(documentOf(html.replace(from, () => to)), new URL(url)).batch;
  return { order: orders[0], rejects: rejects.map(({ what }) => what) };
}

test.each(details)('$name: nothing of the receiver is read', ({ html, url }) => {
  const read = JSON.stringify(readPage(documentOf(html), new URL(url)).batch);
  expect(read).not.toMatch(/林某|林\*(?!\*)|138\*|某省|SF0000/);
});

describe('is a named reject', () => {
  test.each([
    ['order-detail--normal', '<span>2026-11-20 09:30:15</span>', '<span></span>', 'order time'],
    ['order-detail--normal', '09:31:02', '09:29:02', 'payment time'],
    [
      'order-detail--unpaid',
      '09:30:15</span></div>',
      '09:30:15</span></div><p>付款时间：2026-11-20 09:31:02</p>',
      'payment time',
    ],
    ['order-detail--normal', '<span>买家已付款，等待商家发货</span>', '<p>新客</p>买家已付款', 'order status'],
    ['order-detail--normal', '买家已付款，', '新客买家已付款，', 'order status'],
    ['order-detail--normal', '￥152.00', '￥--', 'amount'],
    ['order-detail--normal', '￥12.00', '￥--', 'amount'],
    ['order-detail--normal', '￥152.00', '￥999.00', 'amount (far from the sum)'],
    ['order-detail--normal', '<div>140.00</div>', '<div>180.00</div><div>140.00</div>', 'unit price (several differ)'],
    ['order-detail--normal', '<span>w**</span>', '<span></span>', 'buyer'],
    ['order-detail--normal', '<span>w**</span>', '<span>新客w**</span>', 'buyer'],
    ['order-detail--classes-renamed', '<dd>w**</dd>', '<dd>李**</dd><dd>w**</dd>', 'buyer (several differ)'],
    ['order-detail--total-without-label', '￥108.00', '￥100.00', 'amount (far from the sum)'],
    ['order-detail-tmall--normal', '"quantity":"1"', '"count":"1"', 'item quantity'],
    ['order-detail-tmall--normal', '￥168.00"}]', '￥--"}]', 'unit price'],
    ['order-detail-tmall--normal', '2019-05-06 10:00:01', '', 'order time'],
    ['order-detail-tmall--normal', '10:00:59', '09:00:59', 'payment time'],
    ['order-detail-tmall--normal', '"text":"00"', '"text":"0"', 'amount'],
  ])('%s: %s -> %s', (name, from, to, what) => {
    expect(changed(name, from, to)).toEqual({ order: undefined, rejects: [what] });
  });

  test.each([
    ['"quantity":"1"', '"quantity":"0"', 'item quantity'],
    ['"priceInfo":"669.00"', '"priceInfo":null', 'unit price'],
    ['"value":"470.00"', '"value":"471.00"', 'amount (several differ)'],
    ['"id":"126530551000212345"', '"id":126530551000999999', 'order id (several differ)'],
    ['"actualFee":{"name"', '"actualFee":{"title"', null],
    ['2018-04-19 20:12:25', '2018-04-19 20:12:10', 'payment time'],
  ])('old page: %s -> %s', (from, to, what) => {
    expect(changed('order-detail-old--normal', from, to).rejects).toEqual(what === null ? [] : [what]);
  });
});

test('a state that no table knows is unknown', () => {
  expect(changed('order-detail--normal', '买家已付款，等待商家发货', '等待神秘步骤').order?.status).toBe('unknown');
});

test('the chip’s place is the nick', () => {
  const { html, url } = loadFixture('taobao/order-detail--normal');
  const [buyer] = readPage(documentOf(html), new URL(url)).buyers;
  expect(buyer?.element.textContent).toBe('w**');
});

describe('an object in a script', () => {
  const objectIn = (code: string) => {
    const document = documentOf('<script></script>');
    document.querySelector('script')!.textContent = code;
    return assignedObject(document, 'detailData');
  };

  test('goes to the brace that closes it', () => {
    expect(objectIn('var detailData = {"a":"}\\"{","b":{"c":1}}; run({})')).toEqual({ a: '}"{', b: { c: 1 } });
    expect(objectIn('var other = {"detailData":1}; window.detailData={"a":2}')).toBeUndefined();
    expect(objectIn('var detailData = {a: 1}; var detailData = {"a":2}')).toEqual({ a: 2 });
  });

  test('is null where it is cut off or no JSON, and never run', () => {
    expect(objectIn('var detailData = {"a":{')).toBeNull();
    expect(objectIn('var detailData = {"a":(globalThis.wasRun = true)}')).toBeNull();
    expect('wasRun' in globalThis).toBe(false);
  });

  test('takes time in proportion to the script', () => {
    expect(objectIn('detailData={'.repeat(100_000))).toBeNull();
    expect(objectIn('detailData={};'.repeat(1) + 'detailData={x};'.repeat(100_000))).toEqual({});
    expect(objectIn('detailData={x};'.repeat(50_000))).toBeNull();
  });
});
