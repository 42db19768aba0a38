import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { chipsInSight } from './support/overlay.ts';
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
    const [ours, theirs] = await Promise.all([withUs.open(url), without.open(url)]);
    await until(
      async () => await pageStates(await withUs.worker()),
      (states) => states.some((state) => state.page !== 'unknown'),
    );
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

/** What of the page may be clicked, and lies within the window, in viewport coordinates. */
async function controlsOf(page: Page) {
  return await page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, textarea, label, [role=button], [tabindex]')]
      .map((control) => control.getBoundingClientRect().toJSON() as DOMRect)
      .filter(({ width, height }) => width > 0 && height > 0),
  );
}

/** Luminances as of WCAG 2. @param color `rgb(…)`, opaque */
function contrast(color: string, ground: string): number {
  const [a, b] = [color, ground].map((text) => {
    const [red, green, blue] = text.match(/[\d.]+/g)!.map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  });
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

describe.each([
  ['the order list of JD', consoleUrls.jdOrders],
  ['the old sold list of Taobao', consoleUrls.taobaoOld],
  // It shows masks alone: whose orders they are is known from the old one.
  ['the new sold list of Taobao', consoleUrls.taobaoSold],
])('the chips on %s', (_, url) => {
  test('can be read: dark enough on their ground, large enough, whole, in the window, none over another', async () => {
    const page = await withUs.open(url);
    const { chips } = await until(
      () => chipsInSight(page),
      (seen) => seen.chips.length > 1,
    );
    const unreadable = chips.filter(
      ({ text, color, background, fontPx, isWhole, box }) =>
        text.trim() === '' ||
        // A half-transparent ground would be as dark as what the page has behind it.
        !background.startsWith('rgb(') ||
        contrast(color, background) < 4.5 ||
        fontPx < 10 ||
        !isWhole ||
        box.x < 0 ||
        box.x + box.width > 1280,
    );
    expect(unreadable).toEqual([]);
    const overlapping = chips.filter(({ box: one }, at) =>
      chips.some(
        ({ box: other }, index) =>
          index > at &&
          one.x < other.x + other.width - 1 &&
          other.x < one.x + one.width - 1 &&
          one.y < other.y + other.height - 1 &&
          other.y < one.y + one.height - 1,
      ),
    );
    expect(overlapping).toEqual([]);
    await page.close();
  });

  test('stand over none of its controls, are not seen under its dialogs, and come back after them', async () => {
    const page = await withUs.open(url);
    for (const width of [1280, 800]) {
      await page.setViewportSize({ width, height: 800 });
      const { chips } = await until(
        () => chipsInSight(page),
        (seen) => seen.chips.length > 0,
      );
      const controls = await controlsOf(page);
      const over = chips.filter(({ box }) =>
        controls.some(
          (control) =>
            control.x < box.x + box.width - 1 &&
            control.x + control.width > box.x + 1 &&
            control.y < box.y + box.height - 1 &&
            control.y + control.height > box.y + 1,
        ),
      );
      expect(over).toEqual([]);
    }
    await page.evaluate(() => {
      const mask = Object.assign(document.createElement('div'), { id: 'mask' });
      mask.style.cssText = 'position: fixed; inset: 0; background: rgb(0 0 0 / 40%)';
      document.body.append(mask);
    });
    await until(
      () => chipsInSight(page),
      ({ chips }) => chips.length === 0,
    );
    await page.evaluate(() => document.querySelector('#mask')!.remove());
    await until(
      () => chipsInSight(page),
      ({ chips }) => chips.length > 0,
    );
    await page.close();
  });

  test('are one stop of the keyboard behind the page: arrows walk them, each says why, Esc leaves, the page hears nothing', async () => {
    const page = await withUs.open(url);
    const { chips } = await until(
      () => chipsInSight(page),
      (seen) => seen.chips.length > 1,
    );
    await page.evaluate(() => {
      const focusable = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, [tabindex="0"]')];
      focusable.findLast((one) => one.checkVisibility())!.focus();
      Object.assign(window, { heard: [] });
      for (const type of ['keydown', 'keyup'])
        document.addEventListener(type, (event) => {
          if ((event as KeyboardEvent).key !== 'Tab') (window as unknown as { heard: unknown[] }).heard.push(type);
        });
    });
    // The page has scrolled there, and the chips with it.
    await page.waitForTimeout(300);
    await page.keyboard.press('Tab');
    const reached = async (at: number) =>
      await until(
        () => chipsInSight(page),
        (seen) => seen.chips[at]?.isReached === true && seen.reason !== null,
      );
    const first = (await reached(0)).reason;
    await page.keyboard.press('ArrowDown');
    await reached(1);
    await page.keyboard.press('ArrowUp');
    expect((await reached(0)).reason).toBe(first);
    expect(first).not.toBe('');
    await page.keyboard.press('Escape');
    await until(
      () => chipsInSight(page),
      (seen) => seen.reason === null && seen.chips.every(({ isReached }) => !isReached),
    );
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
    expect(chips.length).toBeGreaterThan(1);
    await page.close();
  });

  test('are one element of ours, and one switch takes it away', async () => {
    const page = await withUs.open(url);
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
    await panel.close();
    await page.close();
  });
});
