import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { preciseSettings } from '../../lib/browser/settings.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { makeAfterSale } from '../support/make-after-sale.ts';
import { masked, makeItem, probable, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

const regular = stable('wd_sunshine');

describe('on the page of one order', () => {
  test('the card of its buyer is open at once, and that of the next order after it', async () => {
    await seller.visit(makeReport([orderOf(regular, 5)], { page: 'order-detail' }));
    seller.openPanel();
    expect(await screen.findByRole('heading', { name: 'w***e' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /返回/ })).toBeNull();
    await seller.visit(makeReport([orderOf(stable('new_buyer'), 2)], { page: 'order-detail' }));
    expect(await screen.findByRole('heading', { name: 'n***r' })).toBeTruthy();
  });

  test('a buyer known only as a mask is said to be one', async () => {
    await seller.visit(makeReport([orderOf(masked, 1)], { page: 'order-detail' }));
    seller.openPanel();
    expect(await screen.findByText('仅掩码，计数但不分层')).toBeTruthy();
  });
});

describe('on an order list', () => {
  test('the buyers stand in page order, with tier, reason and order tail; names are masked', async () => {
    const orders = [orderOf(stable('new_buyer'), 2), orderOf(regular, 5), orderOf(regular, 40)];
    await seller.visit(makeReport(orders));
    seller.openPanel();
    const [first, second] = await screen.findAllByRole('button', { name: /…\d{4}/ });
    await within(first!).findByText('新客');
    expect(first!.textContent).toContain('n***r');
    expect(first!.textContent).toContain(`…${orders[0]!.orderId.slice(-4)}`);
    expect(second!.textContent).toContain('w***e');
    expect(second!.textContent).toContain('共购买 2 次');
    expect(document.body.textContent).not.toContain('wd_sunshine');
  });

  test('a buyer known only as a mask is counted, not tiered, and opens nothing', async () => {
    await seller.visit(makeReport([orderOf(masked, 1), orderOf(masked, 3)]));
    seller.openPanel();
    expect(await screen.findAllByText('仅掩码，计数但不分层')).toHaveLength(2);
    expect(screen.getByText(/0 位买家 · 2 单仅掩码/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /张/ })).toBeNull();
  });

  test('those who need care are marked and can be shown alone', async () => {
    const waiting = orderOf(probable('等售后的人'), 3, { items: [makeItem({ afterSale: 'requested' })] });
    await seller.visit(makeReport([orderOf(regular, 2), waiting]));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('checkbox', { name: '只看要照顾的（1）' }));
    expect(screen.getAllByRole('button', { name: /…\d{4}/ })).toHaveLength(1);
    expect(screen.getByText('售后未结')).toBeTruthy();
  });

  test('what could not be read is listed by name', async () => {
    const rejects = [{ what: 'amount (several differ)', row: 3 }];
    await seller.visit(makeReport([orderOf(regular, 1)], { rejects, health: { rows: 2, read: 1 } }));
    seller.openPanel();
    expect(await screen.findByText('本页 2 单，读出 1，1 未识别', { selector: 'summary' })).toBeTruthy();
    expect(screen.getByText('第 3 行：金额（几处不一致）')).toBeTruthy();
    expect(screen.getByText('网络请求 0')).toBeTruthy();
  });

  test('a page of rejects only says that the layout changed', async () => {
    await seller.visit(makeReport([], { rejects: [{ what: 'order id', row: 1 }], health: { rows: 20, read: 0 } }));
    seller.openPanel();
    expect(await screen.findByText(/版式可能变了：20 单都没读出/)).toBeTruthy();
  });

  test('a click opens the card, and back leads to the list', async () => {
    await seller.visit(makeReport([orderOf(regular, 5), orderOf(regular, 40)]));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /w\*\*\*e/ }));
    expect(await screen.findByRole('article', { name: 'w***e' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /返回列表/ }));
    expect(await screen.findByText('1 位买家')).toBeTruthy();
  });

  test('back leads to the list in browsers that answer scrolling with a promise', async () => {
    vi.spyOn(window, 'scrollTo').mockReturnValue(Promise.resolve() as unknown as void);
    await seller.visit(makeReport([orderOf(stable('first_one'), 2)]));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /f\*\*\*e/ }));
    fireEvent.click(await screen.findByRole('button', { name: '‹ 返回列表' }));
    expect(await screen.findByRole('region', { name: '本页买家' })).toBeTruthy();
    expect(screen.queryByText('面板出错了，数据没有受影响')).toBeNull();
  });
});

