import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { textOfEntities } from '../../../../lib/platforms/reading/entities.ts';
import { inlineOrders } from '../../../../lib/platforms/taobao/inline-data.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const entry = (title = '雨伞', id: unknown = '126530551000012345') => ({
  id,
  orderInfo: { createTime: '2018-04-19 20:12:18' },
  buyer: { nick: 'demo_nick_01' },
  payInfo: { actualFee: '59.00' },
  statusInfo: { text: '买家已付款' },
  subOrders: [{ quantity: '1', priceInfo: { realTotal: '59.00' }, itemInfo: { title } }],
});
const jsonOf = (...entries: object[]) => JSON.stringify({ mainOrders: entries });

/** A page with one script; its text is set, not parsed, so that it may hold anything. */
function pageWith(code: string): Document {
  const document = documentOf('<script></script>');
  document.querySelector('script')!.textContent = code;
  return document;
}
const read = (code: string) => inlineOrders(pageWith(code));
const titles = (code: string) =>
  read(code).map((each) => ('lost' in each ? each.lost : each.subOrders[0]!.itemInfo.title));
const single = (json: string) => `'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

describe('the orders in a script', () => {
  test('stand in a literal in single or double quotes', () => {
    const json = jsonOf(entry('妈妈\'s "伞"'));
    expect(titles(`var data = JSON.parse(${single(json)});`)).toEqual(['妈妈\'s "伞"']);
    expect(titles(`var data = JSON.parse( ${JSON.stringify(json)} );`)).toEqual(['妈妈\'s "伞"']);
  });

  test('are found behind other literals', () => {
    expect(
      titles(`JSON.parse('{}'); JSON.parse('nothing'); var data = JSON.parse(${single(jsonOf(entry()))})`),
    ).toEqual(['雨伞']);
  });

  test.each([
    ['\\u96e8\\u4f1e', '雨伞'],
    ['\\u{96e8}\\u{1F302}', '雨🌂'],
    ['\\x41\\x42', 'AB'],
    ['\\雨', '雨'],
    ['雨\\\n伞', '雨伞'],
    ['雨\\\r\n伞', '雨伞'],
    ['\\ud83c\\udf02', '🌂'],
  ])('the escape %j is %s', (escaped, title) => {
    expect(titles(`JSON.parse('${jsonOf(entry('TITLE')).replace('TITLE', escaped)}')`)).toEqual([title]);
  });

  test.each(['\\u12', '\\u{110000}', '\\uzzzz', '\\x4', '\n'])('a literal with %j is none', (broken) => {
    expect(read(`JSON.parse('${jsonOf(entry('TITLE')).replace('TITLE', broken)}')`)).toEqual([]);
  });

  test('any text survives, as it would through JSON.parse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const json = jsonOf(entry(title));
        expect(titles(`var data = JSON.parse(${JSON.stringify(json)});`)).toEqual([title]);
        expect(titles(`var data = JSON.parse(${single(json)});`)).toEqual([title]);
      }),
    );
  });

  test('are none where the literal is cut off, not JSON, or no list', () => {
    const literal = single(jsonOf(entry()));
    expect(read(`JSON.parse(${literal.slice(0, -1)}`)).toEqual([]);
    expect(read(`JSON.parse(${literal.slice(0, 200)}`)).toEqual([]);
    expect(read(`JSON.parse('mainOrders')`)).toEqual([]);
    expect(read(`JSON.parse('{"mainOrders":{}}')`)).toEqual([]);
    expect(read(`JSON.parse('null');/* mainOrders */`)).toEqual([]);
  });

  test('are read, never run', () => {
    const evil = `JSON.parse('{"mainOrders":' + (globalThis.wasRun = true) + '}')`;
    expect(read(evil)).toEqual([]);
    expect('wasRun' in globalThis).toBe(false);
  });

  test('of an unknown shape are told by what is wrong with them', () => {
    const broken = [
      [{ ...entry(), id: 126530551000012350 }, 'order id'],
      [{ ...entry(), orderInfo: null }, 'order time'],
      [{ ...entry(), buyer: { nick: 7 } }, 'buyer'],
      [{ ...entry(), buyer: [] }, 'buyer'],
      [{ ...entry(), payInfo: {} }, 'amount'],
      [{ ...entry(), payInfo: { actualFee: '59.00', postType: 0 } }, 'amount'],
      [{ ...entry(), statusInfo: {} }, 'order status'],
      [{ ...entry(), subOrders: {} }, 'order lines'],
      [{ ...entry(), subOrders: [null] }, 'order lines'],
      [{ ...entry(), subOrders: [{ ...entry().subOrders[0], itemInfo: { title: '雨伞', skuId: {} } }] }, 'order lines'],
      [{ ...entry(), subOrders: [{ ...entry().subOrders[0], operations: [{ text: 1 }] }] }, 'order lines'],
    ] as const;
    expect(titles(`JSON.parse(${single(jsonOf(...broken.map(([each]) => each), [], entry()))})`)).toEqual([
      ...broken.map(([, what]) => what),
      'order',
      '雨伞',
    ]);
  });

  test('of a hostile size are left alone, in a time that grows with the text', () => {
    const endless = `JSON.parse('${'x'.repeat(5_000_000)}mainOrders')`;
    expect(read(endless)).toEqual([]);
    expect(read(`mainOrders ${"JSON.parse('".repeat(50_000)}`)).toEqual([]);
    expect(read(`mainOrders ${`JSON.parse("`.repeat(50_000)}`)).toEqual([]);
  });
});

test.each([
  ['卡包 &plusmn;5mm', '卡包 ±5mm'],
  ['A&amp;B &lt;b&gt; &quot;', 'A&B <b> "'],
  ['&#38632;&#x4f1e;', '雨伞'],
  ['&amp;lt;', '&lt;'],
  ['&nosuch; & &#0; &constructor;', '&nosuch; & &#0; &constructor;'],
])('the entities of %j are %j', (title, text) => {
  expect(textOfEntities(title)).toBe(text);
});
