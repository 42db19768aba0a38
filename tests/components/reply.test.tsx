import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toBackground } from '../../lib/browser/send.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { button, choose, fields, openChat, startChat, usable } from './support/reply-screen.tsx';
import { chatReport, orderOf, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startChat();
});

describe('what to say', () => {
  test('the scene is detected from the buyer’s words and can be changed', async () => {
    await openChat(seller, '收到的时候已经碎了');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '场景' }).value).toBe('damaged');
    expect(screen.getByRole('button', { name: /识别：破损（“碎”）/, pressed: true })).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '场景' }), { target: { value: 'refund' } });
    expect(screen.getByRole('button', { name: /确认退款类型/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /识别：破损/, pressed: false })).toBeTruthy();
  });

  test('staff see from when, and at night until when, nobody is approached', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    expect(screen.getByText('21:00 后静默')).toBeTruthy();
    cleanup();
    const morning = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => morning() + 12 * 3_600_000);
    await openChat(seller, '我要退款，能上门取件吗');
    expect(screen.getByText('静默到 9:00')).toBeTruthy();
  });

  test('a text with an unfilled variable cannot be used, one that is filled can', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/上门取件/);
    expect(button('复制').disabled).toBe(true);
    expect(button('填入').disabled).toBe(true);
    for (const field of fields()) fireEvent.change(field, { target: { value: '今天18点' } });
    await usable('复制');
    expect(button('填入').disabled).toBe(false);
    expect(document.querySelector('blockquote')!.textContent).toContain('今天18点');
  });

  test('a half-written reply stays when the buyer writes on', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/上门取件/);
    fireEvent.change(fields()[0]!, { target: { value: '今天18点' } });
    await seller.visit(chatReport(['wd_sunshine'], { messages: [{ from: 'buyer', text: '收到的时候已经碎了' }] }));
    await screen.findByText(/识别：破损/);
    expect(fields()[0]!.value).toBe('今天18点');
  });

  test('a block finding needs the deliberate second step, and again when the text changes', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/上门取件/);
    const type = (value: string) => {
      for (const field of fields()) fireEvent.change(field, { target: { value } });
    };
    type('今天，加微信 liuke_8866 聊');
    expect((await screen.findAllByText('高风险')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^可改为：/).length).toBeGreaterThan(0);
    expect(screen.getByText(/^DIV-01 .*平台规则.* · 条文未核对$/)).toBeTruthy();
    expect(screen.getByText(/仅供参考，不构成法律意见。/)).toBeTruthy();
    expect(button('复制').disabled).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { name: '使用理由' }), { target: { value: '买家主动要求' } });
    await usable('复制');
    type('明天，加微信 liuke_8866 聊');
    expect(button('复制').getAttribute('aria-disabled')).toBe('true');
    await waitFor(() => expect(button('复制').disabled).toBe(true));
    type('今天18点');
    await usable('复制');
    expect(screen.queryByRole('textbox', { name: '使用理由' })).toBeNull();
  });

  test('what the shop itself allows or does not offer holds at once, also for a text that stands there', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/上门取件/);
    for (const field of fields()) fireEvent.change(field, { target: { value: '今天，本店送运费险' } });
    await usable('复制');
    expect(screen.queryByText(/PRO-06/)).toBeNull();
    const [shop] = await seller.db.shops.toArray();
    const content = JSON.stringify({
      format: 'liuke-shop-rules-1',
      version: '1',
      offers: { freightInsurance: false },
    });
    await toBackground.setShopRules({ shopId: shop!.shopId, content });
    expect((await screen.findAllByText(/PRO-06/)).length).toBeGreaterThan(0);
    await usable('复制');
  });

  test('the reason for going over a block finding is kept with the contact', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/上门取件/);
    for (const field of fields()) fireEvent.change(field, { target: { value: '今天，加微信 liuke_8866 聊' } });
    fireEvent.change(await screen.findByRole('textbox', { name: '使用理由' }), { target: { value: ' 买家主动要求 ' } });
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText(/已填入/);
    const overrides = { ruleIds: expect.arrayContaining(['DIV-01']), reason: '买家主动要求' };
    expect(await seller.db.events.toArray()).toMatchObject([{ contact: { overrides } }]);
  });

  test('filling puts the text into the chat box, notes a contact, and can be undone', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/确认退款类型/);
    await usable('填入');
    fireEvent.click(button('填入'));
    expect(await screen.findByText('已填入，请检查后自行发送，已记一次联系')).toBeTruthy();
    expect(seller.filled).toHaveLength(1);
    const [event] = await seller.db.events.toArray();
    expect(event).toMatchObject({
      kind: 'contact',
      contact: {
        how: 'filled',
        templateId: 'refund-which-kind-standard',
        isOffer: false,
        sceneId: 'refund',
        promises: [],
      },
    });
    fireEvent.click(screen.getAllByRole('button', { name: '撤销' })[0]!);
    expect(await screen.findByText('已撤销这次联系记录')).toBeTruthy();
    expect(await seller.db.events.count()).toBe(2);
  });

  test('copying the same text again is one contact', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/确认退款类型/);
    await usable('复制');
    fireEvent.click(button('复制'));
    await screen.findByText('已复制，已记一次联系');
    expect(await navigator.clipboard.readText()).toContain('仅退款');
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText('已填入，请检查后自行发送，已记一次联系');
    expect(await seller.db.events.count()).toBe(1);
  });

  test('a reply that this buyer got today says so when it is chosen once more', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/确认退款类型/);
    await usable('复制');
    expect(screen.queryByText(/今天已经给这位买家用过/)).toBeNull();
    fireEvent.click(button('复制'));
    await screen.findByText('已复制，已记一次联系');
    expect(screen.queryByText(/今天已经给这位买家用过/)).toBeNull();
    fireEvent.click(screen.getAllByRole('button', { expanded: false })[0]!);
    choose(/确认退款类型/);
    expect(await screen.findByText(/今天已经给这位买家用过/)).toBeTruthy();
  });

  test('a page that does not take the text says so and nothing is noted', async () => {
    seller.fillResult = { filled: false, because: 'otherCustomer' };
    await openChat(seller, '我要退款，能上门取件吗');
    choose(/确认退款类型/);
    await usable('填入');
    fireEvent.click(button('填入'));
    expect(await screen.findByText(/当前会话已是另一位买家/)).toBeTruthy();
    expect(await seller.db.events.count()).toBe(0);
  });

  test('while the chat is switching nothing is filled in, copying still works', async () => {
    await openChat(seller, '我要退款，能上门取件吗', { settled: false });
    choose(/确认退款类型/);
    expect(screen.getByText('会话正在切换，稍等再填入')).toBeTruthy();
    expect(button('填入').disabled).toBe(true);
    await usable('复制');
  });

  test('away from the chat there is only copying', async () => {
    await seller.visit(makeReport([orderOf(stable('other_buyer'), 5)]));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /o\*\*\*r/ }));
    fireEvent.change(await screen.findByRole('combobox', { name: '场景' }), { target: { value: 'refund' } });
    expect(screen.queryByRole('button', { name: '填入' })).toBeNull();
    expect(button('复制')).toBeTruthy();
  });

  test('any other reply can be searched for and chosen', async () => {
    await openChat(seller, '我要退款，能上门取件吗');
    fireEvent.change(screen.getByRole('searchbox', { name: '搜索' }), { target: { value: '尺码' } });
    const [found] = await screen.findAllByRole('option', { name: /^尺码 · / });
    fireEvent.click(found!);
    await waitFor(() => expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(1));
  });
});
