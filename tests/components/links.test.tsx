import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { knownAs, maskedAs, orderIdOf, orderOf, reviewOf, soldList } from '../support/make-links.ts';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

const masked = [1, 2].map((start) => orderOf(start, maskedAs('半**')));
const withAccount = [...masked, orderOf(3, knownAs('半夏种花'))];
const list = async () => await screen.findByRole('region', { name: '可能是同一位客户' });

async function openFirst(): Promise<HTMLElement> {
  const section = await list();
  fireEvent.click(await within(section).findByText(/^可能是同一位客户（\d）$/));
  return section;
}

describe('the masked buyers of a page who may be one', () => {
  test('are a short list with the evidence in words', async () => {
    await seller.visit(soldList(masked));
    seller.openPanel();
    const section = await openFirst();
    expect(within(section).getAllByText('半**（2026-08-06 下单）')).toHaveLength(2);
    expect(within(section).getByText('订单号尾号 253908 相同')).toBeTruthy();
    expect(within(section).getByText(/昵称首字都是“半”/)).toBeTruthy();
    expect(within(section).getByText(/^可能性约 99\.\d\d%$/)).toBeTruthy();
  });

  test('become one by a click, whose card can be opened, and two again by another', async () => {
    await seller.visit(soldList(masked));
    seller.openPanel();
    const section = await openFirst();
    fireEvent.click(within(section).getByRole('button', { name: /^是同一位：/ }));
    expect(await screen.findByText('已合并为一位客户。')).toBeTruthy();
    const row = await screen.findByRole('button', { name: /半\*\*.*等 2 单|半\*\*/ });
    expect(row).toBeTruthy();
    const back = await screen.findByRole('button', { name: '撤销' });
    await waitFor(() => expect(document.activeElement).toBe(back));
    fireEvent.click(back);
    expect(await screen.findByText('已撤销，恢复原样。')).toBeTruthy();
    await waitFor(() => expect(screen.getByText('可能是同一位客户（1）')).toBeTruthy());
  });

  test('that are not one are not proposed again', async () => {
    await seller.visit(soldList(masked));
    seller.openPanel();
    const section = await openFirst();
    fireEvent.click(within(section).getByRole('button', { name: /^不是同一位：/ }));
    expect(await screen.findByText('已记住不是同一位，不再提示。')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/^可能是同一位客户（/)).toBeNull());
    await seller.visit(soldList(masked));
    expect(screen.queryByText(/^可能是同一位客户（/)).toBeNull();
  });

  test('are not there on a page of known buyers', async () => {
    await seller.visit(soldList([orderOf(3, knownAs('半夏种花'))]));
    seller.openPanel();
    await screen.findByRole('button', { name: /…\d{4}/ });
    expect(screen.queryByRole('region', { name: '可能是同一位客户' })).toBeNull();
  });
});

describe('the card of a customer', () => {
  const openCard = async () => {
    seller.openPanel();
    fireEvent.click((await screen.findAllByRole('button', { name: /…\d{4}/ }))[0]!);
    await screen.findByRole('article');
  };

  test('names who else they may be, and counts an order that is confirmed', async () => {
    await seller.visit(soldList(withAccount));
    await openCard();
    const section = await screen.findByRole('region', { name: '可能是同一位客户' });
    expect(screen.getByText('订单（1）')).toBeTruthy();
    fireEvent.click(within(section).getAllByRole('button', { name: /^是同一位：半\*\*（/ })[0]!);
    expect(await screen.findByText('订单（2）')).toBeTruthy();
    expect(await screen.findByText('由您确认')).toBeTruthy();
  });

  test('says what pages prove, with the order that shows it, and lets it be refused', async () => {
    await seller.visit(soldList(withAccount));
    await seller.visit(reviewOf(orderIdOf(3), 'RAzN8BQuLmVyBwGPZqT1xqGbhdEk'));
    await seller.visit(soldList(withAccount));
    await openCard();
    expect(await screen.findByText(/同一订单上出现过两个账号（订单 …3908），按此合并/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^不是同一位：.*评价中的账号/ }));
    expect(await screen.findByText('您说过不是同一位')).toBeTruthy();
    expect(await seller.db.linkedParties.count()).toBe(0);
  });

  test('shows a contradiction without opening anything', async () => {
    const two = [orderOf(1, knownAs('半夏种花', '1001')), orderOf(2, knownAs('南山听雨', '1002'))];
    await seller.visit(soldList(two));
    await seller.visit(reviewOf(orderIdOf(1), 'RAzN8BQuLmVyBwGPZqT1xqGbhdEk'));
    await seller.visit(reviewOf(orderIdOf(2), 'RAzN8BQuLmVyBwGPZqT1xqGbhdEk'));
    await seller.visit(soldList(two));
    await openCard();
    expect(await screen.findByText(/页面上的账号互相矛盾（订单 …3908），没有合并/)).toBeTruthy();
  });
});
