/** The month report as it comes out of a printer. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { readAllPages } from '../../scripts/browser/read-all-pages.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let page: Page;

beforeAll(async () => {
  seller = await startSeller();
  const orders = await seller.open(consoleUrls.jdOrders);
  await readAllPages(orders, 'jd-shop', seller.worker);
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#report`);
});
afterAll(() => seller?.close());

test('a month of the demo shop is one sheet of A4, with its figures, its moves and what was done, and nothing of the page around it', async () => {
  await page.getByRole('table', { name: await wordOf(page, 'reportMonths') }).waitFor();
  await page.getByRole('heading', { name: await wordOf(page, 'dashFlows') }).waitFor();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pagesIn(pdf)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  for (const part of await page.getByRole('article').getByRole('heading').all())
    expect(await part.isVisible()).toBe(true);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
});

/** Each page of a PDF is an object that says so, in plain letters. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}
