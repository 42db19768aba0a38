import { describe, expect, test, vi } from 'vitest';
import { boxKeeper, chatBoxOf, type ChatBox } from '../../../lib/page/chat-box.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import { CHAT_URL, chatPage, ORDER_LIST_URL, orderList } from '../../support/jd-page.ts';
import { documentOf } from '../../support/load-fixture.ts';

const read = (html: string, url = CHAT_URL) => chatBoxOf(readPage(documentOf(html), new URL(url)));
const box = { editor: document.createElement('div'), platform: 'jd', customerKey: 'a', isSettled: true } as ChatBox;
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the chat box', () => {
  test('is of the buyer whose conversation is open, and settled when all belongs together', () => {
    expect(read(chatPage(['wd_sunshine', 'other']))).toMatchObject({ customerKey: 'wd_sunshine', isSettled: true });
    expect(read(chatPage(['wd_sunshine', 'other'], 'other'))).toMatchObject({ isSettled: false });
  });

  test('is none where it is not certain whose it is, without a box, and on another page', () => {
    expect(read(chatPage([]))).toBeNull();
    expect(read(chatPage(['wd_sunshine']).replace('contenteditable="true"', ''))).toBeNull();
    expect(read(orderList([{ orderId: '3090112233440001' }]), ORDER_LIST_URL)).toBeNull();
  });
});

describe('the script that looks at it', () => {
  test('is brought in once, with the first box', async () => {
    const bring = vi.fn<() => Promise<void>>(async () => {});
    const { show } = boxKeeper(bring);
    show(null);
    expect(bring).not.toHaveBeenCalled();
    for (const next of [box, box, null, box]) show(next);
    await settled();
    expect(bring).toHaveBeenCalledOnce();
  });

  test('is asked for again where it did not come', async () => {
    const bring = vi.fn<() => Promise<void>>(async () => {
      throw new Error('no receiver');
    });
    const { show } = boxKeeper(bring);
    show(box);
    await settled();
    show(box);
    expect(bring).toHaveBeenCalledTimes(2);
  });

  test('hears of the box of now, and of every later one; who came before, of none', () => {
    const { show, follow } = boxKeeper(async () => {});
    show(box);
    const [first, second]: (ChatBox | null)[][] = [[], []];
    follow((next) => first!.push(next));
    follow((next) => second!.push(next));
    show(null);
    expect(first).toEqual([box, null]);
    expect(second).toEqual([box, null]);
  });
});
