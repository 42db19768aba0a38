import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toSample } from '../../lib/browser/send.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { hasSample } from '../../lib/store/sample-store.ts';
import { readRetention } from '../../lib/views/data/retention.ts';
import { makeOrders, masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { cellsOf, openDashboard, tableOf } from './support/dashboard-screen.tsx';
import { loadPanel } from './support/load-panel.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const agree = () => fireEvent.click(screen.getByRole('checkbox', { name: '我明白，这不能撤销' }));
const section = async (name: string) => within(await screen.findByRole('region', { name }));

async function shopOfTwelve() {
  await seller.visit(makeReport(makeOrders(11)));
  await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 300), orderOf(stable('wd_sunshine'), 2)]));
  openDashboard('privacy');
}

describe('the privacy page', () => {
  test('says how much of what is kept, and what never is', async () => {
    await shopOfTwelve();
    const table = await tableOf('留客存了什么');
    expect(cellsOf(table, '订单')[0]).toBe('13');
    expect(cellsOf(table, '客户')[0]).toBe('12');
    expect(cellsOf(table, '客户')[1]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(cellsOf(table, '客户')[1]).toBe(cellsOf(table, '订单')[1]);
    // What there is none of has no day.
    expect(cellsOf(table, '评价').slice(0, 2)).toEqual(['0', '']);
    expect((await section('从来不存')).getAllByRole('listitem')).toHaveLength(5);
  });

  test('counts what a shorter term deletes before it can be saved', async () => {
    await shopOfTwelve();
    const terms = await section('保留多久');
    expect(terms.queryByRole('button', { name: '保存并按此删除' })).toBeNull();
    fireEvent.change(terms.getByLabelText('订单'), { target: { value: '180' } });
    expect(await terms.findByText('按新的期限，现在会删除：订单 1。不能撤销。')).toBeTruthy();
    press('保存并按此删除');
    await terms.findByText(/^已保存/);
    expect((await readRetention(seller.db)).orders).toBe(180);
    await maintain(seller.db, Date.now());
    expect(await seller.db.orders.count()).toBe(12);
    expect((await section('操作记录')).getByText('到期清理')).toBeTruthy();
  });

  test('finds a customer, says what goes, and forgets only on the second step', async () => {
    await shopOfTwelve();
    const part = await section('忘记一位客户');
    fireEvent.change(part.getByLabelText('找谁'), { target: { value: 'wd_sun' } });
    await part.findByText(/w\*\*\*e · 京东/);
    press('忘记这位客户');
    expect(await part.findByText(/会删除此人的全部记录：订单 2/)).toBeTruthy();
    const now = part.getByRole<HTMLButtonElement>('button', { name: '现在忘记' });
    expect(now.disabled).toBe(true);
    expect(document.activeElement).toBe(part.getByRole('checkbox'));
    press('不，算了');
    expect(document.activeElement).toBe(part.getByRole('button', { name: '忘记这位客户' }));
    press('忘记这位客户');
    agree();
    press('现在忘记');
    expect(await part.findByText(/^忘记了一位客户 · .*订单 2/)).toBeTruthy();
    expect(document.activeElement).toBe(part.getByRole('button', { name: '保存凭证' }));
    expect(await seller.db.orders.count()).toBe(11);
    expect(part.getByRole('button', { name: '保存凭证' })).toBeTruthy();
    expect((await section('操作记录')).getByText('忘记了一位客户')).toBeTruthy();
  });

  test('finds an order of a mask by the end of its number', async () => {
    await seller.visit(makeReport(makeOrders(1, () => ({ buyer: masked }))));
    openDashboard('privacy');
    const part = await section('忘记一位客户');
    fireEvent.change(part.getByLabelText('找谁'), { target: { value: '0001' } });
    expect(await part.findByText('张** · 京东 · …0001')).toBeTruthy();
    press('忘记这位客户');
    expect(await part.findByText(/会删除此人的全部记录：订单 1，/)).toBeTruthy();
    fireEvent.change(part.getByLabelText('找谁'), { target: { value: '9999' } });
    expect(await part.findByText('没有找到')).toBeTruthy();
  });

  test('deletes a shop, and shows its receipt when its last record is gone', async () => {
    await shopOfTwelve();
    await screen.findByRole('button', { name: '删除“shop_a · 京东”' });
    press('删除“shop_a · 京东”');
    agree();
    press('删除这家店铺');
    await waitFor(async () => expect(await seller.db.shops.count()).toBe(0));
    expect(await screen.findByText(/^正在删除/)).toBeTruthy();
    await maintain(seller.db, Date.now());
    expect(await screen.findByText(/^删除了一家店铺 · .*订单 13/)).toBeTruthy();
    expect(await seller.db.orders.count()).toBe(0);
  });

  test('says so of a shop that another window deleted before', async () => {
    await shopOfTwelve();
    await screen.findByRole('button', { name: '删除“shop_a · 京东”' });
    press('删除“shop_a · 京东”');
    agree();
    seller.meanwhile('deleteShop', () => seller.db.shops.clear());
    press('删除这家店铺');
    expect(await screen.findByText('这家店已经删除了，没有再动任何数据。请刷新这一页。')).toBeTruthy();
  });

  test('deletes everything, the settings too', async () => {
    await shopOfTwelve();
    Object.assign(fakeBrowser, { scripting: { getRegisteredContentScripts: async () => [] } });
    await fakeBrowser.storage.local.set({ overlay: false, tone: 'warm' });
    await screen.findByRole('button', { name: '删除全部数据' });
    press('删除全部数据');
    agree();
    press('全部删除');
    expect(await screen.findByText(/^删除了全部数据 · .*订单 13/)).toBeTruthy();
    expect([await seller.db.orders.count(), await seller.db.events.count(), await seller.db.audit.count()]).toEqual([
      0, 0, 1,
    ]);
    await waitFor(async () => expect(await fakeBrowser.storage.local.get(null)).toEqual({}));
  });
});

describe('the sample of the tour', () => {
  test('is offered to be removed where it was left over, and is gone with one click', async () => {
    await shopOfTwelve();
    const removing = await section('删除店铺或全部数据');
    expect(removing.queryByText(/示例/)).toBeNull();
    cleanup();
    await toSample.openSample({});
    openDashboard('privacy');
    expect(await screen.findByText(/示例的数据还在/)).toBeTruthy();
    press('删除示例');
    await screen.findByText('示例已删除');
    expect(await hasSample()).toBe(false);
    expect(await seller.db.customers.count()).toBe(12);
  });
});

describe('the customer card', () => {
  beforeAll(loadPanel);

  test('forgets its customer, and the page that is open shows them no more', async () => {
    const buyer = stable('wd_sunshine');
    await seller.visit(makeReport([orderOf(buyer, 2)]));
    await seller.visit(chatReport(['wd_sunshine']));
    seller.openPanel();
    await screen.findByRole('article', { name: 'w***e' });
    expect(screen.queryByText('忘记这位客户')).toBeNull();
    const more = (await screen.findByText('更多操作')).closest('details')!;
    more.open = true;
    fireEvent(more, new Event('toggle'));
    fireEvent.click(await screen.findByRole('button', { name: '忘记这位客户' }));
    agree();
    press('现在忘记');
    await waitFor(async () => expect(await seller.db.orders.count()).toBe(0));
    await waitFor(async () =>
      expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('w***e'),
    );
    await waitFor(() => expect(document.body.textContent).not.toContain('w***e'));
    await seller.visit(makeReport([orderOf(buyer, 1)], { observedAt: Date.now() + DAY_MS }));
    expect(await seller.db.orders.count()).toBe(0);
  });
});
