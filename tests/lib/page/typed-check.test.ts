import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatBox } from '../../../lib/page/chat-box.ts';
import type { Finding, StripActions, StripView } from '../../../lib/page/strip.ts';
import { startTypedCheck } from '../../../lib/page/typed-check.ts';
import { standInForExecCommand } from '../../support/jd-page.ts';
import { makeFinding } from '../../support/make-finding.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div contenteditable="true"></div>';
  standInForExecCommand(document);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Finds every 加微信. */
async function findings(text: string): Promise<Finding[]> {
  return [...text.matchAll(/加微信/g)].map(({ index }) => makeFinding({ start: index, end: index + 3 }));
}

function start(lint: (asked: { text: string }) => Promise<Finding[]> = ({ text }) => findings(text)) {
  const editor = document.body.firstElementChild as HTMLElement;
  const box: ChatBox = { editor, platform: 'jd', customerKey: 'wd_sunshine', isSettled: true };
  const asked: string[] = [];
  const views: (StripView | null)[] = [];
  const holds: boolean[] = [];
  const page = { box: box as ChatBox | null };
  let actions: StripActions | null = null;
  const follow = startTypedCheck({
    view: window,
    lint: (one) => {
      if (one.text !== '') asked.push(one.text);
      return lint(one);
    },
    stripFor(given) {
      actions = given;
      return { show: (view) => views.push(view), hold: (isHeld) => holds.push(isHeld), placeSoon() {} };
    },
    openBox: () => page.box,
  });
  follow(box);
  return {
    editor,
    box,
    asked,
    holds,
    page,
    follow,
    actions: actions!,
    shown: () => views.at(-1) ?? null,
  };
}

/** As a key does: the box has it before anyone is told. */
async function type(editor: HTMLElement, text: string, waitMs = 0): Promise<void> {
  editor.textContent = text;
  await vi.advanceTimersByTimeAsync(waitMs);
}
const rest = () => vi.advanceTimersByTimeAsync(300);

