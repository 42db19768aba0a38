/**
 * A page that the browser kept whole while another one was shown, and shows again: people's browsers do so with nearly every page they
 * leave. Playwright forbids it by a switch of its own, which is left out here.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pageStates, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

const ELSEWHERE = 'https://shop.jd.com/jdm/mkt/market';

let seller: Seller;

beforeAll(async () => {
  seller = await startSeller({ keepsPages: true });
  await seller.browser.context.route(ELSEWHERE, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><title>商家后台</title><p>营销</p>',
    }),
  );
});
afterAll(() => seller?.close());
afterEach(async () => {
  for (const page of seller.browser.context.pages().slice(1)) await page.close();
});

const stored = async () => await storedOrders(await seller.worker());
const storedAs = async (id: string) => (await stored()).find(({ orderId }) => orderId === id)?.status;
const shown = async () => (await pageStates(await seller.worker())).filter(({ page }) => page === 'order-list');

/** Elsewhere and back, as the page itself may go, a moment after it was told to: going away ends what it is asked. @returns whether the browser had kept the page whole */
async function goAndComeBack(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { cameBack: persisted }));
  });
  await page.evaluate((url) => void setTimeout(() => location.assign(url)), ELSEWHERE);
  await page.waitForURL(ELSEWHERE);
  await until(shown, (states) => states.length === 0);
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => (window as { __replica?: object }).__replica !== undefined);
  return await page.evaluate(() => (window as { cameBack?: boolean }).cameBack ?? false);
}

interface DrawnNode {
  nodeName: string;
  nodeValue: string;
  children?: DrawnNode[];
  shadowRoots?: DrawnNode[];
}

/** The labels of our chips, which no script of the page could look at. */
async function chipsOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const under = (node: DrawnNode): DrawnNode[] => [
    node,
    ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(under),
  ];
  const host = under(root).find(({ nodeName }) => nodeName === 'LIUKE-OVERLAY');
  const spans = host ? under(host).filter(({ nodeName }) => nodeName === 'SPAN') : [];
  return spans.map((span) => under(span).at(-1)!.nodeValue);
}

describe.each([
  ['the order list of JD', consoleUrls.jdOrders, 'jd-shop', '已完成'],
  ['the old sold list of Taobao', consoleUrls.taobaoOld, 'taobao-old', '交易成功'],
] as const)('%s, kept by the browser', (_, url, name, completed) => {
  test('is shown again with its chips, nothing doubled, and goes on being read', async () => {
    const page = await seller.open(url);
    const ids = await (await replicaOf(page, name)).evaluate((replica) => replica.orderIds());
    const health = { rows: ids.length, read: ids.length };
    await until(shown, ([state]) => state?.health.read === ids.length);
    const chips = await until(
      async () => await chipsOn(page),
      (labels) => labels.length > 0,
    );
    const count = (await stored()).length;

    expect(await goAndComeBack(page)).toBe(true);
    const [after] = await until(shown, (states) => states.length === 1);
    expect(after!.health).toEqual(health);
    expect(await chipsOn(page)).toEqual(chips);

    const open = (await stored()).find(({ orderId, status }) => ids.includes(orderId) && status === 'shipped')!;
    await (
      await replicaOf(page, name)
    ).evaluate((replica, [orderId, text]) => replica.setStatus(orderId, text), [open.orderId, completed] as const);
    await until(
      async () => await storedAs(open.orderId),
      (status) => status === 'completed',
    );
    expect(await stored()).toHaveLength(count);
    expect(await chipsOn(page)).toHaveLength(chips.length);
    expect(await shown()).toHaveLength(1);
  });
});
