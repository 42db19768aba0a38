/** The command as a contributor runs it. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gbkBytes } from '../../scripts/demo/answers/gb18030.ts';
import { printedPage } from '../../scripts/liuke/printed-page.ts';
import { decodePage } from '../../scripts/liuke/read.ts';
import { readSavedText } from '../../scripts/liuke/saved-answer.ts';
import { bundleOf } from '../support/bundle-of.ts';
import { documentOf, loadFixture } from '../support/load-fixture.ts';
import {
  answerUrls,
  jdCase,
  jdCasePage,
  jdOrder,
  jdOrderPage,
  PERSONAL,
  rate,
  rateList,
  soldList,
  soldOrder,
} from '../support/make-answers.ts';
import { runLiuke } from '../support/run-liuke.ts';

const ORDER_LIST = 'https://shop.jd.com/jdm/trade/orders/order-list';

const readSaved = async (text: string, url: string) =>
  await readSavedText(text, url, (html) => printedPage(documentOf(html), url));

// Processes are started, which takes its time on a busy machine.
describe('read', { timeout: 30_000 }, () => {
  test.each([
    'jd/order-list--normal',
    'taobao/sold-list-old--gb18030',
    'taobao/blocked--risk-control-json',
    'taobao/unknown--unrelated-host',
  ])('prints one JSON object and nothing else for %s', (name) => {
    const { url, file, expected } = loadFixture(name);
    const { status, stdout, stderr } = runLiuke('read', '--url', url, file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('takes the address after the file as well', () => {
    const { url, file, expected } = loadFixture('jd/order-list--unpaid');
    expect(JSON.parse(runLiuke('read', file, '--url', url).stdout)).toEqual(expected);
  });

  test.each([
    [
      'as JSON',
      answerUrls.jdOrders,
      JSON.stringify(jdOrderPage(jdOrder())),
      { page: 'order-list', orders: [{ amountFen: 6530 }] },
    ],
    [
      'as JSONP',
      answerUrls.taobaoReviews,
      `cb(${JSON.stringify(rateList(rate()))})`,
      { page: 'review-list', reviews: [{ rating: 'positive' }] },
    ],
    [
      'beside its request',
      answerUrls.jdCases,
      JSON.stringify({ request: {}, response: jdCasePage(jdCase()) }),
      { page: 'after-sale-list', afterSales: [{ status: 'refunded' }] },
    ],
    [
      'at the address of its page',
      ORDER_LIST,
      JSON.stringify(jdOrderPage(jdOrder())),
      { page: 'order-list', orders: [{ amountFen: 6530 }] },
    ],
    ['refused', answerUrls.taobaoCases, '{"ret":["FAIL_SYS_TOKEN_EXOIRED::令牌过期"]}', { page: 'blocked' }],
    ['refused at the address of its page', ORDER_LIST, '{"code":1001}', { page: 'blocked' }],
    [
      'with a login page in its place',
      answerUrls.taobaoOrders,
      '<html><title>登录</title></html>',
      { page: 'blocked' },
    ],
    [
      'that is never read',
      answerUrls.jdOrders.replace('queryOrderPage', 'getSensitiveInfo'),
      JSON.stringify(jdOrderPage(jdOrder())),
      { page: 'unknown', health: { rows: 0 } },
    ],
    [
      'that is a login page of its own',
      'https://passport.shop.jd.com/login/index.action',
      '<title>登录</title>',
      { page: 'blocked' },
    ],
    [
      'at the address of a page that is never read',
      'https://sz.jd.com/sz/view/orders.html',
      JSON.stringify(jdOrderPage(jdOrder())),
      { page: 'unknown' },
    ],
    [
      'of another call',
      'https://sff.jd.com/api?api=x.queryOrderTabs',
      JSON.stringify({ code: 200, data: [] }),
      { page: 'unknown' },
    ],
  ])('reads a saved answer %s', async (_, url, text, expected) => {
    const printed = await readSaved(text, url);
    expect(printed).toMatchObject({ platform: url.includes('taobao') ? 'taobao' : 'jd', ...expected });
    expect(JSON.stringify(printed)).not.toContain(PERSONAL);
  });

  test('reads a saved answer in GBK, and data as its old page carries it', async () => {
    const text = decodePage(gbkBytes(JSON.stringify(soldList(soldOrder()))));
    const orders = [{ orderId: '4512340000000021130', items: [{ title: '示例 ±0.1mm' }] }];
    expect(await readSaved(text, answerUrls.taobaoOrders)).toMatchObject({ orders });
    const oldPage = 'https://trade.taobao.com/trade/itemlist/list_sold_items.htm';
    expect(await readSaved(text, oldPage)).toMatchObject({ page: 'order-list', orders });
  });

  test('prints a saved answer from the command line', () => {
    const file = join(tmpdir(), `liuke-answer-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(jdOrderPage(jdOrder())));
    const { status, stdout, stderr } = runLiuke('read', '--url', answerUrls.jdOrders, file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ platform: 'jd', page: 'order-list', health: { rows: 1, read: 1 } });
  });

  test('reads a file that is no page at all', () => {
    const file = join(tmpdir(), `liuke-no-page-${process.pid}.bin`);
    writeFileSync(
      file,
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 131) % 256),
    );
    const { status, stdout } = runLiuke('read', '--url', 'https://shop.jd.com/jdm/trade/orders/order-list', file);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      platform: 'jd',
      page: 'order-list',
      rejects: [],
      health: { rows: 0, read: 0 },
    });
  });

  test('reads a page 5,000 levels deep', () => {
    const { url, html, expected } = loadFixture('taobao/sold-list--several-lines');
    const file = join(tmpdir(), `liuke-deep-${process.pid}.html`);
    const deep = html
      .replace('<body>', `<body>${'<div>'.repeat(5000)}`)
      .replace('</body>', `${'</div>'.repeat(5000)}</body>`);
    writeFileSync(file, deep);
    const { status, stdout } = runLiuke('read', '--url', url, file);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('takes a diagnostic file without an address', () => {
    const { url, html, expected } = loadFixture('jd/order-list--broken');
    const file = join(tmpdir(), `liuke-diagnostic-${process.pid}.html`);
    writeFileSync(file, bundleOf(html, url));
    const { status, stdout } = runLiuke('read', file);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      page: 'order-list',
      rejects: expected.rejects,
      health: expected.health,
    });
  });

  const { file } = loadFixture('jd/order-list--empty');
  test.each([
    [['read', file], 'expected one address and one file'],
    [['read', '--url', 'https://shop.jd.com/'], 'expected one address and one file'],
    [['read', '--url', 'https://shop.jd.com/', file, file], 'expected one address and one file'],
    [['read', '--url', 'shop.jd.com/order-list', file], 'expected an address such as https://shop.jd.com/…'],
    [
      ['read', '--url', 'https://shop.jd.com/', 'no-such-file.html'],
      'expected a saved page (an HTML file), cannot read "no-such-file.html"',
    ],
    [['read', '--url', 'https://shop.jd.com/', import.meta.dirname], 'expected a saved page'],
    [['read', '--address', 'https://shop.jd.com/', file], '--address'],
    [['raed'], 'unknown command "raed"'],
    [[], 'usage: npm run -s liuke -- read --url <URL> <file>'],
  ])('%j is refused with what was expected', (args, message) => {
    const { status, stdout, stderr } = runLiuke(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});
