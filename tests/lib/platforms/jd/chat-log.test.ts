/** The tool for past chats with one thing changed; whole pages are in the corpus. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../../support/load-fixture.ts';

function readAfter(name: string, change: (html: string) => string) {
  const { html, url } = loadFixture(`jd/chat-log--${name}`);
  const changed = change(html);
  if (changed === html) throw new Error(`expected a change of ${name}`);
  return readPage(documentOf(changed), new URL(url)).batch.chat;
}

describe('a chat is not settled', () => {
  test('while a message is of another customer of the table', () => {
    const chat = readAfter('normal', (html) =>
      html.replace('<span class="name">示例店:客服01</span>', '<span class="name">wd_sunshine</span>'),
    );
    expect(chat).toMatchObject({ customer: { key: 'jd_5f00000000001' }, settled: false });
  });

  test('while its customer is not in the table', () => {
    const chat = readAfter('normal', (html) => html.replaceAll('<td>jd_5f00000000001</td>', '<td>somebody_else</td>'));
    expect(chat).toMatchObject({ customer: null, settled: false });
  });

  test('with two customers at its head', () => {
    const chat = readAfter('normal', (html) =>
      html.replace('chat-log-info-title">', 'chat-log-info-title"><span class="name">wd_sunshine</span>'),
    );
    expect(chat).toMatchObject({ customer: null, settled: false });
  });
});

test.each([
  ['pushed out', 'style="transform: translateX(100%)"'],
  ['not shown', 'style="display: none"'],
])('a drawer that is %s is none', (_, style) => {
  expect(
    readAfter('normal', (html) => html.replace('<div class="chat-log-drawer', `<div ${style} class="chat-log-drawer`)),
  ).toBeNull();
});

test('a time in what somebody wrote begins no message', () => {
  const chat = readAfter('normal', (html) =>
    html.replace('什么时候发货呀', '我 2026-11-25 10:00:00 下的单 2026-11-25 10:00:01'),
  );
  expect(chat!.messages[0]).toEqual({ from: 'buyer', text: '我 2026-11-25 10:00:00 下的单 2026-11-25 10:00:01' });
  expect(chat!.messages).toHaveLength(4);
});

test('markup in what somebody wrote is text', () => {
  const chat = readAfter('normal', (html) => html.replace('什么时候发货呀', '&lt;img src=x onerror=alert(1)&gt;'));
  expect(chat!.messages[0]!.text).toBe('<img src=x onerror=alert(1)>');
});

test('of a long chat the last 30 messages are shown', () => {
  const block = /<div class="msg-block">.*?什么时候发货呀.*?<\/div><\/div><\/div><\/div>/s;
  const chat = readAfter('normal', (html) => html.replace(block, (one) => one.repeat(60)));
  expect(chat!.messages).toHaveLength(30);
  expect(chat!.messages.at(-1)).toEqual({ from: 'system', text: '会话已结束' });
});