describe('what is typed', () => {
  test('is asked about once one pauses, and the words found are shown', async () => {
    const { editor, asked, shown } = start();
    for (const text of ['加', '加微', '加微信']) await type(editor, text, 20);
    expect(asked).toEqual([]);
    await rest();
    expect(asked).toEqual(['加微信']);
    expect(shown()).toMatchObject({ editor, finding: { words: '加微信', ruleId: 'DIV-01' }, others: 0, note: null });
  });

  test('without a pause is asked about all the same', async () => {
    const { editor, asked } = start();
    const text = '加微信聊聊吧亲'.repeat(3);
    for (let length = 1; length <= text.length; length += 1) await type(editor, text.slice(0, length), 30);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  test('that stood in the box when it was opened is looked at, too', async () => {
    document.body.firstElementChild!.textContent = '加微信';
    const { shown } = start();
    await rest();
    expect(shown()).not.toBeNull();
  });

  test('is answered by the last answer alone, whichever comes first', async () => {
    const waiting: { text: string; answer: (found: Finding[]) => void }[] = [];
    const { editor, shown } = start(({ text }) => new Promise((answer) => waiting.push({ text, answer })));
    await type(editor, '加微信', 100);
    await type(editor, '加微波炉', 100);
    const [old, newest] = waiting.filter(({ text }) => text !== '');
    newest!.answer([]);
    old!.answer(await findings('加微信'));
    await rest();
    expect(shown()).toBeNull();
  });

  test('is of no more length than is looked at', async () => {
    const { editor, asked } = start();
    await type(editor, '好'.repeat(3000), 300);
    expect(asked[0]).toHaveLength(2000);
  });

  test('is left alone while the background does not answer', async () => {
    let isDown = false;
    const { editor, shown } = start(async ({ text }) => {
      if (isDown) throw new Error('no receiver');
      return await findings(text);
    });
    await type(editor, '加微信', 300);
    isDown = true;
    await type(editor, '加微信聊', 300);
    expect(shown()).toBeNull();
  });

  test('and sent takes the strip along at once', async () => {
    const { editor, shown, asked } = start();
    await type(editor, '加微信', 300);
    editor.innerHTML = '<br>';
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toBeNull();
    expect(asked).toHaveLength(1);
  });
});

test('the background is woken when the box is opened or gets the cursor, and kept awake while one is there', async () => {
  let woken = 0;
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const { editor } = start(async ({ text }) => {
    woken += text === '' ? 1 : 0;
    return [];
  });
  expect(woken).toBe(1);
  editor.dispatchEvent(new Event('focus'));
  expect(woken).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(woken).toBe(5);
  hasFocus.mockReturnValue(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(woken).toBe(5);
});

describe('an input method', () => {
  const compose = (editor: HTMLElement, what: 'start' | 'end') =>
    editor.dispatchEvent(new Event(`composition${what}`, { bubbles: true }));

  test('is not disturbed: nothing is asked, nothing drawn, nothing moved until it is done', async () => {
    const { editor, asked, holds, shown } = start();
    await type(editor, '加', 300);
    compose(editor, 'start');
    await type(editor, '加微信', 600);
    expect(asked).toEqual(['加']);
    expect(holds.at(-1)).toBe(true);
    compose(editor, 'end');
    await rest();
    expect(holds.at(-1)).toBe(false);
    expect(shown()!.finding!.words).toBe('加微信');
  });

  test('gets no answer to what was asked before it began', async () => {
    const answers: ((found: Finding[]) => void)[] = [];
    const { editor, shown } = start(({ text }) =>
      text === '' ? Promise.resolve([]) : new Promise((answer) => answers.push(answer)),
    );
    await type(editor, '加微信', 300);
    compose(editor, 'start');
    answers[0]!(await findings('加微信'));
    await rest();
    expect(shown()).toBeNull();
  });
});

test('a rewrite asked for while an input method composes waits until it is done', async () => {
  const { editor, actions } = start();
  await type(editor, '加微信聊', 300);
  const replace = vi.spyOn(document, 'execCommand').mockReturnValue(true);
  editor.dispatchEvent(new Event('compositionstart'));
  editor.textContent = '加微信聊ni';
  actions.rewrite();
  expect(replace).not.toHaveBeenCalled();
  editor.textContent = '加微信聊你';
  editor.dispatchEvent(new Event('compositionend'));
  expect(replace).toHaveBeenCalledTimes(1);
  expect(document.getSelection()!.toString()).toBe('加微信');
});

describe('a rewrite', () => {
  test('takes the place of the words, with an input event of the page’s own kind', async () => {
    const { editor, actions, shown } = start();
    const heard: string[] = [];
    editor.addEventListener('input', (event) => heard.push(event.inputType));
    await type(editor, '亲，加微信聊', 300);
    vi.spyOn(document, 'execCommand').mockImplementation((_, _2, words) => {
      document.getSelection()!.getRangeAt(0).deleteContents();
      document.getSelection()!.getRangeAt(0).insertNode(document.createTextNode(words!));
      editor.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: words! }));
      return true;
    });
    actions.rewrite();
    expect(editor.textContent).toBe('亲，在这里说就好聊');
    expect(heard).toEqual(['insertText']);
    await rest();
    expect(shown()).toBeNull();
  });

  test.each([
    ['the conversation is another one', (box: ChatBox) => ({ ...box, customerKey: 'other' })],
    ['the messages are still those of another one', (box: ChatBox) => ({ ...box, isSettled: false })],
    ['the box is another one', (box: ChatBox) => ({ ...box, editor: document.createElement('div') })],
    ['there is no box any more', () => null],
  ])('stays out while %s, and says so', async (_, now) => {
    const { editor, box, page, actions, shown } = start();
    await type(editor, '加微信', 300);
    page.box = now(box);
    actions.rewrite();
    expect(editor.textContent).toBe('加微信');
    expect(shown()!.note).toBe('otherBox');
  });

  test('finds its place while more is typed behind the words', async () => {
    const { editor, actions } = start();
    await type(editor, '加微信聊', 300);
    editor.textContent = '加微信聊聊';
    vi.spyOn(document, 'execCommand').mockReturnValue(true);
    actions.rewrite();
    expect(document.getSelection()!.toString()).toBe('加微信');
  });

  test.each(['您好，加微信', '加微信6'])('stays out when something else stands there by now: %s', async (text) => {
    const { editor, actions } = start();
    await type(editor, '加微信', 300);
    editor.textContent = text;
    actions.rewrite();
    expect(editor.textContent).toBe(text);
  });

  test('that the page does not take is told', async () => {
    standInForExecCommand(document, false);
    const { editor, actions, shown } = start();
    await type(editor, '加微信', 300);
    actions.rewrite();
    expect(shown()!.note).toBe('notTaken');
  });
});

describe('another conversation', () => {
  test('in the same box begins anew, and an answer about the one before shows nothing', async () => {
    const answers: ((found: Finding[]) => void)[] = [];
    const { editor, box, follow, shown } = start(({ text }) =>
      text === '' ? Promise.resolve([]) : new Promise((answer) => answers.push(answer)),
    );
    await type(editor, '加微信', 300);
    editor.textContent = '';
    follow({ ...box, customerKey: 'other' });
    answers[0]!(await findings('加微信'));
    await rest();
    expect(shown()).toBeNull();
  });

  test('ends it all when there is none: nothing is listened to any more', async () => {
    const { editor, follow, shown, asked } = start();
    await type(editor, '加微信', 300);
    follow(null);
    expect(shown()).toBeNull();
    await type(editor, '加微信聊', 300);
    expect(asked).toEqual(['加微信']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
