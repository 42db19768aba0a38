/** The strip at the JD chat box: how one gets into it and rid of it, where it stands, and what it leaves behind. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import { CLOSE, FOUND, startTypedChat, violating, violatingToo, type TypedChat } from './support/typed-chat.ts';

let desk: TypedChat;

beforeAll(async () => {
  desk = await startTypedChat();
});
afterAll(() => desk?.jd.seller.close());
beforeEach(() => desk.begin());

describe('whoever has read it', () => {
  test('closes it for this text, and it comes with the next one', async () => {
    await desk.keys.type(violating);
    await desk.seen(({ words }) => words.startsWith(FOUND));
    await desk.strip.click(CLOSE);
    await desk.gone();
    await desk.keys.type('哦');
    await desk.jd.chat.waitForTimeout(400);
    expect(await desk.strip.see()).toBeNull();
    await desk.begin();
    await desk.keys.type(violating);
    await desk.seen();
  });

  test('goes into it and back by the keyboard, and Enter there sends nothing', async () => {
    await desk.keys.type(violating);
    await desk.seen();
    await desk.keys.press('Alt+ArrowUp');
    await desk.seen((found) => found.hasFocus);
    await desk.keys.press('Escape');
    expect(await desk.box.evaluate((element) => element === document.activeElement)).toBe(true);
    await desk.keys.type('好');
    expect(await desk.value()).toBe(`${violating}好`);
    const before = (await desk.jd.editor()).sent.length;
    await desk.keys.press('Alt+ArrowUp');
    await desk.keys.press('Tab');
    await desk.seen((found) => found.hasFocus);
    await desk.keys.press('Shift+Tab');
    await desk.keys.press('Enter');
    await desk.gone();
    expect(await desk.value()).not.toContain('liuke_8866');
    expect((await desk.jd.editor()).sent).toHaveLength(before);
  });
});

describe('the strip', () => {
  test('follows the box when the window changes, and fits a narrow one', async () => {
    await desk.keys.type(violatingToo);
    await desk.seen();
    const narrow = await desk.jd.chat.addStyleTag({ content: '.ulist-wrap, .plugin-wrap { display: none }' });
    for (const [width, height] of [
      [360, 640],
      [900, 700],
      [1280, 800],
    ] as const) {
      await desk.jd.chat.setViewportSize({ width, height });
      const foot = async () => (await desk.jd.chat.locator('.chat-foot').boundingBox())!;
      await until(
        async () => ({ at: (await desk.strip.see())?.box, foot: await foot() }),
        ({ at, foot: { y } }) => at !== undefined && Math.abs(at.y + at.height + 6 - y) <= 2,
      );
      const { x, width: wide } = (await desk.strip.see())!.box;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    await narrow.evaluate((style) => (style as unknown as Element).remove());
  });

  test('is not seen over a dialog of the page, and comes back after it', async () => {
    await desk.keys.type(violating);
    await desk.seen();
    await desk.jd.chat.evaluate(() => {
      const mask = Object.assign(document.createElement('div'), { id: 'mask' });
      mask.style.cssText = 'position: fixed; inset: 0; background: rgb(0 0 0 / 40%)';
      document.body.append(mask);
    });
    await desk.gone();
    await desk.jd.chat.evaluate(() => document.querySelector('#mask')!.remove());
    await desk.seen();
  });

  test('goes away with the one switch, and comes back with it', async () => {
    await desk.keys.type(violating);
    await desk.seen();
    await desk.tell('setOverlay', { isOn: false });
    await desk.gone();
    await desk.jd.chat.waitForFunction(() => document.querySelector('liuke-overlay') === null);
    await desk.tell('setOverlay', { isOn: true });
    await desk.seen();
  });

  test('knows what the shop itself allows', async () => {
    const { shopId } = (await desk.jd.state())!;
    const allow = [{ phrase: 'www.mumu-home.cn', rules: ['DIV-04'] }];
    const content = JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', allow });
    await desk.keys.type('说明书在 www.mumu-home.cn 下载');
    await desk.seen();
    await desk.tell('setShopRules', { shopId: shopId!, content });
    await desk.begin();
    await desk.keys.type('说明书在 www.mumu-home.cn 下载');
    await desk.jd.chat.waitForTimeout(600);
    expect(await desk.strip.see()).toBeNull();
  });

  test('leaves nothing of what was typed on the disk or in the session', async () => {
    const words = '绝密的话加微信 liuke_7777';
    await desk.keys.type(words);
    await desk.seen();
    const worker = await desk.jd.seller.worker();
    const tables = new LiukeDatabase().tables.map(({ name }) => name);
    const stored = await Promise.all(tables.map((table) => recordsOf(worker, table)));
    const areas = await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { get(key: null): Promise<unknown> }> };
      };
      return [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    });
    for (const part of ['绝密的话', 'liuke_7777']) expect(JSON.stringify([stored, areas])).not.toContain(part);
  });
});
