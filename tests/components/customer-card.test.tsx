import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EventRecord } from '../../lib/store/database.ts';
import type { Order } from '../../lib/model/order.ts';
import { makeCoupon } from '../support/make-coupon.ts';
import { makeItem, probable, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

const buyer = stable('wd_sunshine');

async function openCard(orders: Order[]): Promise<HTMLElement> {
  await seller.visit(makeReport(orders));
  seller.openPanel();
  fireEvent.click((await screen.findAllByRole('button', { name: /…\d{4}/ }))[0]!);
  const card = await screen.findByRole('article');
  await screen.findByText('更多操作');
  return card;
}

describe('the customer card', () => {
  test('shows the tier with the clause that passed, and what is known in numbers', async () => {
    const card = await openCard([orderOf(buyer, 45, { amountFen: 128_000 }), orderOf(buyer, 100), orderOf(buyer, 140)]);
    expect(within(card).getByText('沉默')).toBeTruthy();
    expect(within(card).getByText('距上次购买 45 天（≥ 30 且 ≤ 90）')).toBeTruthy();
    expect(within(card).getByText('一个小理由再来一次')).toBeTruthy();
    expect(within(card).getByText('45天前')).toBeTruthy();
    expect(within(card).getByText('47.5 天')).toBeTruthy();
    expect(within(card).getByText('¥1,480.00')).toBeTruthy();
    expect(within(card).getByText(/^采集到 \d{4}-\d{2}-\d{2} 起的订单，更早的情况未知$/)).toBeTruthy();
  });

  test('has orders and contacts on one line; of a single order there is none', async () => {
    const returned = { items: [makeItem({ afterSale: 'refunded' })] };
    await openCard([orderOf(buyer, 45), orderOf(buyer, 100, returned), orderOf(buyer, 140)]);
    expect(screen.getByRole('img', { name: /以来：下单 2，有售后的单 1$/ })).toBeTruthy();
  });

  test('an amount that the page did not show is not known, not zero', async () => {
    const card = await openCard([orderOf(buyer, 3, { amountFen: null })]);
    expect(within(card).getAllByText('未知')).toHaveLength(2);
  });

  test('a buyer known by nick only says so', async () => {
    const card = await openCard([orderOf(probable('阳光小铺'), 3)]);
    expect(within(card).getByText(/按昵称识别/)).toBeTruthy();
  });

  test('coupon maths are made at the customer’s own basket', async () => {
    await openCard([orderOf(buyer, 45, { amountFen: 4_000 }), orderOf(buyer, 100, { amountFen: 4_000 })]);
    expect(screen.getByText('满50减20，7天有效')).toBeTruthy();
    expect(screen.getByText('按 ¥50.00 一单：省 ¥20.00，实际优惠 40.0%')).toBeTruthy();
    expect(screen.getByText('平时客单价差 ¥10.00 到门槛')).toBeTruthy();
  });

  test('a coupon of the shop is named in place of a new one, and all that can be claimed are listed', async () => {
    const { seenAt: _, ...coupon } = makeCoupon({
      thresholdFen: 3900,
      faceValueFen: 2000,
      startsAt: null,
      endsAt: null,
    });
    const ended = { ...coupon, name: '旧券', status: '已结束' };
    const orders = [orderOf(buyer, 45, { amountFen: 4_000 }), orderOf(buyer, 100, { amountFen: 4_000 })];
    await seller.visit(makeReport([], { page: 'coupon-list', coupons: [coupon, ended] }));
    await openCard(orders);
    expect(screen.getByText('已有：满39减20 店铺券“秋日回馈”，领取中')).toBeTruthy();
    expect(screen.getByText('按 ¥40.00 一单：省 ¥20.00，实际优惠 50.0%')).toBeTruthy();
    fireEvent.click(screen.getByText('本店现有优惠券（1）'));
    expect(screen.getByText('满39减20 店铺券“秋日回馈”，领取中')).toBeTruthy();
    expect(screen.queryByText(/旧券/)).toBeNull();
  });

  test('the shop’s coupon is noted as sent with a click, as what it is, holds the next offer back, and is taken back', async () => {
    const { seenAt: _, ...coupon } = makeCoupon({
      thresholdFen: 3900,
      faceValueFen: 2000,
      startsAt: null,
      endsAt: null,
    });
    await seller.visit(makeReport([], { page: 'coupon-list', coupons: [coupon] }));
    await openCard([orderOf(buyer, 45, { amountFen: 4_000 }), orderOf(buyer, 100, { amountFen: 4_000 })]);
    const note = { name: '记为已发：沉默老客：小额唤醒券' };
    fireEvent.click(screen.getByRole('button', note));
    expect(await screen.findByText(/刚联系过，至少间隔 24 小时/)).toBeTruthy();
    const terms = { thresholdFen: 3900, faceValueFen: 2000, validDays: null };
    const sent = { channel: 'coupon', how: 'noted', playbookId: 'silent-wake', isOffer: true, coupon: terms };
    expect(await seller.db.events.toArray()).toMatchObject([{ kind: 'contact', contact: sent }]);
    fireEvent.click(screen.getAllByRole('button', { name: '撤销' })[0]!);
    expect(await screen.findByRole('button', note)).toBeTruthy();
  });

  test('a bad review is said with its day, its words behind a click; a good one is not trouble', async () => {
    const order = orderOf(buyer, 45);
    const review = { orderId: order.orderId, lineId: null, buyerKey: null, text: '杯口有裂纹' };
    const bad = { ...review, rating: 'negative' as const, ratedAt: Date.parse('2026-08-01T10:00:00+08:00') };
    await seller.visit(makeReport([], { page: 'review-list', reviews: [bad] }));
    const card = await openCard([order, orderOf(buyer, 100)]);
    expect(within(card).getByText('最近评价')).toBeTruthy();
    const summary = within(card).getByText('差评 · 2026-08-01');
    expect(summary.closest('details')!.open).toBe(false);
    expect(within(card).getByText('杯口有裂纹')).toBeTruthy();
    const [stored] = await seller.db.reviews.toArray();
    await seller.db.reviews.put({ ...stored!, id: `${stored!.id}1`, rating: 'positive', ratedAt: bad.ratedAt + 1000 });
    await waitFor(() => expect(within(card).queryByText('最近评价')).toBeNull());
  });

  test('an offer is held back while a case is open, and says which guard held it', async () => {
    const open = orderOf(buyer, 45, { items: [makeItem({ afterSale: 'requested' })] });
    await openCard([open, orderOf(buyer, 100)]);
    expect(screen.getByText('先解决问题')).toBeTruthy();
    expect(screen.getByText(/^被拦下的建议/)).toBeTruthy();
    expect(screen.getAllByText('已拦下：有 1 单售后还没处理，先解决再谈优惠').length).toBeGreaterThan(0);
  });

  test('a call is noted with a click, holds offers back like any contact, and is taken back', async () => {
    await openCard([orderOf(buyer, 45), orderOf(buyer, 100)]);
    fireEvent.click(screen.getByRole('button', { name: '记一次电话' }));
    expect(await screen.findByText('记过电话')).toBeTruthy();
    expect((await screen.findAllByText('已拦下：刚刚联系过，至少间隔 24 小时')).length).toBeGreaterThan(0);
    expect(await seller.db.events.toArray()).toMatchObject([{ contact: { channel: 'phone', how: 'noted' } }]);
    const note = screen.getByText('在别处联系过？').parentElement!;
    fireEvent.click(await within(note).findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(screen.queryByText('记过电话')).toBeNull());
  });

  test('orders and contacts are listed, and a contact can be taken back', async () => {
    const order = orderOf(buyer, 45);
    await openCard([order, orderOf(buyer, 100)]);
    expect(screen.getByText('订单（2）')).toBeTruthy();
    const { customerId } = (await seller.db.customers.toArray())[0]!;
    const contact = {
      customerId,
      channel: 'chat',
      how: 'copied',
      templateId: null,
      playbookId: null,
      isOffer: false,
      overrides: null,
    } as const;
    await seller.db.events.add({
      kind: 'contact',
      id: 'e1',
      device: 'd',
      at: Date.now() - 7_300_000,
      logicalTime: '0',
      customerId,
      contact,
    } as EventRecord);
    const section = await screen.findByRole('region', { name: '联系记录（1）' });
    expect(within(section).getByText('2小时前')).toBeTruthy();
    expect((await screen.findAllByText('已拦下：2 小时前刚联系过，至少间隔 24 小时')).length).toBeTruthy();
    fireEvent.click(within(section).getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(screen.queryByText('联系记录（1）')).toBeNull());
    expect(await seller.db.events.count()).toBe(2);
  });
});
