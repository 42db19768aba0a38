/** Answering in the JD chat from the panel, by keys; and the library page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import type { EventRecord } from '../../lib/store/database.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import type { AnswerRecord } from '../../lib/store/answer-record.ts';
import { startJdChat, type JdChat } from './support/jd-chat.ts';

let jd: JdChat;
let panel: Page;

beforeAll(async () => {
  jd = await startJdChat();
  panel = jd.panel;
});
afterAll(() => jd?.seller.close());

/** The conversation is opened, and the buyer writes. */
async function hear(pin: string, text: string): Promise<void> {
  await jd.switchTo(pin);
  await jd.settledOn(pin);
  await (await jd.replica()).evaluate((console, [from, said]) => console.receive(from!, said!), [pin, text]);
  await until(jd.state, (state) => state?.chat?.messages.at(-1)?.text === text);
}

const section = async () => panel.getByRole('region', { name: await wordOf(panel, 'repliesTitle') });
const option = (key: string) => panel.locator(`button[aria-keyshortcuts="${key}"]`);
const preview = () => panel.locator('blockquote');
/** No field holds the cursor, and the panel hears keys. */
async function leaveFields(): Promise<void> {
  await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

describe('a member of staff answers from the panel', () => {
  test('what the buyer speaks of is heard, and three replies fit', async () => {
    await hear(jd.pins[0]!, '杯子碎了一个，还少了一个盖子');
    await (await section()).getByRole('button', { pressed: true }).nth(1).waitFor();
    for (const key of ['1', '2', '3']) await option(key).waitFor();
    expect(await option('4').count()).toBe(0);
  });

  test('by a key one is chosen, its blank is filled in, and the text goes into the box, not out', async () => {
    const blank = panel.locator('button[aria-keyshortcuts]').filter({ hasText: '解决方案' }).first();
    const key = (await blank.getAttribute('aria-keyshortcuts'))!;
    await leaveFields();
    await panel.keyboard.press(key);
    await until(
      () => panel.evaluate(() => document.activeElement?.tagName ?? ''),
      (tag) => tag === 'INPUT',
    );
    await panel.keyboard.type('今天18点前补发一套');
    await until(
      () => preview().textContent(),
      (text) => text?.includes('今天18点前补发一套') ?? false,
    );
    const fill = (await section()).getByRole('button', { name: await wordOf(panel, 'fill'), exact: true });
    await until(() => fill.isEnabled(), Boolean);
    const text = await preview().textContent();
    await fill.click();
    expect(await until(jd.editor, ({ value }) => value !== '')).toEqual({ value: text, sent: [] });
  });

  test('the contact keeps scene and promise, and no table any text of the chat', async () => {
    const worker = await jd.seller.worker();
    const events = await until(
      () => recordsOf<EventRecord>(worker, 'events'),
      (found) => found.length === 1,
    );
    const [event] = events as [Extract<EventRecord, { kind: 'contact' }>];
    expect(event.contact.promises).toEqual([{ what: 'dispatch', dueAt: expect.any(Number) }]);
    expect(event.contact.sceneId).toMatch(/^(damaged|missing)$/);
    const tables = new LiukeDatabase().tables.map(({ name }) => name);
    const stored = JSON.stringify(await Promise.all(tables.map((table) => recordsOf(worker, table))));
    for (const words of ['还少了一个盖子', '今天18点前补发一套']) expect(stored).not.toContain(words);
  });

  test('the buyer writes again after it was sent: the chat shows it, and it counts', async () => {
    await jd.chat.bringToFront();
    await jd.chat.locator('.EditorContent').click();
    await jd.chat.keyboard.press('Enter');
    await until(jd.editor, ({ sent }) => sent.length === 1);
    await (await jd.replica()).evaluate((console, from) => console.receive(from, '好的，谢谢'), jd.pins[0]!);
    const worker = await jd.seller.worker();
    const [answer] = await until(
      () => recordsOf<AnswerRecord>(worker, 'answers'),
      (found) => found.length === 1 && found[0]!.isJudged,
    );
    expect(answer!.answeredAt).toBeGreaterThanOrEqual(answer!.sentAt);
  });

  test('the customer changes in the middle: the half-written words do not stay under the next one', async () => {
    const [, second, third] = jd.pins;
    await hear(second!, '我要退货');
    await leaveFields();
    await panel.keyboard.press('2');
    await panel.keyboard.type('只给第二位的话');
    await hear(third!, '什么时候发货');
    await option('1').waitFor();
    expect(await (await section()).textContent()).not.toContain('只给第二位的话');
    expect(
      await panel.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    ).not.toContain('只给第二位的话');
    expect((await jd.editor()).sent).toHaveLength(1);
  });

  describe('from the conversation to the filled reply', () => {
    /** Every key that goes down in the panel from now on; what is written into a field is the person's own words. */
    async function countKeys(): Promise<() => Promise<string[]>> {
      await panel.evaluate(() => {
        const keys: string[] = [];
        Object.assign(window, { keys });
        const isWord = ({ key, target }: KeyboardEvent) => key.length === 1 && target instanceof HTMLInputElement;
        window.addEventListener('keydown', (event) => isWord(event) || keys.push(event.key), true);
      });
      return async () => await panel.evaluate(() => (window as unknown as { keys: string[] }).keys);
    }
    const focused = (is: (element: { tag: string; text: string; value: string }) => boolean) =>
      until(
        () =>
          panel.evaluate(() => {
            const { activeElement: element } = document;
            const value = element instanceof HTMLInputElement ? element.value : '';
            return { tag: element?.tagName ?? '', text: element?.textContent ?? '', value };
          }),
        is,
      );
    const keyOf = async (reply: string) =>
      (await panel
        .locator('button[aria-keyshortcuts]')
        .filter({ hasText: reply })
        .first()
        .getAttribute('aria-keyshortcuts'))!;

    test('it takes two keys where nothing is blank', async () => {
      // The answer to it has no blank, whatever this buyer ordered.
      await hear(jd.pins[4]!, '别再给我发消息了');
      const key = await keyOf('可直接用');
      await leaveFields();
      const keys = await countKeys();
      await panel.keyboard.press(key);
      await focused(({ text }) => text === '填入');
      await panel.keyboard.press('Enter');
      await until(jd.editor, ({ value }) => value !== '');
      expect(await keys()).toEqual([key, 'Enter']);
      expect((await jd.editor()).sent).toHaveLength(1);
    });

    test('it takes three keys and the words where one blank is to be filled in', async () => {
      await hear(jd.pins[5]!, '收到的杯子碎了');
      const key = await keyOf('解决方案');
      await leaveFields();
      const keys = await countKeys();
      await panel.keyboard.press(key);
      await focused(({ tag, value }) => tag === 'INPUT' && value === '');
      await panel.keyboard.insertText('今天18点前补发一个');
      await panel.keyboard.press('Enter');
      await focused(({ text }) => text === '填入');
      await panel.keyboard.press('Enter');
      await until(jd.editor, ({ value }) => value.includes('今天18点前补发一个'));
      expect(await keys()).toEqual([key, 'Enter', 'Enter']);
      expect((await jd.editor()).sent).toHaveLength(1);
    });
  });

  test('after all that no database of ours, and nothing else that stays, holds a line of it', async () => {
    const kept = await (await jd.seller.worker()).evaluate(readEverything);
    expect(kept).toContain('damaged');
    expect(kept.length).toBeGreaterThan(10_000);
    const { sent } = await jd.editor();
    const lines = [
      '杯子碎了一个，还少了一个盖子',
      '今天18点前补发一套',
      '只给第二位的话',
      '什么时候发货',
      '别再给我发消息了',
      '收到的杯子碎了',
      '今天18点前补发一个',
      ...sent.map(({ text }) => text),
    ];
    expect(lines.filter((line) => kept.includes(line))).toEqual([]);
  });

  test('/ goes to the search, which reads pinyin in this browser', async () => {
    await leaveFields();
    await panel.keyboard.press('/');
    await panel.keyboard.type('fapiao');
    const [first] = await until(
      () => panel.locator('[role=listbox] [role=option]').allTextContents(),
      (found) => found.length > 0,
    );
    expect(first).toContain('发票');
    await panel.keyboard.press('Escape');
  });
});

describe('the library page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await jd.seller.browser.context.newPage();
    await page.goto(`chrome-extension://${jd.seller.browser.extensionId}/dashboard.html#replies`);
  });

  test.each([360, 1200])('fits a window %i px wide, light and dark', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator('main section li').first().waitFor();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
    }
  });

  test('keeps a reply of one’s own, which the panel then offers first', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    const word = (key: Parameters<typeof wordOf>[1]) => wordOf(page, key);
    await page.getByRole('button', { name: await word('libNew') }).click();
    const form = page.locator('form');
    await form.getByLabel(await word('libName'), { exact: true }).fill('我们店发票这样说');
    await form.getByLabel(await word('libText'), { exact: true }).fill('亲，发票在订单详情页就能申请。');
    await form.getByLabel(await word('libScene'), { exact: true }).selectOption('invoice');
    await form.getByRole('button', { name: await word('libSave'), exact: true }).click();
    await page.getByText('我们店发票这样说').first().waitFor();
    await page.close();
    await jd.chat.bringToFront();
    await hear(jd.pins[3]!, '能开发票吗');
    await until(
      () => option('1').textContent(),
      (text) => text?.includes('我们店发票这样说') ?? false,
    );
  });
});

/**
 * Runs in the extension's worker: every record of every database of the extension and all that is stored for good beside them, as one
 * text; bytes are read as the two writings that could hold a text.
 */
async function readEverything(): Promise<string> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: Record<'local' | 'sync', { get(key: null): Promise<unknown> }> };
  };
  const asked = async <Value>(request: IDBRequest<Value>) =>
    await new Promise<Value>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
    });
  const readable = (_: string, value: unknown): unknown => {
    if (!(value instanceof ArrayBuffer) && !ArrayBuffer.isView(value)) return value;
    return ['utf-8', 'utf-16le'].map((writing) => new TextDecoder(writing).decode(value));
  };
  const kept: unknown[] = [await chrome.storage.local.get(null), await chrome.storage.sync.get(null)];
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name!));
    for (const store of db.objectStoreNames) kept.push(await asked(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return JSON.stringify(kept, readable);
}
