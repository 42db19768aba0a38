import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { pageStates, until } from '../../scripts/browser/extension-store.ts';

let withUs: Seller;
let without: Seller;
let bareExtension: string;

beforeAll(async () => {
  bareExtension = mkdtempSync(join(tmpdir(), 'liuke-bare-'));
  writeFileSync(join(bareExtension, 'worker.js'), '');
  writeFileSync(
    join(bareExtension, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'bare', version: '1', background: { service_worker: 'worker.js' } }),
  );
  const untilMs = Date.now();
  withUs = await startSeller({ untilMs });
  without = await startSeller({ untilMs, extension: bareExtension });
});
afterAll(async () => {
  await withUs?.close();
  await without?.close();
  rmSync(bareExtension, { recursive: true, force: true });
});

/** Everything of the page that a script of it could look at, less the one element of ours. */
async function lookOf(page: Page) {
  return await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const chips of copy.querySelectorAll('liuke-overlay')) chips.remove();
    const { prototype } = XMLHttpRequest;
    return {
      html: copy.outerHTML,
      globals: Object.getOwnPropertyNames(window).toSorted(),
      native: [fetch, prototype.open, prototype.send, history.pushState, JSON.parse, document.createElement].map((fn) =>
        Function.prototype.toString.call(fn),
      ),
      ours: document.querySelectorAll('liuke-overlay').length,
      shadow: document.querySelector('liuke-overlay')?.shadowRoot ?? null,
    };
  });
}

describe.each(Object.entries(consoleUrls))('%s: the page with us and without us', (_, url) => {
  test('has the same nodes, the same globals and made the same requests', async () => {
    withUs.log.requests.length = without.log.requests.length = 0;
    const ours = await withUs.open(url);
    await until(
      async () => await pageStates(await withUs.worker()),
      (states) => states.some((state) => state.page !== 'unknown'),
    );
    await ours.waitForTimeout(1500);
    const theirs = await without.open(url);
    await theirs.waitForTimeout(1500);
    const [a, b] = [await lookOf(ours), await lookOf(theirs)];
    expect(a.html).toBe(b.html);
    expect(a.globals).toEqual(b.globals);
    expect(a.native).toEqual(b.native);
    expect(a.shadow).toBeNull();
    expect(withUs.log.requests.toSorted()).toEqual(without.log.requests.toSorted());
    await ours.close();
    await theirs.close();
  });
});

describe('the chips on the page', () => {
  test('are one element of ours, and one switch takes it away', async () => {
    const page = await withUs.open(consoleUrls.jdOrders);
    await page.waitForFunction(() => document.querySelectorAll('liuke-overlay').length === 1);
    const panel = await withUs.openPanel();
    const setOverlay = async (isOn: boolean) =>
      await panel.evaluate(async (value) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
        };
        await chrome.runtime.sendMessage({ name: 'setOverlay', input: { isOn: value } });
      }, isOn);
    await setOverlay(false);
    await page.waitForFunction(() => document.querySelectorAll('liuke-overlay').length === 0);
    await setOverlay(true);
    await page.waitForFunction(() => document.querySelectorAll('liuke-overlay').length === 1);
  });
});
