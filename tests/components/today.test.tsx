import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordShopPractice } from '../../lib/pipeline/record-practice.ts';
import { probable, makeItem, stable } from '../support/make-order.ts';
import { makeCoupon } from '../support/make-coupon.ts';
import { makeReport } from '../support/make-report.ts';
import { sawDays } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

/** A silent regular, a newcomer, one who waits for an answer. */
const orders = () => [
  orderOf(stable('silent_regular'), 45),
  orderOf(stable('silent_regular'), 46),
  orderOf(stable('new_buyer'), 5),
  orderOf(probable('等售后的人'), 3, { items: [makeItem({ afterSale: 'requested' })] }),
];

beforeEach(async () => {
  seller = await startScreen();
});

const counter = (name: RegExp) => screen.findByRole('button', { name });

describe('the list of the day', () => {
  test('stands above the buyers of a page, and opens on a click', async () => {
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒\s*1/));
    const list = await screen.findByRole('region', { name: '该唤醒' });
    await within(list).findByText('s***r');
    expect(list.textContent).toContain('沉默老客：小额唤醒券');
    expect(list.textContent).toContain('距上次购买 45 天');
    expect(list.textContent).toContain('按累计消费排');
    fireEvent.click(await counter(/该唤醒/));
    expect(await screen.findByText(/3 位买家/)).toBeTruthy();
  });

  test('is open by itself on a page that says nothing, with the most urgent job', async () => {
    await seller.visit(makeReport(orders()));
    await seller.visitUnread('unknown');
    seller.openPanel();
    expect((await counter(/该安抚/)).getAttribute('aria-pressed')).toBe('true');
    expect(await screen.findByText('先解决问题')).toBeTruthy();
  });

  test('is not there while there is nothing to do', async () => {
    await seller.visit(makeReport([orderOf(stable('quiet'), 200)]));
    seller.openPanel();
    expect(await screen.findByText(/1 位买家/)).toBeTruthy();
    expect(screen.queryByRole('navigation', { name: '今日清单' })).toBeNull();
  });

  test('has how the last week went under it, read when it is opened', async () => {
    const buyers = Array.from({ length: 25 }, (_, at) => orderOf(stable(`buyer_${at}`), at));
    await seller.visit(makeReport([...orders(), ...buyers]));
    await sawDays(seller.db, 60);
    seller.openPanel();
    const week = (await screen.findByText('上周小结')).closest('details')!;
    expect(within(week).queryByText('买家')).toBeNull();
    week.open = true;
    fireEvent(week, new Event('toggle'));
    const figure = (await within(week).findByText('买家')).closest('div')!;
    expect(figure.textContent).toMatch(/^买家\d+期间买过 · 前一周 \d+/);
    expect(within(week).getByText(/^上周小结 · \d+-\d+ 至 \d+-\d+/)).toBeTruthy();
    expect(await within(week).findByText('没有看到客户遇到问题。')).toBeTruthy();
  });

  test('has no more of a job than the shop does in a day, the others at a click', async () => {
    const { shopId } = await seller.visit(
      makeReport([...orders(), orderOf(stable('other_regular'), 50), orderOf(stable('other_regular'), 52)]),
    );
    const practice = { playbooks: {}, perDay: { calm: null, wake: 1, thank: null }, isAbroad: false, levels: [] };
    await recordShopPractice(seller.db, { shopId: shopId!, practice }, Date.now());
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒\s*2/));
    const list = await screen.findByRole('region', { name: '该唤醒' });
    expect(await within(list).findByText('还有 1 位')).toBeTruthy();
    expect(within(list).getAllByRole('checkbox', { name: /^选择 / })).toHaveLength(1);
    fireEvent.click(within(list).getByRole('button', { name: '再看 1 位' }));
    await waitFor(() => expect(screen.getAllByRole('checkbox', { name: /^选择 / })).toHaveLength(2));
  });

  test('is counted again after every change, not only the first', async () => {
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    await counter(/该唤醒\s*1/);
    for (const [index, name] of ['second_regular', 'third_regular', 'fourth_regular'].entries()) {
      await seller.visit(makeReport([orderOf(stable(name), 50 + index), orderOf(stable(name), 60 + index)]));
      await counter(new RegExp(`该唤醒\\s*${index + 2}`));
    }
  });

  test('leads to the card and back again', async () => {
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒/));
    fireEvent.click(await screen.findByText('沉默老客：小额唤醒券 · 满50减20，7天有效'));
    expect(await screen.findByRole('heading', { name: 's***r' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /返回今日清单/ }));
    expect(await screen.findByRole('region', { name: '该唤醒' })).toBeTruthy();
  });
});

