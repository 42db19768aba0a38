/** What is typed into the JD chat is looked at while it is typed, and every key is the page's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { FOUND, NEXT, REWRITE, startTypedChat, violating, violatingToo, type TypedChat } from './support/typed-chat.ts';

let desk: TypedChat;

beforeAll(async () => {
  desk = await startTypedChat();
});
afterAll(() => desk?.jd.seller.close());
beforeEach(() => desk.begin());

describe('a text that breaks a rule', () => {
  test('is met by the strip, with the words, the reason and a rewrite, and nothing is sent', async () => {
    await desk.keys.type(violating);
    const found = await desk.seen(({ words }) => words.startsWith(FOUND));
    expect(found.severity).toBe('block');
    for (const part of ['DIV-01', '仅供参考', '引导']) expect(found.text).toContain(part);
    expect(await desk.jd.editor()).toEqual({ value: violating, sent: [] });
  });

  test('shows as warning or grey hint where it is no more than that', async () => {
    await desk.keys.type('明天一定送到');
    expect(await desk.seen()).toMatchObject({ severity: 'warn' });
    await desk.begin();
    await desk.keys.type('规定就是这样，没办法');
    const hint = await desk.seen();
    expect(hint).toMatchObject({ severity: 'hint', buttons: [await wordOf(desk.jd.panel, 'stripClose')] });
    expect(hint.box.height).toBeLessThan(34);
  });

  test('is gone with the message', async () => {
    await desk.keys.type('明天一定送到');
    await desk.seen();
    await desk.keys.press('Enter');
    await desk.gone();
    expect((await desk.jd.editor()).sent.at(-1)).toEqual({ pin: desk.jd.pins[0], text: '明天一定送到' });
  });

  test('every key and every input reaches the page, unchanged and in order', async () => {
    await desk.jd.chat.evaluate(() => {
      const heard: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
        window.addEventListener(type, (event) => {
          heard.push(`${type} ${(event as KeyboardEvent).key ?? (event as InputEvent).data} ${event.defaultPrevented}`);
        });
      Object.assign(window, { heard });
    });
    const letters = Array.from('hao ping fan 5 yuan, jia V: liuke_8866');
    for (const letter of letters) await desk.keys.press(letter === ' ' ? 'Space' : letter);
    await desk.keys.press('ArrowLeft');
    await desk.keys.press('Alt+ArrowDown');
    const heard = await desk.jd.chat.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const expected = letters.flatMap((key) =>
      ['keydown', 'keypress', 'beforeinput', 'input', 'keyup'].map((type) => `${type} ${key} false`),
    );
    const typed = heard.filter((one) => !/Arrow|Alt|Shift/.test(one));
    expect(typed).toEqual(expected);
    expect(heard.filter((one) => /Arrow|Alt/.test(one))).toHaveLength(6);
    expect(await desk.value()).toBe(letters.join(''));
  });

  test('is met within 150 ms after the key that completes it', async () => {
    await desk.keys.type('这款面料顶级');
    const { box: place } = await desk.seen();
    const waits: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      await desk.begin();
      await desk.keys.type('这款面料顶');
      await desk.jd.chat.waitForTimeout(250);
      expect(await desk.strip.see()).toBeNull();
      await desk.jd.chat.evaluate(({ x, y, width, height }) => {
        const { promise, resolve } = Promise.withResolvers<number>();
        const look = (start: number) => {
          const top = document.elementFromPoint(x + width / 2, y + height - 12);
          if (top?.tagName === 'LIUKE-OVERLAY') resolve(performance.now() - start);
          else requestAnimationFrame(() => look(start));
        };
        window.addEventListener('beforeinput', () => look(performance.now()), { once: true });
        Object.assign(window, { promise });
      }, place);
      await desk.keys.type('级');
      waits.push(await desk.jd.chat.evaluate(() => (window as unknown as { promise: Promise<number> }).promise));
    }
    const sorted = waits.toSorted((a, b) => a - b);
    const [median, slowest] = [sorted[10]!, sorted.at(-1)!];
    console.log(`strip after the last key: median ${median.toFixed(0)} ms, slowest of 20 ${slowest.toFixed(0)} ms`);
    expect(median).toBeLessThanOrEqual(150);
  });
});

describe('a rewrite', () => {
  test('stands in place of the words after one click, as if typed, and the page can undo it', async () => {
    await desk.keys.type(violating);
    const found = await desk.seen(({ words }) => words.startsWith(FOUND));
    await desk.strip.click(REWRITE);
    await desk.gone();
    const rewritten = await desk.value();
    expect(rewritten).toMatch(/^亲，.{10,}补$/);
    expect(found.text).toContain(rewritten.slice(2, -4));
    expect((await desk.jd.editor()).sent.filter(({ text }) => text.startsWith('亲'))).toEqual([]);
    expect(await desk.box.evaluate((element) => element === document.activeElement)).toBe(true);
    await desk.keys.press('Control+Z');
    await until(desk.value, (text) => text === violating);
  });

  test('of one finding leaves the others, which one steps through', async () => {
    await desk.keys.type(violatingToo);
    const first = await desk.seen(({ buttons }) => buttons.length === 3);
    await desk.strip.click(NEXT);
    const second = await desk.seen((found) => found.words !== first.words);
    expect(second.words).toContain('好评');
    await desk.strip.click(REWRITE);
    const left = await desk.seen((found) => found.words === first.words);
    expect(left.buttons).toHaveLength(2);
    expect(await desk.value()).toContain(FOUND);
  });

  test('with something to fill in has it selected, and says so until it is filled in', async () => {
    await desk.keys.type('专柜价999元，今天只要99');
    await desk.seen();
    await desk.strip.click(REWRITE);
    const note = await wordOf(desk.jd.panel, 'stripNote_fillBlank');
    await desk.seen((found) => found.text.includes(note));
    expect(await desk.jd.chat.evaluate(() => getSelection()!.toString())).toMatch(/^×+$/);
    await desk.keys.press('Control+A');
    await desk.keys.type('您好');
    await desk.gone();
  });
});

test('while an input method composes nothing comes, and what stands stays where it is', async () => {
  const session = await desk.jd.chat.context().newCDPSession(desk.jd.chat);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ['加', '加微', '加微信liuke8866']) await compose(text);
  await desk.jd.chat.waitForTimeout(500);
  expect(await desk.strip.see()).toBeNull();
  await session.send('Input.insertText', { text: '加微信liuke8866' });
  const before = await desk.seen();
  await compose('，好评返5元');
  await desk.jd.chat.waitForTimeout(500);
  expect(await desk.strip.see()).toEqual(before);
  await session.send('Input.insertText', { text: '，好评返5元' });
  await desk.seen((found) => found.buttons.length === 3);
});

describe('another customer', () => {
  test('takes the strip away, and gets nothing of the rewrite', async () => {
    await desk.keys.type(violating);
    const { box: place } = await desk.seen();
    const before = (await desk.jd.editor()).sent.length;
    await desk.jd.chat.evaluate(
      (to) => (window as unknown as { __replica: { switchTo(pin: string): void } }).__replica.switchTo(to),
      desk.jd.pins[1]!,
    );
    await desk.jd.chat.mouse.click(place.x + place.width - 60, place.y + place.height - 45);
    await desk.gone();
    await desk.jd.settledOn(desk.jd.pins[1]!);
    expect(await desk.jd.editor()).toMatchObject({ value: '' });
    expect((await desk.jd.editor()).sent).toHaveLength(before);
    await desk.jd.switchTo(desk.jd.pins[0]!);
    await desk.jd.settledOn(desk.jd.pins[0]!);
  });
});
