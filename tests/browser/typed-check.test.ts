/** What is typed into the JD chat is looked at while it is typed, and every key is the page's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import type { FromUi, Input } from '../../lib/messaging/protocol.ts';
import { startJdChat, type JdChat } from './support/jd-chat.ts';
import { StripProbe } from './support/strip.ts';

let jd: JdChat;
let strip: StripProbe;

beforeAll(async () => {
  jd = await startJdChat();
  strip = await StripProbe.on(jd.chat);
  await jd.settledOn(jd.pins[0]!);
});
afterAll(() => jd?.seller.close());

const violating = '亲，加微信 liuke_8866 给您补';
const violatingToo = `${violating}，好评还能返5元`;
const box = () => jd.chat.locator('.EditorContent');
const keys = () => jd.chat.keyboard;
/** Buttons of the strip by their place. */
const REWRITE = 0;
const NEXT = 1;
const CLOSE = -1;
const seen = async () =>
  await until(
    () => strip.see(),
    (found) => found !== null,
  );
const gone = async () =>
  await until(
    () => strip.see(),
    (found) => found === null,
  );
const value = async () => (await jd.editor()).value;

async function empty(): Promise<void> {
  await box().click();
  await keys().press('Control+A');
  await keys().press('Delete');
  await gone();
}

async function tell<Name extends keyof FromUi>(name: Name, input: Input<FromUi, Name>): Promise<unknown> {
  return await jd.panel.evaluate(
    async ([to, what]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
      };
      return await chrome.runtime.sendMessage({ name: to, input: what });
    },
    [name as string, input] as const,
  );
}

beforeEach(empty);

describe('a text that breaks a rule', () => {
  test('is met by the strip, with the words, the reason and a rewrite, and nothing is sent', async () => {
    await keys().type(violating);
    const found = (await until(
      () => strip.see(),
      (now) => now?.words === '加微信 liuke_8866',
    ))!;
    expect(found.severity).toBe('block');
    for (const part of ['DIV-01', '仅供参考', '引导']) expect(found.text).toContain(part);
    expect(await jd.editor()).toEqual({ value: violating, sent: [] });
  });

  test('shows as warning or grey hint where it is no more than that', async () => {
    await keys().type('明天一定送到');
    expect(await seen()).toMatchObject({ severity: 'warn' });
    await empty();
    await keys().type('规定就是这样，没办法');
    const hint = (await seen())!;
    expect(hint).toMatchObject({ severity: 'hint', buttons: [await wordOf(jd.panel, 'stripClose')] });
    expect(hint.box.height).toBeLessThan(34);
  });

  test('is gone with the message', async () => {
    await keys().type('明天一定送到');
    await seen();
    await keys().press('Enter');
    await gone();
    expect((await jd.editor()).sent.at(-1)).toEqual({ pin: jd.pins[0], text: '明天一定送到' });
  });

  test('every key and every input reaches the page, unchanged and in order', async () => {
    await jd.chat.evaluate(() => {
      const heard: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
        window.addEventListener(type, (event) => {
          heard.push(`${type} ${(event as KeyboardEvent).key ?? (event as InputEvent).data} ${event.defaultPrevented}`);
        });
      Object.assign(window, { heard });
    });
    const letters = Array.from('hao ping fan 5 yuan, jia V: liuke_8866');
    for (const letter of letters) await keys().press(letter === ' ' ? 'Space' : letter);
    await keys().press('ArrowLeft');
    await keys().press('Alt+ArrowDown');
    const heard = await jd.chat.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const expected = letters.flatMap((key) =>
      ['keydown', 'keypress', 'beforeinput', 'input', 'keyup'].map((type) => `${type} ${key} false`),
    );
    const typed = heard.filter((one) => !/Arrow|Alt|Shift/.test(one));
    expect(typed).toEqual(expected);
    expect(heard.filter((one) => /Arrow|Alt/.test(one))).toHaveLength(6);
    expect(await value()).toBe(letters.join(''));
  });

  test('is met within 150 ms after the key that completes it', async () => {
    await keys().type('这款面料顶级');
    const { box: place } = (await seen())!;
    const waits: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      await empty();
      await keys().type('这款面料顶');
      await jd.chat.waitForTimeout(250);
      expect(await strip.see()).toBeNull();
      await jd.chat.evaluate(({ x, y, width, height }) => {
        const { promise, resolve } = Promise.withResolvers<number>();
        const look = (start: number) => {
          const top = document.elementFromPoint(x + width / 2, y + height - 12);
          if (top?.tagName === 'LIUKE-OVERLAY') resolve(performance.now() - start);
          else requestAnimationFrame(() => look(start));
        };
        window.addEventListener('beforeinput', () => look(performance.now()), { once: true });
        Object.assign(window, { promise });
      }, place);
      await keys().type('级');
      waits.push(await jd.chat.evaluate(() => (window as unknown as { promise: Promise<number> }).promise));
    }
    const sorted = waits.toSorted((a, b) => a - b);
    const [median, slowest] = [sorted[10]!, sorted.at(-1)!];
    console.log(`strip after the last key: median ${median.toFixed(0)} ms, slowest of 20 ${slowest.toFixed(0)} ms`);
    expect(median).toBeLessThanOrEqual(150);
  });
});