describe('what became of a customer', () => {
  test('is noted with a click, counted, kept on the card, and taken back', async () => {
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒/));
    fireEvent.click(await screen.findByRole('button', { name: '记为已发：s***r' }));
    expect(await screen.findByText('今天已做 1 位')).toBeTruthy();
    expect(await screen.findByText('今天没有要唤醒的客户')).toBeTruthy();
    const events = await seller.db.events.toArray();
    expect(events).toMatchObject([
      { kind: 'contact', contact: { playbookId: 'silent-wake', how: 'noted', channel: 'coupon', isOffer: true } },
    ]);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(await screen.findByText('沉默老客：小额唤醒券 · 满50减20，7天有效')).toBeTruthy();
  });

  test('is given the shop’s own coupon where one does, and that is what is noted', async () => {
    const { seenAt: _, ...coupon } = makeCoupon({
      thresholdFen: 4_900,
      faceValueFen: 2_000,
      startsAt: null,
      endsAt: null,
    });
    await seller.visit(makeReport([], { page: 'coupon-list', coupons: [coupon] }));
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒/));
    expect(await screen.findByText('已有：满49减20 店铺券“秋日回馈”，领取中')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '记为已发：s***r' }));
    expect(await screen.findByText('今天已做 1 位')).toBeTruthy();
    const terms = { thresholdFen: 4_900, faceValueFen: 2_000, validDays: null };
    expect(await seller.db.events.toArray()).toMatchObject([{ contact: { coupon: terms } }]);
  });

  test('is told why a suggestion does not suit, which the card says afterwards', async () => {
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒/));
    fireEvent.change(await screen.findByRole('combobox', { name: '不合适：s***r' }), {
      target: { value: 'notWorthIt' },
    });
    expect(await screen.findByText('今天没有要唤醒的客户')).toBeTruthy();
    fireEvent.click(await counter(/该唤醒/));
    fireEvent.click(await screen.findByRole('button', { name: /s\*\*\*r/ }));
    expect(await screen.findByText(/您说过不合适（不划算）/)).toBeTruthy();
  });

  test('is said of several at once', async () => {
    await seller.visit(
      makeReport([...orders(), orderOf(stable('other_regular'), 50), orderOf(stable('other_regular'), 52)]),
    );
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒\s*2/));
    fireEvent.click(await screen.findByRole('checkbox', { name: '全选' }));
    const tools = (await screen.findByText('已选 2 位')).closest('div')!;
    fireEvent.click(within(tools).getByRole('button', { name: '稍后' }));
    await waitFor(async () => expect(await seller.db.events.count()).toBe(2));
    expect(await screen.findByText('今天没有要唤醒的客户')).toBeTruthy();
  });

  test('is noted for several at once as sent, and taken back as one', async () => {
    await seller.visit(
      makeReport([...orders(), orderOf(stable('other_regular'), 50), orderOf(stable('other_regular'), 52)]),
    );
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒\s*2/));
    fireEvent.click(await screen.findByRole('checkbox', { name: '全选' }));
    fireEvent.click(await screen.findByRole('button', { name: '都记为已做' }));
    expect(await screen.findByText('今天已做 2 位')).toBeTruthy();
    const sent = { kind: 'contact', contact: { playbookId: 'silent-wake', how: 'noted', channel: 'coupon' } };
    expect(await seller.db.events.toArray()).toMatchObject([sent, sent]);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(await counter(/该唤醒\s*2/)).toBeTruthy();
    expect(screen.queryByText(/^今天已做/)).toBeNull();
  });

  test('is declined for several at once with one reason, and taken back', async () => {
    await seller.visit(
      makeReport([...orders(), orderOf(stable('other_regular'), 50), orderOf(stable('other_regular'), 52)]),
    );
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒\s*2/));
    fireEvent.click(await screen.findByRole('checkbox', { name: '全选' }));
    fireEvent.change(await screen.findByRole('combobox', { name: '不合适：所选的' }), {
      target: { value: 'notWorthIt' },
    });
    await waitFor(async () => expect(await seller.db.events.count()).toBe(2));
    expect(await seller.db.events.toArray()).toMatchObject([{ reason: 'notWorthIt' }, { reason: 'notWorthIt' }]);
    expect(await screen.findByText('今天没有要唤醒的客户')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(await screen.findByText('已选 2 位')).toBeTruthy();
  });

  test('says when its result comes, and where the platform’s filters are', async () => {
    await seller.visit(makeReport(orders()));
    seller.openPanel();
    fireEvent.click(await counter(/该唤醒/));
    expect(await screen.findByText(/营销中心 → 客户运营/)).toBeTruthy();
    expect(screen.getByText('未核对')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '记为已发：s***r' }));
    fireEvent.click(await screen.findByText('发出去的结果'));
    expect(await screen.findByText(/沉默老客：小额唤醒券 · .* 发出 1 人，.* 出结果/)).toBeTruthy();
  });
});
