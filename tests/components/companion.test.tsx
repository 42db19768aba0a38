import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ownChatNames } from '../../lib/browser/companion-window.ts';
import { buyerOfKey } from '../../lib/model/identity.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { masked, probable, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { sourceFiles } from '../support/source-files.ts';
import { button, choose, fields, usable } from './support/reply-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
const NICK = '半夏种花';

beforeEach(async () => {
  seller = await startScreen();
  const orders = [
    orderOf(buyerOfKey('880125734', NICK), 5),
    orderOf(probable('半夏种花2'), 9),
    orderOf(masked, 2, { orderId: '4217000000000009001' }),
  ];
  await seller.visit(makeReport(orders, { platform: 'taobao', shopHints: [{ kind: 'name', value: '山房' }] }));
  seller.openCompanion();
  await screen.findByText('把千牛里的会话粘贴到这里');
});

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: '粘贴或查找' });
const paste = (text: string, target: Element = document.body) =>
  fireEvent.paste(target, { clipboardData: { getData: () => text } });
const card = async (name: string) => await screen.findByRole('article', { name });
const press = (key: string, init = {}) => fireEvent.keyDown(document.body, { key, ...init });
/** As Qianniu copies it; yesterday, so that no time is yet to come. */
const stampOf = (clock: string) => {
  const day = new Date(Date.now() - DAY_MS);
  return `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()} ${clock}`;
};
const chat = (said: string, { shop = '山房', nick = NICK } = {}) =>
  `${shop}${stampOf('07:25:33')}\n您好，在的\n已读\n${nick}${stampOf('07:30:00')}\n${said}\n${nick}${stampOf('07:31:00')}\n\n`;
const DAMAGED = '收到的时候已经碎了';

describe('a conversation', () => {
  test('shows who it is, what waits for an answer, and three replies for what the buyer speaks of', async () => {
    paste(chat(DAMAGED));
    await card('半***花');
    expect(await screen.findByRole('button', { name: /识别：破损/, pressed: true })).toBeTruthy();
    for (const key of ['1', '2', '3'])
      expect(document.querySelector(`button[aria-keyshortcuts="${key}"]`)).toBeTruthy();
    expect(screen.getByText(/^2 条没回，最早 .*07:30（/)).toBeTruthy();
    const open = within(screen.getByRole('list', { name: '2 条没回' }));
    expect(open.getByText(DAMAGED)).toBeTruthy();
    expect(open.getByText('［图片或卡片，复制不带内容］')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '填入' })).toBeNull();
  });

  test('is answered with three keys: paste, one, Enter', async () => {
    paste(chat('我要退款'));
    await screen.findByRole('region', { name: '话术' });
    const option = screen.getByRole('button', { name: /确认退款类型/ });
    press(option.getAttribute('aria-keyshortcuts')!);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('复制'));
    // Enter on a button is a click of the browser's own.
    fireEvent.click(document.activeElement!);
    await screen.findByText('已复制，已记一次联系');
    expect(await navigator.clipboard.readText()).toContain('仅退款');
    expect(await seller.db.events.toArray()).toMatchObject([
      { kind: 'contact', contact: { how: 'copied', channel: 'chat', sceneId: 'refund' } },
    ]);
  });

  test('is kept nowhere: no table and no storage holds a word of it', async () => {
    paste(chat('暗号八四二，收到的时候已经碎了'));
    await card('半***花');
    const stored = await Promise.all(seller.db.tables.map((table) => table.toArray()));
    const { storage } = await import('wxt/testing/fake-browser').then(({ fakeBrowser }) => fakeBrowser);
    const areas = await Promise.all([storage.local.get(), storage.session.get()]);
    expect(JSON.stringify([stored, areas])).not.toContain('暗号八四二');
  });

  test('in which nobody is known asks who the buyer is, once', async () => {
    paste(chat(DAMAGED, { shop: '店主本人' }));
    expect(await screen.findByText('看不出谁是买家，点一下买家：')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: new RegExp(DAMAGED) }));
    await card('半***花');
    paste(chat('我要退款', { shop: '店主本人' }));
    await screen.findByRole('button', { name: /识别：.*退款/ });
    expect(screen.queryByText('看不出谁是买家，点一下买家：')).toBeNull();
  });

  test('of which the wrong one was named can be set right, and what was learnt with it', async () => {
    paste(chat(DAMAGED, { shop: '店主本人' }));
    await screen.findByText('看不出谁是买家，点一下买家：');
    fireEvent.click(screen.getByRole('button', { name: /您好，在的/ }));
    await screen.findByText('买家：店***人，不对就换');
    expect(await ownChatNames.getValue()).toEqual([NICK]);
    fireEvent.click(screen.getByRole('button', { name: new RegExp(DAMAGED) }));
    await card('半***花');
    expect(await ownChatNames.getValue()).toEqual(['店主本人']);
  });

  test('with a buyer of whom no order was seen says what would make them known, and the contact is kept all the same', async () => {
    paste(chat('我要退款', { nick: 'tb99' }));
    expect(await screen.findByText(/^店铺“山房”还没见过 t\*\*\*9 的订单/)).toBeTruthy();
    await screen.findByRole('region', { name: '话术' });
    choose(/确认退款类型/);
    await usable('复制');
    fireEvent.click(button('复制'));
    await screen.findByText('已复制，已记一次联系');
    expect(await seller.db.events.count()).toBe(1);
  });

  test('that begins in the middle of a message says what was left out', async () => {
    paste(`的那个\n谢谢\n${chat(DAMAGED)}`);
    expect(await screen.findByText('开头 2 行没有发言人，没有采用。')).toBeTruthy();
  });

  test('can be dropped', async () => {
    fireEvent.drop(document.body, { dataTransfer: { getData: () => chat(DAMAGED) } });
    await card('半***花');
  });
});

