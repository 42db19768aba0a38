import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { kindsIn, openDashboard, sawDays } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

/** The sign stays on the line of its words. */
const DAYS_AGO = '距上次购买\u00a0≥';
let seller: SellerScreen;

/** 40 regulars of 45 days ago are silent, 20 of 70 days ago are not any more. 90 days ago 60 had come, and 40 of them came again. */
beforeEach(async () => {
  seller = await startScreen();
  const orders = Array.from({ length: 60 }, (_, at) => {
    const days = at < 40 ? [145, 110, 45] : [145, 110, 70];
    return days.map((daysAgo) => orderOf(stable(`buyer_${at}`), daysAgo));
  });
  await seller.visit(makeReport(orders.flat()));
  await sawDays(seller.db, 300);
});

const editor = async () => {
  openDashboard('practice');
  const region = await screen.findByRole('region', { name: '改数字' });
  const field = (name: string) => within(region).getByRole<HTMLInputElement>('textbox', { name });
  return {
    region,
    field,
    type: (name: string, text: string) => fireEvent.change(field(name), { target: { value: text } }),
    choose: (id: string) => fireEvent.change(within(region).getByLabelText('打法'), { target: { value: id } }),
    recount: () => region.querySelector('form output')!,
  };
};
const press = (region: HTMLElement, name: string) => fireEvent.click(within(region).getByRole('button', { name }));

describe('the numbers of a playbook', () => {
  test('are kept for the shop, say what ships, and go back with a click', async () => {
    const { region, field, type } = await editor();
    expect(field('券的面额').value).toBe('20');
    type('券的面额', '25');
    expect(within(region).getByText('有改动，还没有保存')).toBeTruthy();
    press(region, '保存');
    await waitFor(async () => expect(await kindsIn(seller.db)).toEqual(['numbersSet']));
    await waitFor(() => expect(field('券的面额').value).toBe('25'));
    const [event] = await seller.db.events.toArray();
    expect(event).toMatchObject({
      rule: { what: 'playbook', id: 'silent-wake' },
      numbers: { 'offer.faceValueFen': 2_500 },
    });
    const row = screen.getByRole('rowheader', { name: /^沉默老客：小额唤醒券/ }).closest('tr')!;
    await waitFor(() => expect(row.textContent).toContain('满50减25'));
    expect(row.textContent).toContain('已改');
    press(region, '券的面额：放回出厂的 20');
    expect(field('券的面额').value).toBe('20');
    press(region, '全部放回出厂');
    await waitFor(() => expect(row.textContent).not.toContain('已改'));
    expect(field('券的面额').value).toBe('20');
  });

  test('that cannot be so are not saved, with the reason beside them', async () => {
    const { region, type, choose, recount } = await editor();
    choose('dormant-180');
    type(DAYS_AGO, '190');
    expect(recount().textContent).toBe('有数字不能这样填，改好再数');
    expect(within(region).getAllByText('上限低于下限：没有人会同时满足')).toHaveLength(2);
    expect(within(region).getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
    type(DAYS_AGO, 'x');
    expect(within(region).getByText('可填 0 到 1095')).toBeTruthy();
  });

  test('are counted anew while they are typed, the latest as it stands, against those in force', async () => {
    const { recount, type, choose } = await editor();
    choose('lost-365');
    await waitFor(() => expect(recount().textContent).toMatch(/今天会上清单 0 位 （和现在一样）/));
    type(DAYS_AGO, '30');
    type(DAYS_AGO, '60');
    await waitFor(() => expect(recount().textContent).toMatch(/今天会上清单 20 位 （现在的数字是 0 位，▲ 20）/));
    type(DAYS_AGO, '40');
    await waitFor(() => expect(recount().textContent).toMatch(/今天会上清单 60 位/));
  });
});

describe('looking back', () => {
  test('says whom the numbers would have named, and who bought, of how many', async () => {
    const { region, choose, type } = await editor();
    choose('lost-365');
    type(DAYS_AGO, '15');
    const table = await within(region).findByRole('table');
    const row = await within(table).findByRole('rowheader', { name: /^90天前/ });
    const cells = within(row.closest('tr')!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    // 60 had come 20 days before that day, and 20 of them came again within the 30 days from it on.
    expect(cells[0]).toMatch(/^60 位33\.3% 买了（\d+\.\d% 到 \d+\.\d%）$/);
    expect(cells[1]).toBe('0 位0 位买了，太少，说明不了什么');
    expect(cells[2]).toMatch(/^60 位33\.3% 买了/);
  });

  test('of what only today is known says that it cannot be told', async () => {
    const { region, choose } = await editor();
    choose('awaiting-shipment');
    expect(await within(region).findByText(/只存了今天的/)).toBeTruthy();
    expect(within(region).queryByRole('table')).toBeNull();
  });
});

describe('limits of contacts', () => {
  test('are kept stricter, and refused where law or platform would be gone against, with the reason', async () => {
    openDashboard('practice');
    const region = await screen.findByRole('region', { name: '联系限制' });
    const type = (name: string, text: string) =>
      fireEvent.change(within(region).getByRole('textbox', { name }), { target: { value: text } });
    type('静默从几点开始', '23');
    expect(within(region).getByText(/可填 17 到 21：营销信息只在 8:00–21:00 发/)).toBeTruthy();
    expect(within(region).getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
    type('静默从几点开始', '20');
    press(region, '保存');
    await waitFor(async () => expect(await kindsIn(seller.db)).toEqual(['numbersSet']));
    expect(await seller.db.events.toArray()).toMatchObject([{ numbers: { quietFromHour: 20 } }]);
  });
});

test('minutes of a clock are kept for the shop, and no slower than what is measured', async () => {
  openDashboard('workOrders');
  const name = /^办结/;
  const region = (await screen.findByRole('textbox', { name })).closest<HTMLElement>('form')!;
  const type = (text: string) =>
    fireEvent.change(within(region).getByRole('textbox', { name }), { target: { value: text } });
  type('2000');
  expect(within(region).getAllByText('= 24 小时').length).toBeGreaterThan(0);
  expect(within(region).getByText(/可填 1 到 1440：京东考核“工单 24 小时自主完结率”/)).toBeTruthy();
  type('600');
  press(region, '保存');
  await waitFor(async () => expect(await kindsIn(seller.db)).toEqual(['numbersSet']));
  expect(await seller.db.events.toArray()).toMatchObject([
    { rule: { what: 'clock', id: 'complaintClose' }, numbers: { minutes: 600 } },
  ]);
  await waitFor(() =>
    expect(screen.getByRole('rowheader', { name: '办结' }).closest('tr')!.textContent).toContain('10 小时'),
  );
});