describe('on other pages', () => {
  test('a blocked page is not read, and no customer is shown', async () => {
    await seller.visitUnread('blocked');
    seller.openPanel();
    expect(await screen.findByText('登录、验证或风控页面，留客保持安静。')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });

  test('before anything was seen it says how to begin and what is never done', async () => {
    seller.openPanel();
    expect(await screen.findByText('打开京东或淘宝商家后台的订单页，就能开始')).toBeTruthy();
    expect(screen.getByText('不会替您发送任何消息')).toBeTruthy();
  });

  test('a page that says nothing keeps the last customer', async () => {
    await seller.visit(makeReport([orderOf(regular, 5)]));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /w\*\*\*e/ }));
    await screen.findByRole('article', { name: 'w***e' });
    await seller.visitUnread('unknown');
    expect(await screen.findByText('此页没有买家，仍显示上一位客户')).toBeTruthy();
    expect(screen.getByRole('article', { name: 'w***e' })).toBeTruthy();
  });

  test('a page of two shops says why nothing was stored', async () => {
    await seller.visitUnread('unknown', { page: 'order-list', problem: 'shopConflict' });
    seller.openPanel();
    expect(await screen.findByText(/同时出现两家店铺/)).toBeTruthy();
  });
});

describe('on the chat', () => {
  test('the card follows the conversation', async () => {
    await seller.visit(makeReport([orderOf(regular, 5), orderOf(stable('other_buyer'), 3)]));
    await seller.visit(chatReport(['wd_sunshine', 'other_buyer']));
    seller.openPanel();
    await screen.findByRole('article', { name: 'w***e' });
    await seller.visit(chatReport(['other_buyer', 'wd_sunshine']));
    expect(await screen.findByRole('article', { name: 'o***r' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('article', { name: 'w***e' })).toBeNull());
  });

  test('a buyer without any order seen is shown under the name of the page', async () => {
    await seller.visit(chatReport(['stranger']));
    seller.openPanel();
    const card = await screen.findByRole('article', { name: 's***r' });
    expect(within(card).getByText('还没有看到这位买家的订单')).toBeTruthy();
  });
});

describe('precise mode', () => {
  const scripting = {
    getRegisteredContentScripts: vi.fn<() => Promise<{ id: string }[]>>(async () => []),
    registerContentScripts: vi.fn<(scripts: { id: string; world: string }[]) => Promise<void>>(async () => {}),
    unregisterContentScripts: vi.fn<(filter: object) => Promise<void>>(async () => {}),
  };
  beforeEach(() => {
    Object.assign(fakeBrowser, { scripting });
  });

  test('is off, says what it gives and costs, and is switched on for the page’s platform alone', async () => {
    await seller.visit(makeReport([orderOf(regular, 5)]));
    seller.openPanel();
    fireEvent.click(await screen.findByText('精确模式：京东 关'));
    expect(screen.getByText(/^好处：/)).toBeTruthy();
    expect(screen.getByText(/^代价：.*可以察觉/)).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '在京东后台使用精确模式' }));
    expect(await screen.findByText('精确模式：京东 开')).toBeTruthy();
    expect(scripting.registerContentScripts.mock.calls.flat(2)).toMatchObject([
      { id: 'observer-port-jd', world: 'ISOLATED', runAt: 'document_start' },
      { id: 'observer-jd', world: 'MAIN', runAt: 'document_start' },
    ]);
    expect(await preciseSettings.taobao.getValue()).toBe(false);
  });

  test('stays off where the browser cannot do it, and says so', async () => {
    scripting.registerContentScripts.mockRejectedValue(new Error('world MAIN is unknown'));
    seller.openPanel();
    fireEvent.click(await screen.findByText('精确模式：淘宝/天猫 关'));
    fireEvent.click(screen.getByRole('checkbox', { name: '在淘宝/天猫后台使用精确模式' }));
    expect(await screen.findByText(/^此浏览器不支持精确模式/)).toBeTruthy();
    expect(screen.getByText('精确模式：淘宝/天猫 关')).toBeTruthy();
  });
});

