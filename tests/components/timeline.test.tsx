import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Timeline } from '../../components/customer/Timeline.tsx';
import * as picture from '../../components/dashboard/charts/picture.ts';
import * as saveFile from '../../components/dashboard/save-file.ts';
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
  {
    kind: 'redeemed',
    id: 'u',
    at: day('2026-05-20'),
    order: makeOrder({ orderId: '3090000000007712' }),
    offer: { kind: 'coupon', thresholdFen: 8_000, faceValueFen: 1_500, validDays: 3 },
  },
  { kind: 'offer', id: 'k', at: day('2026-06-01'), contact: { channel: 'coupon' } },
] as Moment[];

beforeEach(speakChinese);
afterEach(cleanup);

describe('the line of a customer', () => {
  test('has orders, cases, work orders, reviews and contacts on it, and says so to whoever does not see it', () => {
    render(<Timeline moments={moments} now={NOW} />);
    const told = '下单 1，用了优惠 1，售后申请 1，评价 1，带优惠的联系 1，工单 1';
    expect(screen.getByRole('img', { name: `2026-05-01 以来：${told}` })).toBeTruthy();
    expect(document.querySelectorAll('svg g')).toHaveLength(moments.length);
  });

  test('says what it decides, and has every moment behind it, the newest first', async () => {
    render(<Timeline moments={moments} now={NOW} />);
    fireEvent.click(screen.getByText('逐条看（6）'));
    expect(await screen.findByText('用来定：联系之前，先看这位客户经历过什么。')).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(
      rows.slice(1).map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent)),
    ).toEqual([
      ['2026-06-01', '带优惠的联系', '记为已发券'],
      ['2026-05-20', '用了优惠（按订单减免的金额判断）', '…7712 · 满80减15，3天有效'],
      ['2026-05-09', '评价', '差评 · 洗一次就起球'],
      ['2026-05-05', '开工单', '商品破损 · 未结'],
      ['2026-05-04', '申请售后', '…8831 · 退货退款 · ¥12.90'],
      ['2026-05-01', '下单', '…8831 · 待发货 · ¥128.00'],
    ]);
  });

  test('is saved as a table and as a picture, under a name that says nothing of who it is', async () => {
    const noted = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ ok: true } as never);
    const saved: [name: string, content: Blob][] = [];
    vi.spyOn(saveFile, 'saveFile').mockImplementation((name, content) => saved.push([name, new Blob([content])]));
    // There is no canvas here; what is painted is looked at in a real browser.
    const painted = vi.spyOn(picture, 'pictureOf').mockResolvedValue(new Blob(['PNG']));
    render(<Timeline moments={moments} now={NOW} />);
    fireEvent.click(screen.getByText('逐条看（6）'));
    fireEvent.click(await screen.findByRole('button', { name: '存为表格' }));
    expect(saved[0]![0]).toBe('客户时间线.csv');
    expect(await saved[0]![1].text()).toContain(
      '2026-05-20,用了优惠（按订单减免的金额判断）,…7712 · 满80减15，3天有效',
    );
    fireEvent.click(screen.getByRole('button', { name: '存为图片' }));
    await waitFor(() => expect(saved[1]?.[0]).toMatch(/^客户时间线 \d{4}-\d{2}-\d{2}\.png$/));
    expect(JSON.stringify(noted.mock.calls)).toMatch(/shownTable.*shownPicture/);
    expect(painted.mock.calls[0]![0].querySelector('svg')).toBeTruthy();
  });

  test('is none for one moment', () => {
    render(<Timeline moments={moments.slice(0, 1)} now={NOW} />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});
