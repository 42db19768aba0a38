import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { panelFocus } from '../../lib/browser/panel-focus.ts';
import { masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  vi.spyOn(window, 'close').mockImplementation(() => {});
});

const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: '查客户' });
const hits = () => within(screen.getByRole('list', { name: '查到的客户' })).queryAllByRole('button');
const type = (value: string) => fireEvent.change(box(), { target: { value } });

describe('the popup', () => {
  test('counts every tier, and masked orders beside them', async () => {
    await seller.visit(makeReport([orderOf(stable('one'), 2), orderOf(stable('two'), 400), orderOf(masked, 1)]));
    seller.openPopup();
    expect(await screen.findByText('共 2 位客户')).toBeTruthy();
    expect(screen.getByText('已流失').closest('li')!.textContent).toMatch(/1$/);
    expect(screen.getByText('沉睡').closest('li')!.textContent).toMatch(/0$/);
    expect(screen.getByText('另有 1 单买家仅掩码，计数但不分层')).toBeTruthy();
    expect(screen.getByText(/^数据截至/)).toBeTruthy();
  });

  test('before anything was seen it says how to begin', async () => {
    seller.openPopup();
    expect(await screen.findByText('打开京东或淘宝商家后台的订单页，就能开始')).toBeTruthy();
  });

  test('finds by the tail of an order number, and Enter opens the panel on that customer', async () => {
    const order = orderOf(stable('wd_sunshine'), 3);
    await seller.visit(makeReport([order, orderOf(stable('other_buyer'), 2)]));
    seller.openPopup();
    await screen.findByText('共 2 位客户');
    type(order.orderId.slice(-4));
    const hit = await screen.findByRole('button', { name: /w\*\*\*e/ });
    expect(hit.textContent).toContain(`订单 …${order.orderId.slice(-4)}`);
    expect(hits()).toHaveLength(1);
    fireEvent.keyDown(box(), { key: 'Enter' });
    await waitFor(async () => expect((await panelFocus.getValue())?.customerId).toBeTruthy());
    expect(seller.openedPanels).toHaveLength(1);
    seller.openPanel();
    expect(await screen.findByRole('article', { name: 'w***e' })).toBeTruthy();
  });

  test('arrow keys choose, and what is still being composed is left alone', async () => {
    await seller.visit(makeReport([orderOf(stable('sun_a'), 3), orderOf(stable('sun_b'), 2)]));
    seller.openPopup();
    type('sun');
    await waitFor(() => expect(hits()).toHaveLength(2));
    expect(document.activeElement).toBe(box());
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(hits()[0]!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(hits()[1]);
    fireEvent.keyDown(hits()[1]!, { key: 'ArrowUp' });
    fireEvent.keyDown(hits()[0]!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(box());
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    expect(seller.openedPanels).toEqual([]);
  });

  test('says what is missing when nothing is found', async () => {
    seller.openPopup();
    type('883');
    expect(await screen.findByText('订单尾号至少输入 4 位')).toBeTruthy();
    type('没有这个人');
    expect(await screen.findByText(/^没有找到/)).toBeTruthy();
  });

  test('opens the panel', async () => {
    seller.openPopup();
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: '打开侧栏' });
    await waitFor(() => expect(button.disabled).toBe(false));
    fireEvent.click(button);
    await waitFor(() => expect(seller.openedPanels).toHaveLength(1));
  });
});