describe('on pages of cases and counters', () => {
  const waiting = (orderId: string, appliedAt: number | null) =>
    makeAfterSale({ orderId, type: '退货退款', appliedAt, buyer: masked });

  test('the buyers of the cases are shown, and on their card what waits and since when', async () => {
    const order = orderOf(regular, 9);
    await seller.visit(makeReport([order]));
    const cases = [waiting(order.orderId, Date.now() - 3 * DAY_MS)];
    const page = { page: 'after-sale-list' as const, afterSales: cases, orderIds: [order.orderId] };
    await seller.visit(makeReport([], { ...page, health: { rows: 1, read: 1 } }));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /售后未结/ }));
    const list = await screen.findByRole('list', { name: '未结的售后' });
    expect(list.textContent).toBe(`退货退款3天前申请…${order.orderId.slice(-4)}记工单`);
    expect(screen.getByText('1 单').previousElementSibling!.textContent).toBe('售后未结');
  });

  test('a case without a time says when it was seen, and more than three are counted', async () => {
    const orders = [1, 2, 3, 4].map((daysAgo) => orderOf(regular, daysAgo));
    await seller.visit(makeReport(orders, { page: 'order-list' }));
    const cases = orders.map(({ orderId }, index) => ({ ...waiting(orderId, null), caseId: `400000000${index}` }));
    await seller.visit(makeReport([], { page: 'after-sale-list', afterSales: cases }));
    await seller.visit(makeReport([orders[0]!], { page: 'order-detail' }));
    seller.openPanel();
    const list = await screen.findByRole('list', { name: '未结的售后' });
    expect(within(list).getAllByText('今天见到')).toHaveLength(3);
    expect(within(list).getByText('还有 1 单')).toBeTruthy();
  });

  test('cases of orders that were not seen say so', async () => {
    const cases = [waiting('3400080000999999', null)];
    await seller.visit(makeReport([], { page: 'after-sale-list', afterSales: cases, health: { rows: 1, read: 1 } }));
    seller.openPanel();
    expect(await screen.findByText('这些售后的订单还没见过，打开订单列表后就知道是谁的')).toBeTruthy();
  });

  test('the home page’s counters stand with the time they were read', async () => {
    const counters = [
      { counterId: 'tasks', label: '任务工单', count: 0 },
      { counterId: 'casesToAudit', label: '待审核售后', count: 3 },
    ];
    await seller.visit(makeReport([], { page: 'home', counters, health: { rows: 2, read: 2 } }));
    seller.openPanel();
    const region = await screen.findByRole('region', { name: '后台待办' });
    expect(
      within(region)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['待审核售后3', '任务工单0']);
    expect(region.textContent).toMatch(/读于 \d\d:\d\d/);
  });

  test('a home page without counters says so', async () => {
    await seller.visit(makeReport([], { page: 'home' }));
    seller.openPanel();
    expect(await screen.findByText('本页没有待办数')).toBeTruthy();
  });
});

describe('on a seller’s page that was opened before this version of the extension', () => {
  const openTab = (answer: () => Promise<unknown>) => {
    Object.assign(fakeBrowser.tabs, {
      get: async (id: number) => ({ id, url: 'https://shop.jd.com/jdm/home', status: 'complete' }),
      sendMessage: answer,
    });
    seller.openPanel();
  };

  test('the panel says that it must be loaded anew', async () => {
    openTab(() => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await screen.findByText(/请刷新此页面/, undefined, { timeout: 4000 })).toBeTruthy();
  });

  test('and not where the script of the page answers', async () => {
    const answer = vi.fn<() => Promise<unknown>>(async () => true);
    openTab(answer);
    await waitFor(() => expect(answer).toHaveBeenCalled(), { timeout: 4000 });
    expect(screen.queryByText(/请刷新此页面/)).toBeNull();
  });
});

describe('a buyer who wants no more messages', () => {
  const asking = () => chatReport(['wd_sunshine'], { messages: [{ from: 'buyer', text: '别再给我发短信了' }] });

  test('is noted on a click alone, and taken back', async () => {
    await seller.visit(asking());
    seller.openPanel();
    expect(await screen.findByText(/客户写了“别再给我发短信了”/)).toBeTruthy();
    expect(await seller.db.events.count()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: '记为勿扰' }));
    await waitFor(async () =>
      expect(await seller.db.events.toArray()).toMatchObject([{ kind: 'doNotDisturb', isOn: true }]),
    );
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await seller.db.events.count()).toBe(2));
  });

  test('is left alone where that was not what was meant', async () => {
    await seller.visit(asking());
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: '不是这个意思' }));
    expect(screen.queryByText(/客户写了/)).toBeNull();
    expect(await seller.db.events.count()).toBe(0);
  });
});
