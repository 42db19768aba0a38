import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { recordContact } from '../../lib/pipeline/record-event.ts';
import { recordMoment } from '../../lib/pipeline/record-practice.ts';
import { makeContact } from '../support/make-contact.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

/** With somebody of late, so that most of the days since were seen. */
const regular = () => [
  orderOf(stable('silent_regular'), 45),
  orderOf(stable('silent_regular'), 46),
  orderOf(stable('passer_by'), 2),
];

describe('beside the list of the day', () => {
  test('stands what comes next; opened, with the playbook that it asks for and whom that is about', async () => {
    const { shopId } = await seller.visit(
      makeReport([...regular(), orderOf(stable('active'), 5), orderOf(stable('active'), 20)]),
    );
    const startAt = Date.now() + 2 * DAY_MS;
    const moment = { momentId: 'm', kind: 'launch' as const, name: '冬款', startAt, endAt: startAt + 1000 };
    await recordMoment(seller.db, { shopId: shopId!, moment }, Date.now());
    seller.openPanel();
    const coming = (await screen.findByText(/新品“冬款”/)).closest('details')!;
    expect(within(coming).queryByRole('listitem')).toBeNull();
    coming.open = true;
    fireEvent(coming, new Event('toggle'));
    const row = (await within(coming).findAllByRole('listitem')).find(({ textContent }) => /冬款/.test(textContent))!;
    expect(row.textContent).toMatch(/2 天后.*新品上架前：老客优先购 · 约 2 位/);
  });

  test('the conditions for the platform’s own tool are copied with a click', async () => {
    await seller.visit(makeReport(regular()));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /该唤醒\s*1/ }));
    fireEvent.click(await screen.findByRole('button', { name: '复制筛选条件：沉默老客：小额唤醒券' }));
    expect(await screen.findByText('已复制')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(
      '京东：营销中心 → 客户运营 → 人群营销 → 人群细分\n消费频次 ≥ 2次',
    );
    expect(screen.getByText(/其余条件平台没有/)).toBeTruthy();
  });
});

/** The card of the one regular, contacted so many days ago. */
async function openCard(orders = regular(), contactedDaysAgo: number | null = null) {
  const { buyers } = await seller.visit(makeReport(orders));
  const { customerId } = buyers[0]!;
  if (contactedDaysAgo !== null) {
    const contact = makeContact({ customerId: customerId!, how: 'noted', channel: 'coupon', isOffer: true });
    await recordContact(seller.db, contact, Date.now() - contactedDaysAgo * DAY_MS);
  }
  seller.openPanel();
  fireEvent.click(await screen.findByRole('button', { name: /s\*\*\*r/ }));
  await screen.findByRole('heading', { name: 's***r' });
}

describe('on the card', () => {
  test('a contact says what followed', async () => {
    await openCard(regular(), 50);
    expect(await screen.findByText('买了，4 天后')).toBeTruthy();
    expect(screen.getByText(/买了不等于因为这次联系/)).toBeTruthy();
  });

  test('a contact of today has time left', async () => {
    await openCard(regular(), 1);
    expect(await screen.findByText(/^还没买，看到 \d\d-\d\d$/)).toBeTruthy();
  });

  test('a birthday is written down as month and day, and removed again', async () => {
    await openCard();
    const field = await screen.findByRole('textbox', { name: '生日（月-日）' });
    fireEvent.change(field, { target: { value: '2月30日' } });
    const form = within(field.closest('form')!);
    expect(form.getByRole<HTMLButtonElement>('button', { name: '记下' }).disabled).toBe(true);
    fireEvent.change(field, { target: { value: '8月16日' } });
    fireEvent.click(form.getByRole('button', { name: '记下' }));
    expect(await screen.findByText('生日 8 月 16 日')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '删掉生日' }));
    expect(await screen.findByText('记下生日或积分到期')).toBeTruthy();
  });

  test('a friend they brought is noted, owed, and paid', async () => {
    await openCard();
    fireEvent.change(await screen.findByRole('spinbutton', { name: '双方各得（元）' }), { target: { value: '50' } });
    const form = within(screen.getByRole('spinbutton', { name: '双方各得（元）' }).closest('form')!);
    fireEvent.change(form.getByRole('textbox', { name: '来的是谁（昵称或订单号末四位）' }), {
      target: { value: '小满的妈妈' },
    });
    fireEvent.click(form.getByRole('button', { name: '记下' }));
    const owed = /^推荐了 小.+；推荐奖励双方各 ¥50.00，应在 \d{4}-\d\d-\d\d 兑现$/;
    expect(await screen.findByText(owed)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '已兑现' }));
    await waitFor(() => expect(screen.queryByText(owed)).toBeNull());
  });

  test('the time to turn to them is a hint as long as they ordered seldom', async () => {
    await openCard();
    expect(
      await screen.findByText('适合联系：周末 10 点前后（指南建议，这位客户在能联系的时段下的单还太少）'),
    ).toBeTruthy();
  });
});

describe('the part of the calendar and the playbooks', () => {
  beforeEach(async () => {
    await seller.visit(makeReport(regular()));
    openDashboard();
    location.hash = '#practice';
    fireEvent(window, new HashChangeEvent('hashchange'));
    await screen.findByRole('heading', { name: '全部打法' });
  });

  test('turns a playbook on, and takes it back', async () => {
    const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: '高频老客：大额满减' });
    expect(box().checked).toBe(false);
    fireEvent.click(box());
    await waitFor(() => expect(box().checked).toBe(true));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(box().checked).toBe(false));
  });

  test('registers a promise to all with what it costs in a year', async () => {
    fireEvent.change(screen.getByRole('textbox', { name: '承诺了什么' }), { target: { value: '终身 9 折卡' } });
    fireEvent.change(screen.getByRole('spinbutton', { name: '每年约多少元' }), { target: { value: '300' } });
    fireEvent.submit(screen.getByRole('textbox', { name: '承诺了什么' }).closest('form')!);
    expect(await screen.findByText('有效的长期承诺 1 项，每年约 ¥300.00')).toBeTruthy();
    expect(screen.getByText('全部客户')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '已结束' }));
    await waitFor(() => expect(screen.queryByText(/有效的长期承诺/)).toBeNull());
  });

  test('says what is refused, by which rule, and what to do instead', () => {
    expect(screen.getByText('包裹卡：微信扫码领 10 元')).toBeTruthy();
    expect(screen.getByText(/京东开放平台商家违规管理总则/)).toBeTruthy();
    expect(screen.getByText(/换个做法：改用关注店铺领券/)).toBeTruthy();
  });

  test('keeps a day’s capacity and levels', async () => {
    const field = screen.getByRole('spinbutton', { name: '该唤醒' });
    fireEvent.change(field, { target: { value: '35' } });
    fireEvent.blur(field);
    await waitFor(async () =>
      expect((await seller.db.events.toArray()).at(-1)).toMatchObject({ practice: { perDay: { wake: 35 } } }),
    );
    fireEvent.change(screen.getByRole('textbox', { name: '等级名称' }), { target: { value: '金卡' } });
    fireEvent.change(screen.getByRole('spinbutton', { name: '从多少元起' }), { target: { value: '500' } });
    fireEvent.submit(screen.getByRole('textbox', { name: '等级名称' }).closest('form')!);
    expect(await screen.findByText('¥500.00 起')).toBeTruthy();
    const events = await seller.db.events.orderBy('logicalTime').toArray();
    expect(events.at(-1)).toMatchObject({
      practice: { perDay: { wake: 35 }, levels: [{ name: '金卡', fromFen: 50_000 }] },
    });
  });
});
