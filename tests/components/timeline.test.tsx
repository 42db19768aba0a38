import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Timeline } from '../../components/customer/Timeline.tsx';
import type { Moment } from '../../lib/views/customers/moments.ts';
import { makeOrder } from '../support/make-order.ts';
import { speakChinese } from './support/messages.ts';

const day = (text: string) => Date.parse(`${text}T10:00:00+08:00`);
const NOW = day('2026-08-06');

const moments = [
  {
    kind: 'order',
    id: 'o',
    at: day('2026-05-01'),
    order: makeOrder({ orderId: '3090000000008831', amountFen: 12_800 }),
  },
  {
    kind: 'case',
    id: 'c',
    at: day('2026-05-04'),
    afterSale: { orderId: '3090000000008831', type: '退货退款', refundFen: 1_290 },
  },
  {
    kind: 'workOrder',
    id: 'w',
    at: day('2026-05-05'),
    workOrder: { labelId: 'damaged', closedAt: null, mergedInto: null },
  },
  { kind: 'review', id: 'r', at: day('2026-05-09'), review: { rating: 'negative', text: '洗一次就起球' } },
  { kind: 'offer', id: 'k', at: day('2026-06-01'), contact: { channel: 'coupon' } },
] as Moment[];

beforeEach(speakChinese);
afterEach(cleanup);

describe('the line of a customer', () => {
  test('has orders, cases, work orders, reviews and contacts on it, and says so to whoever does not see it', () => {
    render(<Timeline moments={moments} now={NOW} />);
    const told = '下单 1，售后申请 1，评价 1，带优惠的联系 1，工单 1';
    expect(screen.getByRole('img', { name: `2026-05-01 以来：${told}` })).toBeTruthy();
    expect(document.querySelectorAll('svg g')).toHaveLength(moments.length);
  });

  test('says what it decides, and has every moment behind it, the newest first', async () => {
    render(<Timeline moments={moments} now={NOW} />);
    fireEvent.click(screen.getByText('逐条看（5）'));
    expect(await screen.findByText('用来定：联系之前，先看这位客户经历过什么。')).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(
      rows.slice(1).map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent)),
    ).toEqual([
      ['2026-06-01', '带优惠的联系', '记为已发券'],
      ['2026-05-09', '评价', '差评 · 洗一次就起球'],
      ['2026-05-05', '开工单', '商品破损 · 未结'],
      ['2026-05-04', '申请售后', '…8831 · 退货退款 · ¥12.90'],
      ['2026-05-01', '下单', '…8831 · 待发货 · ¥128.00'],
    ]);
  });

  test('is none for one moment', () => {
    render(<Timeline moments={moments.slice(0, 1)} now={NOW} />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});
