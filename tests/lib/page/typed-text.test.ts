import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../lib/page/typed-text.ts';

function boxOf(html: string): HTMLElement {
  document.body.innerHTML = `<div contenteditable="true">${html}</div>`;
  return document.body.firstElementChild as HTMLElement;
}

describe('what stands in the box', () => {
  test.each([
    ['', ''],
    ['<br>', '\n'],
    ['您好', '您好'],
    ['您好<br>在的', '您好\n在的'],
    ['您好<div>在的</div><div>请讲</div>', '您好\n在的\n请讲'],
    ['<p>您好</p><p>在的</p>', '您好\n在的'],
    ['加<span>微</span><b>信</b>', '加微信'],
    ['加<img src="smile.png">微信', '加 微信'],
    ['&lt;b&gt;', '<b>'],
  ])('%j reads %j', (html, text) => {
    expect(readTyped(boxOf(html)).text).toBe(text);
  });

  test.each([
    ['亲，加微信聊', '加微信'],
    ['亲，加<span>微</span>信聊', '加微信'],
    ['亲，加<img src="smile.png">微信聊', '微信'],
    ['亲<br>加微信', '加微信'],
    ['亲<div>加微</div><div>信</div>', '加微'],
  ])('in %j the place of %j is found', (html, words) => {
    const { text, rangeOf } = readTyped(boxOf(html));
    const start = text.indexOf(words);
    expect(rangeOf(start, start + words.length).toString()).toBe(words);
  });

  test('words that run over a line are one range', () => {
    const { text, rangeOf } = readTyped(boxOf('亲，加微<br>信聊'));
    expect(text.slice(2, 6)).toBe('加微\n信');
    expect(rangeOf(2, 6).toString()).toBe('加微信');
  });
});