describe('a rewrite', () => {
  test('stands in place of the words after one click, as if typed, and the page can undo it', async () => {
    await keys().type(violating);
    const found = (await seen())!;
    await strip.click(REWRITE);
    await gone();
    const rewritten = await value();
    expect(rewritten).toMatch(/^亲，.{10,} 给您补$/);
    expect(found.text).toContain(rewritten.slice(2, -4));
    expect((await jd.editor()).sent.filter(({ text }) => text.startsWith('亲'))).toEqual([]);
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
    await keys().press('Control+Z');
    await until(value, (text) => text === violating);
  });

  test('of one finding leaves the others, which one steps through', async () => {
    await keys().type(violatingToo);
    const first = (await seen())!;
    await strip.click(NEXT);
    const second = await until(
      () => strip.see(),
      (found) => found?.words !== first.words,
    );
    expect(second!.words).toContain('好评');
    await strip.click(REWRITE);
    const left = await until(
      () => strip.see(),
      (found) => found?.words === first.words,
    );
    expect(left!.buttons).toHaveLength(2);
    expect(await value()).toContain('加微信 liuke_8866');
  });

  test('with something to fill in has it selected, and says so until it is filled in', async () => {
    await keys().type('专柜价999元，今天只要99');
    await seen();
    await strip.click(REWRITE);
    const note = await wordOf(jd.panel, 'stripNote_fillBlank');
    await until(
      () => strip.see(),
      (found) => found?.text.includes(note) ?? false,
    );
    expect(await jd.chat.evaluate(() => getSelection()!.toString())).toMatch(/^×+$/);
    await keys().press('Control+A');
    await keys().type('您好');
    await gone();
  });
});

describe('whoever has read it', () => {
  test('closes it for this text, and it comes with the next one', async () => {
    await keys().type(violating);
    await seen();
    await strip.click(CLOSE);
    await gone();
    await keys().type('哦');
    await jd.chat.waitForTimeout(400);
    expect(await strip.see()).toBeNull();
    await empty();
    await keys().type(violating);
    await seen();
  });

  test('goes into it and back by the keyboard, and Enter there sends nothing', async () => {
    await keys().type(violating);
    await seen();
    await keys().press('Alt+ArrowUp');
    await until(
      () => strip.see(),
      (found) => found?.hasFocus ?? false,
    );
    await keys().press('Escape');
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
    await keys().type('好');
    expect(await value()).toBe(`${violating}好`);
    const before = (await jd.editor()).sent.length;
    await keys().press('Alt+ArrowUp');
    await keys().press('Tab');
    await until(
      () => strip.see(),
      (found) => found?.hasFocus ?? false,
    );
    await keys().press('Shift+Tab');
    await keys().press('Enter');
    await gone();
    expect(await value()).not.toContain('liuke_8866');
    expect((await jd.editor()).sent).toHaveLength(before);
  });
});

