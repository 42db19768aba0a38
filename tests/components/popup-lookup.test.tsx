/** The popup as a place to look somebody up. */
import { Dexie } from 'dexie';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '../../components/hooks/database.ts';
import { panelFocus } from '../../lib/browser/panel-focus.ts';
import { masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { active, box, options, press, status, type } from './support/popup-screen.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  vi.spyOn(window, 'close').mockImplementation(() => {});
});

describe('looking somebody up', () => {
  test('finds by the tail of an order number, and Enter opens the panel on that customer', async () => {
    const order = orderOf(stable('wd_sunshine'), 3);
    await seller.visit(makeReport([order, orderOf(stable('other_buyer'), 2)]));
    seller.openPopup();
    await screen.findByText('共 2 位客户');
    type(order.orderId.slice(-4));
    const hit = await screen.findByRole('option', { name: /w\*\*\*e/ });
    expect(hit.textContent).toContain(`订单 …${order.orderId.slice(-4)}`);
    expect(options('查到的客户')).toHaveLength(1);
    expect(active()).toBe(hit);
    press('Enter');
    await waitFor(async () => expect(await panelFocus.getValue()).toMatchObject({ customerId: expect.any(String) }));
    expect(seller.openedPanels).toHaveLength(1);
    seller.openPanel();
    expect(await screen.findByRole('article', { name: 'w***e' })).toBeTruthy();
  });

  test('shows who was found before their tier is known, which then comes into the same row', async () => {
    await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 3)]));
    seller.openPopup();
    await screen.findByText('共 1 位客户');
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    vi.spyOn(database.benchmarks, 'get').mockImplementation(() => Dexie.Promise.resolve(held.then(() => undefined)));
    type('wd_');
    const hit = await screen.findByRole('option', { name: /w\*\*\*e/ });
    expect(hit.textContent).toBe('w***e京东');
    goOn();
    await waitFor(() => expect(hit.textContent).toBe('w***e新客3天前 · 京东'));
  });

  test('arrow keys choose while the cursor stays in the box, and what is still being composed is left alone', async () => {
    await seller.visit(makeReport([orderOf(stable('sun_a'), 3), orderOf(stable('sun_b'), 2)]));
    seller.openPopup();
    type('sun');
    await waitFor(() => expect(options('查到的客户')).toHaveLength(2));
    expect(active()).toBe(options('查到的客户')[0]);
    press('ArrowDown');
    expect(active()).toBe(options('查到的客户')[1]);
    press('ArrowDown');
    expect(active()).toBe(options('查到的客户')[1]);
    press('ArrowUp');
    expect(active()).toBe(options('查到的客户')[0]);
    expect(document.activeElement).toBe(box());
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    expect(seller.openedPanels).toEqual([]);
  });

  test('by the tail of an order whose buyer is masked says so, and Enter how to learn who it is', async () => {
    const order = orderOf(masked, 3);
    await seller.visit(makeReport([order, orderOf(stable('other_buyer'), 2)]));
    seller.openPopup();
    await screen.findByText('共 1 位客户');
    const tail = order.orderId.slice(-4);
    type(tail);
    const [hit] = await waitFor(() => options('买家仅掩码的订单'));
    expect(hit!.textContent).toBe(`${order.buyer.display}订单 …${tail}3天前 · 京东`);
    expect(status().textContent).toBe('查到 1 个订单，买家仅掩码');
    press('Enter');
    expect(await screen.findByText(new RegExp(`^订单 …${tail} 看过，但列表只给了买家的掩码`))).toBeTruthy();
    expect(seller.openedPanels).toEqual([]);
  });

  test('finds a customer and segments by pinyin initials, and Enter opens the segment', async () => {
    await seller.visit(makeReport([orderOf(stable('高小明'), 3), orderOf(stable('other_buyer'), 2)]));
    seller.openPopup();
    await screen.findByText('共 2 位客户');
    type('gx');
    expect(await screen.findByRole('option', { name: /高\*\*/ })).toBeTruthy();
    type('gpl');
    const rows = await waitFor(() => options('人群'));
    expect(rows[0]!.textContent).toContain('高频老客');
    await waitFor(() => expect(status().textContent).toBe(`查到 ${rows.length} 个人群`));
    await waitFor(() => expect(rows[0]!.textContent).toMatch(/0$/));
    expect(active()).toBe(rows[0]);
    press('Enter');
    await waitFor(async () => expect(await panelFocus.getValue()).toMatchObject({ query: '高频' }));
  });

  test('says what is missing when nothing is found', async () => {
    seller.openPopup();
    type('883');
    expect(await screen.findByText('订单尾号至少输入 4 位')).toBeTruthy();
    type('没有这个人');
    expect(await screen.findByText(/^没有找到/)).toBeTruthy();
    press('Escape');
    expect(box().value).toBe('');
  });

  test('a nick that is made of our words is found all the same', async () => {
    await seller.visit(makeReport([orderOf(stable('VIP_shop'), 3)]));
    seller.openPopup();
    type('VIP_shop');
    expect(await screen.findByRole('option', { name: /V\*\*\*p/ })).toBeTruthy();
    expect(status().textContent).toBe('查到 1 位客户');
  });
});
