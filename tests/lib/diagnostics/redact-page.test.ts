/** The file itself: well-formed, inert, small in time, whatever the page is. */
import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { headerOf } from '../../../lib/diagnostics/bundle.ts';
import { redactPage } from '../../../lib/diagnostics/redact-page.ts';
import { bundleOf } from '../../support/bundle-of.ts';
import { documentOf, fixtures, loadFixture } from '../../support/load-fixture.ts';
import { threadMs } from '../../support/thread-ms.ts';

const JD_LIST = 'https://shop.jd.com/jdm/trade/orders/order-list';
const bodyOf = (html: string, seed?: number) =>
  documentOf(bundleOf(`<!doctype html><body>${html}</body>`, JD_LIST, seed)).body;

describe('labels stay', () => {
  test.each([
    '订单编号：',
    '实收款',
    '买家已付款，待商家发货',
    '待付款(2)',
    '提交时间',
    '近三个月订单',
    '共 3 条',
    'x12',
    '数量 2',
  ])('%s', (label) => {
    expect(bodyOf(`<p>${label}</p>`).textContent.trim()).toBe(label);
  });

  test.each([
    '.sku-name',
    '[prop="receivables"]',
    'a[href*="item.jd.com/"]',
    '[style*="line-through"]',
    'td[rowspan="2"]',
  ])('what readers find elements by: %s', (selector) => {
    const body = bodyOf(
      '<a class="sku-name css-1x2y3z" href="//item.jd.com/100000000011.html?sdx=a1">x</a><p prop="receivables" style="color:red;text-decoration:line-through">1</p><table><tr><td rowspan="2">1</td></tr></table>',
    );
    expect(body.querySelector(selector)).not.toBeNull();
  });
});

describe('what stands for a value has its shape', () => {
  const shown = (text: string) => bodyOf(`<p>${text}</p>`).textContent.trim();

  test.each([
    ['3400080000010011', /^[1-9]\d{15}$/],
    ['jd_6a1b2c3d4e5f0', /^jd_[\da-f]{13}$/],
    ['13912345678', /^1\d{10}$/],
    ['1******2046', /^1\*{6}\d{4}$/],
    ['¥1,164.80', /^¥\d{1,3}(,\d{3})+\.\d{2}$/],
    ['2026-08-06 01:22:42', /^202[45]-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/],
    ['王小明', /^\p{Script=Han}{3}$/u],
    ['w**', /^[a-z]\*\*$/],
    ['２０２６年', /^.{5}$/],
  ])('%s', (text, shape) => {
    expect(shown(text)).toMatch(shape);
    expect(shown(text)).not.toBe(text);
  });

  test('the same stands for the same, a cut name fits the whole one, two never become one', () => {
    const [cut, whole, id, other] = bodyOf(
      '<i title="wdkqzrtm">wdkq…</i><b>wdkqzrtm</b><p id="u_wdkqzrtmimcustomer10001">1</p><u>wdkqzrtn</u>',
    ).children as unknown as [Element, Element, Element, Element];
    expect(cut.getAttribute('title')).toBe(whole.textContent);
    expect(whole.textContent.startsWith(cut.textContent.slice(0, -1))).toBe(true);
    expect(id.id).toMatch(new RegExp(`^u_${whole.textContent}imcustomer\\d{5}$`));
    expect(other.textContent).not.toBe(whole.textContent);
  });

  test('an amount in pieces is one amount, wherever its pieces stand', () => {
    const body = bodyOf(
      '<p><i>¥</i><b>1,164</b><i>.80</i></p><div>¥</div><div>1,164</div><div>.80</div><p>¥1,164.80</p>',
    );
    const amounts = body.textContent.match(/¥[\s\d,.]+/g)!.map((text) => text.replaceAll(/\s/g, ''));
    expect(new Set(amounts).size).toBe(1);
  });

  test('a time that does not exist stays one that does not', () => {
    expect(shown('2026-02-30 10:00:00')).toBe('9999-99-99 99:99:99');
  });
});

test('data keeps its times and sums, and its ids are no amounts', () => {
  const data = { payOrderId: '12345678', actualFee: '23.80', total: 47.6, created: 1785981600000, paid: 1785981660000 };
  const body = bodyOf(`<script>var data = ${JSON.stringify(data)}</script><p>12345678</p>`);
  const read = JSON.parse(/\{.*\}/.exec(body.querySelector('script')!.textContent)![0]) as typeof data;
  expect(read.payOrderId).toBe(body.querySelector('p')!.textContent);
  expect(read.total).toBeCloseTo(2 * Number(read.actualFee), 6);
  expect(read.paid - read.created).toBe(60_000);
  expect(read.created).toBeLessThan(data.created - 300 * 86_400_000);
});

describe('the file', () => {
  const { html, url } = loadFixture('jd/order-list--normal');

  test('loads nothing and runs nothing when it is opened', () => {
    const evil =
      '<script src="https://a.b/c.js"></script><script>alert(1)</script><meta http-equiv="refresh" content="0;url=https://a.b"><iframe srcdoc="<script>1</script>"></iframe><p onclick="x()">1</p><form action="javascript:1"></form>';
    const document = documentOf(bundleOf(html.replace('<body>', `<body>${evil}`), url));
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toMatch(/^default-src 'none'/);
    expect(document.querySelectorAll('meta[http-equiv]')).toHaveLength(1);
    expect([...document.querySelectorAll('script')].map(({ textContent }) => textContent)).toEqual(['', '']);
    expect(document.querySelector('[onclick], [srcdoc]')).toBeNull();
  });

  test('has in its first line who made it and what was read, and is no file for another reader', () => {
    expect(headerOf(bundleOf(html, url))).toMatchObject({ liuke: 'diagnostic', version: 1, page: 'order-list' });
    expect(headerOf(html)).toBeNull();
    expect(headerOf('<!-- {"liuke":"diagnostic" -->\n')).toBeNull();
  });

  test('is made of a page of 400 orders and of one 5,000 levels deep', { timeout: 60_000 }, () => {
    const row = /<div class="card">[\s\S]*?\n <\/div><\/div>/.exec(html)![0];
    const many = html.replace(row, row.repeat(400));
    const start = threadMs();
    expect(bundleOf(many, url).length).toBeGreaterThan(500_000);
    expect(threadMs() - start).toBeLessThan(20_000);
    // Without a parser, whose own recursion would end the stack.
    const document = documentOf('<body></body>');
    let inner: Element = document.body;
    for (let level = 0; level < 5000; level += 1) inner = inner.appendChild(document.createElement('div'));
    inner.textContent = '王小明';
    expect(() => redactPage(document, [1, 2, 3])).not.toThrow();
  });

  test('is made of every broken page', { timeout: 60_000 }, () => {
    const pages = fc.constantFrom(...fixtures);
    const damage = fc.tuple(fc.nat(), fc.nat(80), fc.string({ unit: 'binary', maxLength: 12 }));
    fc.assert(
      fc.property(pages, fc.array(damage, { maxLength: 6 }), (page, damages) => {
        let text = page.html;
        for (const [at, length, put] of damages) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + length);
        }
        expect(redactPage(documentOf(text), [1, 2, 3]).html).toMatch(/^<html/);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
