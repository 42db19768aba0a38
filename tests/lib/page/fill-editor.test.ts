import { beforeEach, describe, expect, test } from 'vitest';
import { fillEditor } from '../../../lib/page/fill-editor.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import { CHAT_URL, captcha, chatPage, standInForExecCommand } from '../../support/jd-page.ts';

const read = (html: string) => {
  document.body.innerHTML = html;
  return readPage(document, new URL(CHAT_URL));
};
const editor = () => document.querySelector<HTMLElement>('.EditorContent')!;

beforeEach(() => {
  standInForExecCommand(document);
});

describe('a text goes into the chat box', () => {
  test('of the customer it was written for, as if typed', () => {
    const reading = read(chatPage(['wd_sunshine', 'other']));
    const heard: string[] = [];
    editor().addEventListener('input', (event) => heard.push(event.inputType));
    expect(fillEditor(reading, 'wd_sunshine', '您好，已为您加急')).toEqual({ filled: true });
    expect(editor().textContent).toBe('您好，已为您加急');
    expect(heard).toEqual(['insertText']);
  });

  test('behind what is already there', () => {
    const reading = read(chatPage(['wd_sunshine']));
    editor().textContent = '亲，';
    expect(fillEditor(reading, 'wd_sunshine', '您好')).toEqual({ filled: true });
    expect(editor().textContent).toBe('亲，您好');
  });

  test.each([
    ['您好\n请看', '您好 请看'],
    ['您好\r\n\r\n  请看\n', '您好 请看'],
    ['您好\u2028请看\u2029', '您好 请看'],
  ])('without a line break that could send it: %j', (text, line) => {
    expect(fillEditor(read(chatPage(['wd_sunshine'])), 'wd_sunshine', text)).toEqual({ filled: true });
    expect(editor().textContent).toBe(line);
  });

  test('and no key is pressed, nothing clicked, nothing submitted', () => {
    const reading = read(chatPage(['wd_sunshine']));
    const heard: string[] = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'submit']) {
      document.addEventListener(type, () => heard.push(type), { once: true });
    }
    fillEditor(reading, 'wd_sunshine', '您好\n');
    expect(heard).toEqual([]);
  });

  test('as text, never as markup', () => {
    fillEditor(read(chatPage(['wd_sunshine'])), 'wd_sunshine', '<img src=x onerror=alert(1)>');
    expect(editor().children).toHaveLength(0);
    expect(editor().textContent).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('a text stays out', () => {
  test.each([
    ['another customer is selected', chatPage(['other', 'wd_sunshine']), 'otherCustomer'],
    ['nobody is selected', chatPage([]), 'otherCustomer'],
    ['the header still shows another customer', chatPage(['wd_sunshine'], 'other'), 'notSettled'],
    ['there is no box', chatPage(['wd_sunshine']).replace('contenteditable="true"', ''), 'noEditor'],
    ['the page wants a proof of being human', chatPage(['wd_sunshine']) + captcha, 'noEditor'],
  ])('while %s', (_, html, because) => {
    expect(fillEditor(read(html), 'wd_sunshine', '您好')).toEqual({ filled: false, because });
    expect(document.body.textContent).not.toContain('您好');
  });

  test('and says so, when the page does not take it', () => {
    standInForExecCommand(document, false);
    const reading = read(chatPage(['wd_sunshine']));
    expect(fillEditor(reading, 'wd_sunshine', '您好')).toEqual({ filled: false, because: 'notAccepted' });
  });
});