test('while an input method composes nothing comes, and what stands stays where it is', async () => {
  const session = await jd.chat.context().newCDPSession(jd.chat);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ['加', '加微', '加微信liuke8866']) await compose(text);
  await jd.chat.waitForTimeout(500);
  expect(await strip.see()).toBeNull();
  await session.send('Input.insertText', { text: '加微信liuke8866' });
  const before = (await seen())!;
  await compose('，好评返5元');
  await jd.chat.waitForTimeout(500);
  expect(await strip.see()).toEqual(before);
  await session.send('Input.insertText', { text: '，好评返5元' });
  await until(
    () => strip.see(),
    (found) => found?.buttons.length === 3,
  );
});

describe('another customer', () => {
  test('takes the strip away, and gets nothing of the rewrite', async () => {
    await keys().type(violating);
    const { box: place } = (await seen())!;
    const before = (await jd.editor()).sent.length;
    await jd.chat.evaluate(
      (to) => (window as unknown as { __replica: { switchTo(pin: string): void } }).__replica.switchTo(to),
      jd.pins[1]!,
    );
    await jd.chat.mouse.click(place.x + place.width - 60, place.y + place.height - 45);
    await gone();
    await jd.settledOn(jd.pins[1]!);
    expect(await jd.editor()).toMatchObject({ value: '' });
    expect((await jd.editor()).sent).toHaveLength(before);
    await jd.switchTo(jd.pins[0]!);
    await jd.settledOn(jd.pins[0]!);
  });
});

describe('the strip', () => {
  test('follows the box when the window changes, and fits a narrow one', async () => {
    await keys().type(violatingToo);
    await seen();
    const narrow = await jd.chat.addStyleTag({ content: '.ulist-wrap, .plugin-wrap { display: none }' });
    for (const [width, height] of [
      [360, 640],
      [900, 700],
      [1280, 800],
    ] as const) {
      await jd.chat.setViewportSize({ width, height });
      const foot = async () => (await jd.chat.locator('.chat-foot').boundingBox())!;
      await until(
        async () => ({ at: (await strip.see())?.box, foot: await foot() }),
        ({ at, foot: { y } }) => at !== undefined && Math.abs(at.y + at.height + 6 - y) <= 2,
      );
      const { x, width: wide } = (await strip.see())!.box;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    await narrow.evaluate((style) => (style as unknown as Element).remove());
  });

  test('is not seen over a dialog of the page, and comes back after it', async () => {
    await keys().type(violating);
    await seen();
    await jd.chat.evaluate(() => {
      const mask = Object.assign(document.createElement('div'), { id: 'mask' });
      mask.style.cssText = 'position: fixed; inset: 0; background: rgb(0 0 0 / 40%)';
      document.body.append(mask);
    });
    await gone();
    await jd.chat.evaluate(() => document.querySelector('#mask')!.remove());
    await seen();
  });

  test('goes away with the one switch, and comes back with it', async () => {
    await keys().type(violating);
    await seen();
    await tell('setOverlay', { isOn: false });
    await gone();
    await jd.chat.waitForFunction(() => document.querySelector('liuke-overlay') === null);
    await tell('setOverlay', { isOn: true });
    await seen();
  });

  test('knows what the shop itself allows', async () => {
    const { shopId } = (await jd.state())!;
    const allow = [{ phrase: 'www.mumu-home.cn', rules: ['DIV-04'] }];
    const content = JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', allow });
    await keys().type('说明书在 www.mumu-home.cn 下载');
    await seen();
    await tell('setShopRules', { shopId: shopId!, content });
    await empty();
    await keys().type('说明书在 www.mumu-home.cn 下载');
    await jd.chat.waitForTimeout(600);
    expect(await strip.see()).toBeNull();
  });

  test('leaves nothing of what was typed on the disk or in the session', async () => {
    const words = '绝密的话加微信 liuke_7777';
    await keys().type(words);
    await seen();
    const worker = await jd.seller.worker();
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
