/** Nothing that a page says is in its file: no name, number or text of six characters or more, wherever it stood. */
import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '../../support/bundle-of.ts';
import { documentOf, fixtures } from '../../support/load-fixture.ts';
import { keptHan } from '../../../lib/diagnostics/words.ts';

const JD_LIST = 'https://shop.jd.com/jdm/trade/orders/order-list';
/** Words of the platforms, known to the readers. */
const OF_THE_PLATFORM = new Set(['360buyimg', 'rgv587_flag', 'RGV587_ERROR']);
const LAYOUT_ATTRIBUTES = new Set(['class', 'style', 'prop', 'role', 'type']);

/** Every text of a page by itself: of elements, of attributes and of scripts, codes of characters read. */
function textsOf(document: Document): string[] {
  const elements = [...document.querySelectorAll('*')];
  const values = elements.flatMap((element) =>
    [...element.attributes].filter(({ name }) => !LAYOUT_ATTRIBUTES.has(name)).map(({ value }) => value),
  );
  const all = document.documentElement.textContent ?? '';
  return [...values, all].map((text) =>
    text.replaceAll(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  );
}

/** Words of Chinese that are no label, numbers, and Latin words with a digit or a capital in them: what may be someone's. */
function secretsOf(text: string): string[] {
  const han = (text.match(/\p{Script=Han}{6,}/gu) ?? []).filter((run) => keptHan(run)[0]?.[1] !== run.length);
  const numbers = text.match(/\d{6,}|\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?|\d{1,3}(?:,\d{3})*\.\d{2}/g) ?? [];
  const words = (text.match(/[a-z_]*\d[\w]{5,}|wd[a-z]{4,}|lin_hai_88/gi) ?? []).filter(
    (word) => !/^x?\d{1,3}$/.test(word),
  );
  return [...han, ...numbers, ...words].filter((secret) => secret.length >= 6 && !OF_THE_PLATFORM.has(secret));
}

describe.each(fixtures.map(({ name, html, url }) => ({ name, html, url })))('$name', ({ html, url }) => {
  const secrets = [...new Set(textsOf(documentOf(html)).flatMap(secretsOf))];
  test(`shows none of its ${secrets.length} texts`, () => {
    const bundle = bundleOf(html, url, 4);
    // "100.00" is no part of "8100.00".
    const isThere = (secret: string) =>
      bundle
        .split(secret)
        .slice(0, -1)
        .some((before) => !/\d,?$/.test(before));
    expect(secrets.filter(isThere)).toEqual([]);
  });
});

/** A page with a text in every place there is. */
const pageWith = (text: string) => {
  const json = JSON.stringify(text).slice(1, -1);
  const coded = text
    .split('')
    .map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const literal = coded.replaceAll('\\', '\\\\');
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const address = encodeURIComponent(text);
  return `<!doctype html><html lang="${html}"><head><title>${html}</title><meta name="description" content="${html}">
<meta name="${html}" content="1"><link rel="canonical" href="https://shop.jd.com/${html}"><style>.a::after{content:"${html}"}</style>
<!-- ${html.replaceAll('--', '')} --><base href="https://${html}/"></head>
<body data-nick="${html}" data-x="${html}" onload="f('${html}')" id="${html}" title="${html}" aria-label="${html}">
<p style="background:url(${html});--a:'${html}'">${html}</p><p>${html}下单</p><span>订单号</span><span>${html}</span>
<a href="https://item.jd.com/${address}.html?skuId=${html}#${html}">${html}</a><a href="javascript:f('${html}')">1</a>
<img src="//img10.360buyimg.com/${html}.jpg" srcset="${html}.jpg 1x, https://a.b/${html} 2x" alt="${html}">
<input name="orderid" value="${html}" placeholder="${html}"><textarea>${html}</textarea><select><option value="${html}">${html}</option></select>
<div contenteditable="true">${html}</div><pre class="message__text">${html}</pre><svg><text>${html}</text><path d="${html}"/></svg>
<noscript>${html}</noscript><template><p>${html}</p></template><iframe srcdoc="${html}" src="https://login.taobao.com/?u=${html}">${html}</iframe>
<div hidden>${html}</div><x-card name="${html}">${html}</x-card>
<script>var secret = "${json.replaceAll('</', '<\\/')}"; // ${json.replaceAll('</', '<\\/')}
var data = JSON.parse('{"mainOrders":[{"${literal}":"${literal}","buyer":{"nick":"${literal}","id":"${literal}"},"n":["${literal}"]}]}');
var detailData = {"a": {"nick": "${coded}", "name": "${json.replaceAll('</', '<\\/')}"}};
var other = JSON.parse("{\\"nick\\":\\"${coded}\\",\\"a\\":{\\"${coded}\\":1}}");</script>
<script type="application/json">{"nick":"${coded}"}</script><script>track('${coded}')</script>
</body></html>`;
};

/** Every piece of six characters of a text. */
const piecesOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 5) }, (_, index) => text.slice(index, index + 6));
const HOST = 'https://shop123456789.taobao.com/'.replace(/\d+/, '');
const isPlain = (piece: string) => /^[\s\p{P}\p{Sc}\p{Sm}]+$/u.test(piece);

describe('a text in every place of a page', () => {
  test.each([
    ['a name', '留客测试顾客甲乙丙丁'],
    ['an account', 'wdQkzrtm_shangjia'],
    ['an account with a phone number', '13912345678_p'],
    ['a phone number', '13912345678'],
    ['an order', '3400080000010011'],
    ['an address', '浙江省杭州市余杭区文一西路969号3幢5楼'],
    ['a sentence with a label in it', '麻烦退款中快点下单时间是昨天我的实收款不对'],
    ['an amount', '¥98,765.43'],
    ['a time', '2026-08-06 01:22:42'],
    ['an e-mail address', 'lin.haiyan@example-mail.cn'],
    ['markup', '<zqx onzqx=qwert(1)>"机密\'`'],
    ['other scripts', '김민수고객님 Ｍａｒｋｅｒ１２３４５６ Ðørïs🌸🌸🌸🌸🌸🌸'],
    ['capitals', 'ZQXMARKERPLAIN'],
    ['an address of a page', 'https://shop123456789.taobao.com/secretpath/zqxmarker?uid=2208812345678'],
  ])('is in none of it: %s', (_, text) => {
    for (const seed of [1, 2, 3]) {
      const bundle = bundleOf(pageWith(text), JD_LIST, seed);
      const kept = piecesOf(text).filter((piece) => !isPlain(piece) && bundle.includes(piece));
      expect(kept.filter((piece) => !HOST.includes(piece))).toEqual([]);
      expect(bundle).not.toContain(encodeURIComponent(text));
    }
  });

  const letters = fc.string({
    unit: fc.constantFrom(...'abcXYZ019_-. ¥甲乙丙丁戊己庚辛中号单已é<>&"\'\\/:'.split('')),
    minLength: 6,
    maxLength: 24,
  });
  test('is in none of it, whatever it is', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 1e6 }), (text, seed) => {
        const marker = `Qz${text}7k甲`;
        const bundle = bundleOf(pageWith(marker), JD_LIST, seed);
        const telling = piecesOf(marker).filter((piece) => (piece.match(/[\p{L}\p{N}]/gu) ?? []).length >= 5);
        return telling.every((piece) => !bundle.includes(piece));
      }),
      { numRuns: 60, seed: 20261129 },
    );
  });
});

test('the secret changes all of it', () => {
  const [first, second] = [1, 2].map((seed) => bundleOf(pageWith('wdQkzrtm 留客测试顾客'), JD_LIST, seed));
  expect(first).not.toBe(second);
});