describe('what else is pasted', () => {
  test('a nick opens its customer; one that is only like it is offered', async () => {
    paste(NICK);
    await card('半***花');
    paste('半夏种');
    expect(await screen.findByText('没有正好叫 半** 的客户，只有相近的。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /半\*\*\*2/ }));
    await card('半***2');
  });

  test('an order of which only a mask was seen says so', async () => {
    paste('4217000000000009001');
    expect(await screen.findByText(/^订单 …9001 看过，但列表只给了买家的掩码/)).toBeTruthy();
  });

  test('one sentence is the buyer’s when the user says so, of the card that was open', async () => {
    paste(NICK);
    await card('半***花');
    paste('我要退款，怎么弄？');
    fireEvent.click(await screen.findByRole('button', { name: '是买家说的' }));
    await card('半***花');
    expect(await screen.findByRole('button', { name: /识别：.*退款/ })).toBeTruthy();
  });

  test('a sentence that looks like a nick can be the buyer’s as well', async () => {
    paste('我要退款');
    expect(await screen.findByText(/^不认识 我\*\*\*款/)).toBeTruthy();
    fireEvent.click(button('是买家说的'));
    expect(await screen.findByRole('button', { name: /识别：.*退款/ })).toBeTruthy();
    expect(screen.queryByText(/^不认识/)).toBeNull();
  });

  test('the panel beside the chat shows its orders, and what could not be read', async () => {
    paste(
      `${NICK}\n好评100.00%\n优惠券 (2)\n全部(3)\n已关闭\n4502200000008020839\n04-03 04:16:49下单\n怪状态\n4502200000008020840`,
    );
    const orders = within(await screen.findByRole('region', { name: '右侧面板' }));
    expect(orders.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '…0839已关闭04-03 04:16',
      '…0840状态没读出',
    ]);
    expect(orders.getByText(/^面板写着 3 单，这里读出 2 单/)).toBeTruthy();
    await card('半***花');
  });

  test('nothing, and too much, are said', async () => {
    paste('');
    expect(await screen.findByText('没有文字可读（图片和文件不读）。')).toBeTruthy();
    paste('长'.repeat(200_001));
    expect(await screen.findByText(/^内容太长/)).toBeTruthy();
  });

  test('one line for a blank of a reply is left to the blank; a conversation is not', async () => {
    paste(chat('我要退款，要取件'));
    await screen.findByRole('region', { name: '话术' });
    choose(/上门取件/);
    expect(paste('今天18点', fields()[0])).toBe(true);
    expect(paste(chat(DAMAGED), fields()[0])).toBe(false);
    await screen.findByRole('button', { name: /识别：破损/ });
  });
});

describe('what is typed', () => {
  test('is searched for; Enter opens, but not a key that an input method needs', async () => {
    fireEvent.compositionStart(box());
    fireEvent.change(box(), { target: { value: '半夏' } });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(screen.queryByRole('option')).toBeNull();
    fireEvent.compositionEnd(box(), { data: '半夏' });
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    expect(screen.queryByRole('article')).toBeNull();
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(box(), { key: 'Enter' });
    await card('半***2');
    expect(box().value).toBe('');
  });

  test('keys of an input method choose no reply', async () => {
    paste(chat('我要退款'));
    await screen.findByRole('region', { name: '话术' });
    press('2', { isComposing: true });
    press('2', { keyCode: 229 });
    expect(screen.getByRole('button', { expanded: true }).getAttribute('aria-keyshortcuts')).toBe('1');
  });
});

describe('the clipboard', () => {
  test('is read on the click alone', async () => {
    const read = vi.spyOn(navigator.clipboard, 'readText').mockResolvedValue(NICK);
    expect(read).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '读剪贴板' }));
    await card('半***花');
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('by its key as well, and not while an input method composes or one writes', async () => {
    const read = vi.spyOn(navigator.clipboard, 'readText').mockResolvedValue(NICK);
    fireEvent.keyDown(document.body, { key: 'v', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'v', keyCode: 229 });
    fireEvent.keyDown(document.body, { key: 'v', ctrlKey: true });
    fireEvent.keyDown(box(), { key: 'v' });
    expect(read).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'v' });
    await screen.findByRole('article');
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('is read by this window alone, and by no watch', () => {
    const reading = sourceFiles(['lib', 'components', 'entrypoints']).filter(({ members }) => members.has('readText'));
    expect(reading.map(({ path }) => path)).toEqual(['components/companion/PasteBar.tsx']);
  });

  test('that the browser keeps closed is pasted from instead', async () => {
    vi.spyOn(navigator.clipboard, 'readText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    fireEvent.click(screen.getByRole('button', { name: '读剪贴板' }));
    expect(await screen.findByText(/直接按 Ctrl\+V/)).toBeTruthy();
  });
});

describe('the window', () => {
  test('goes back and forth among what was looked up', async () => {
    paste(chat(DAMAGED));
    await card('半***花');
    paste('半夏种花2');
    await card('半***2');
    fireEvent.click(button('‹ 上一个'));
    await card('半***花');
    expect(screen.getByText(/^2 条没回/)).toBeTruthy();
    press('ArrowRight', { altKey: true });
    await card('半***2');
    expect(button('下一个 ›').disabled).toBe(true);
  });

  test('clears the words at once when asked, and keeps whose they were', async () => {
    paste(chat(DAMAGED));
    await card('半***花');
    expect(screen.getByText(/^只在内存，.* 清除/)).toBeTruthy();
    fireEvent.click(button('现在清除'));
    expect(await screen.findByText(/^这段会话的文字已清除/)).toBeTruthy();
    await card('半***花');
    expect(document.body.textContent).not.toContain(DAMAGED);
  });

  test('keeps its place while tabs change, and while it follows the page', async () => {
    paste(chat(DAMAGED));
    await card('半***花');
    await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 1)]));
    fireEvent.click(screen.getByRole('radio', { name: '跟随网页' }));
    await screen.findByRole('button', { name: /w\*\*\*e/ });
    fireEvent.click(screen.getByRole('radio', { name: '千牛伴侣' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /w\*\*\*e/ })).toBeNull());
    await card('半***花');
    expect(screen.getByText(/^2 条没回/)).toBeTruthy();
  });
});
