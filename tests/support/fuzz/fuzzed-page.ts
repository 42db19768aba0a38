/** A page that no platform ever made, by its number: the same number gives the same page on every machine. */
import { randomOf, type Random } from '../../../scripts/demo/shop/random.ts';
import { decodePage } from '../../../scripts/liuke/read.ts';
import { fixtures, type Fixture } from '../load-fixture.ts';

/** What readers look for, and what hurts a parser. */
const TOKENS = [
  '订单号 订单编号 创建时间 下单 付款 下单时间 实收款 应收 运费 快递 数量 单价 交易状态 待出库 交易成功 退款成功 买家 买家留言： 商家备注： 复制',
  '￥ ¥ ¥1,234.50 ￥12 .50 x2 ×3 3 4502330000000011029 3400080000010011 2026-11-20 09:15:02 w** 1******2046 … － ，',
  '<table> <tr> <td/rowspan=500> <td/colspan=9> </table> <div> </div> <span> </span> <del> <button> <template> <svg> <math> <!-- -->',
  '<a/href=//item.jd.com/1.html> <a/href=?tradeSnap&tradeID=1> <input/name=orderid/value=4502330000000011029> <textarea> <pre>',
  '<div/prop=receivables> <div/class=card> <div/class=sku-info-list__item> <div/role=dialog> <p/hidden> <div/id=u_aimcustomer1>',
  '<script>var/**/data=JSON.parse(\'{"mainOrders":[{ </script> <![CDATA[ <img/src=x/onerror="globalThis.wasRun=1"> &#x202e; &nbsp; \0 \u200b',
].flatMap((line) => line.split(' '));

export interface FuzzedPage {
  url: string;
  html: string;
  how: string;
}

const ways: readonly [string, (bytes: Uint8Array, random: Random) => string][] = [
  ['bytes', (bytes, random) => decodePage(mutated(bytes, random))],
  ['spliced', (bytes, random) => decodePage(spliced(bytes, random))],
  ['tokens in it', (bytes, random) => withTokens(decodePage(bytes), random)],
  ['tokens alone', (_, random) => Array.from({ length: random.int(1, 120) }, () => random.pick(TOKENS)).join('')],
];

export function fuzzedPage(number: number): FuzzedPage {
  const random = randomOf(number * 104_729 + 11);
  const fixture = random.pick(fixtures);
  const [how, make] = random.pick(ways);
  return { url: fixture.url, html: make(bytesOf(fixture), random), how: `${how} of ${fixture.name}` };
}

function bytesOf({ html }: Fixture): Uint8Array {
  return new TextEncoder().encode(html);
}

/** Some bytes changed, left out, or said again. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const list = [...bytes];
  for (let count = random.int(1, 30); count > 0; count -= 1) {
    const at = random.int(0, list.length - 1);
    const length = random.int(1, 40);
    if (random.chance(0.4)) list[at] = random.int(0, 255);
    else if (random.chance(0.5)) list.splice(at, length);
    else list.splice(at, 0, ...list.slice(at, at + length));
  }
  return Uint8Array.from(list);
}

/** A piece of another page in it. */
function spliced(bytes: Uint8Array, random: Random): Uint8Array {
  const other = bytesOf(random.pick(fixtures));
  const [from, at] = [random.int(0, other.length - 1), random.int(0, bytes.length - 1)];
  return Uint8Array.from([
    ...bytes.slice(0, at),
    ...other.slice(from, from + random.int(1, 4000)),
    ...bytes.slice(at + random.int(0, 2000)),
  ]);
}

function withTokens(html: string, random: Random): string {
  const places = Array.from({ length: random.int(1, 25) }, () => random.int(0, html.length)).toSorted((a, b) => b - a);
  return places.reduce((text, at) => text.slice(0, at) + random.pick(TOKENS) + text.slice(at), html);
}
