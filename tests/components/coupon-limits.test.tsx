/** The platforms' coupon limits on the insight page: what ships with its certainty, and the shop's own over it. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordOwnNumbers } from '../../lib/pipeline/record-numbers.ts';
import { couponLimits } from '../../lib/rules/offers.ts';
import { readOwnNumbers } from '../../lib/views/shops/number-changes.ts';
import { chineseIn } from '../support/chinese-shown.ts';
import { soldList } from '../support/make-links.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard, sawDays } from './support/dashboard-screen.tsx';
import { loadPanel } from './support/load-panel.ts';
import { speakEnglish } from './support/messages.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
const silent = stable('silent_regular');

beforeAll(loadPanel);
beforeEach(async () => {
  seller = await startScreen();
});

const openJd = async () => {
  await seller.visit(makeReport([orderOf(silent, 90), orderOf(silent, 45)]));
  await sawDays(seller.db, 300);
};
const own = async () => {
  const [shop] = await seller.db.shops.toArray();
  return (await readOwnNumbers(seller.db, shop!.shopId)).couponLimits;
};

const screenOf = async (title = '平台的优惠券限制') => {
  openDashboard('practice');
  const region = await screen.findByRole('region', { name: title });
  const rows = () => within(within(region).getByRole('table')).getAllByRole('row').slice(1);
  return {
    region,
    /** The texts of the cells of a row, by platform and limit. */
    row: (platform: string, limit: string) =>
      [...rows().find(({ textContent }) => textContent.startsWith(platform + limit))!.children].map(
        (cell) => cell.textContent,
      ),
    rows,
    field: (name: string) => within(region).getByLabelText<HTMLInputElement>(name),
    type: (name: string, value: string) => fireEvent.change(within(region).getByLabelText(name), { target: { value } }),
    press: (name: string) => fireEvent.click(within(region).getByRole('button', { name })),
    save: () => within(region).getByRole<HTMLButtonElement>('button', { name: '保存' }),
  };
};

describe('the table', () => {
  test('has every limit of either platform with value, certainty and source', async () => {
    await openJd();
    const { rows, row } = await screenOf();
    expect(rows()).toHaveLength(couponLimits.length);
    expect(row('京东', '面额上限')).toEqual([
      '京东',
      '面额上限',
      '未知',
      '没有公开',
      '没有公开资料写明上限，以建券工具为准',
    ]);
    expect(row('淘宝/天猫', '面额和门槛的最小单位').slice(2, 4)).toEqual(['1 元', '已核实']);
    expect(row('淘宝/天猫', '门槛要高于面额').slice(2, 4)).toEqual(['是', '有人说过，未核实']);
  });

  test('says which are the shop’s own, beside what ships, and each goes back with a click', async () => {
    await openJd();
    const { row, field, type, press, save } = await screenOf();
    expect(save().disabled).toBe(true);
    type('面额上限', '50');
    type('有效期上限', '30');
    press('保存');
    await waitFor(async () => expect(await own()).toEqual({ mostFaceFen: 5_000, mostValidDays: 30 }));
    await waitFor(() => expect(row('京东', '面额上限').slice(2)).toEqual(['50 元出厂 未知', '自填', '这家店自己填的']));
    expect(row('淘宝/天猫', '面额上限')[3]).toBe('没有公开');
    press('面额上限：放回出厂的 未知');
    expect(field('面额上限').value).toBe('');
    press('保存');
    await waitFor(async () => expect(await own()).toEqual({ mostValidDays: 30 }));
    await waitFor(() => expect(row('京东', '面额上限')[3]).toBe('没有公开'));
    press('撤销');
    await waitFor(async () => expect(await own()).toEqual({ mostFaceFen: 5_000, mostValidDays: 30 }));
    press('全部放回出厂');
    await waitFor(async () => expect(await own()).toEqual({}));
  });

  test('of a Taobao shop takes another step, and that a rule that was said is so, or is not', async () => {
    await seller.visit(soldList([orderOf(silent, 90), orderOf(silent, 45)]));
    await sawDays(seller.db, 300);
    const { row, type, press } = await screenOf();
    type('面额和门槛的最小单位', '0.5');
    type('门槛要高于面额', '1');
    press('保存');
    await waitFor(async () => expect(await own()).toEqual({ faceStepFen: 50, thresholdAboveFace: 1 }));
    await waitFor(() => expect(row('淘宝/天猫', '门槛要高于面额').slice(2, 4)).toEqual(['是出厂 是', '自填']));
    type('门槛要高于面额', '0');
    press('保存');
    await waitFor(() => expect(row('淘宝/天猫', '门槛要高于面额').slice(2, 4)).toEqual(['否出厂 是', '自填']));
    type('门槛要高于面额', '');
    press('保存');
    await waitFor(async () => expect(await own()).toEqual({ faceStepFen: 50 }));
    expect(row('淘宝/天猫', '面额和门槛的最小单位').slice(2, 4)).toEqual(['0.5 元出厂 1 元', '自填']);
  });
});

describe('what is wrong', () => {
  test.each([
    ['面额上限', '很多', '要填元数，1 到 10000，最多两位小数；留空就是未知'],
    ['面额上限', '0.5', '要填元数，1 到 10000，最多两位小数；留空就是未知'],
    ['面额上限', '10.005', '要填元数，1 到 10000，最多两位小数；留空就是未知'],
    ['有效期上限', '1.5', '要填整天数，1 到 365；留空就是未知'],
    ['有效期上限', '366', '要填整天数，1 到 365；留空就是未知'],
  ])('%s %s is not saved, and what was expected stands beside it', async (name, text, told) => {
    await openJd();
    const { region, type, field, save, press } = await screenOf();
    type(name, text);
    expect(within(region).getByText(told)).toBeTruthy();
    expect([field(name).getAttribute('aria-invalid'), save().disabled]).toEqual(['true', true]);
    press('保存');
    fireEvent.submit(region.querySelector('form')!);
    expect(await seller.db.events.count()).toBe(0);
  });

  test('is said in English to whoever reads that, with all of the table', async () => {
    speakEnglish();
    await openJd();
    const { region, type } = await screenOf('Platforms’ coupon limits');
    type('longest validity', '1.5');
    expect(within(region).getByText('Enter whole days, 1 to 365; empty for not known')).toBeTruthy();
    expect(chineseIn(region)).toEqual([]);
  });
});

describe('the shop’s own limit', () => {
  const set = async (numbers: Record<string, number>) => {
    const [shop] = await seller.db.shops.toArray();
    await recordOwnNumbers(seller.db, [{ shopId: shop!.shopId, rule: { what: 'couponLimits' }, numbers }], Date.now());
  };
  const openCard = async () => {
    await seller.visit(
      chatReport(['silent_regular'], { customer: { display: 'silent_regular', key: 'silent_regular' } }),
    );
    seller.openPanel();
  };

  test('within which the offer is, is no longer unknown on the card', async () => {
    await openJd();
    await set({ mostFaceFen: 10_000 });
    await openCard();
    const remarks = await screen.findAllByText(/没有公开说明，建券时以页面为准/);
    expect(remarks.map(({ textContent }) => textContent)).toEqual(
      remarks.map(() => '平台的有效期上限没有公开说明，建券时以页面为准'),
    );
  });

  test('beyond which it is, keeps it off the card, which says so', async () => {
    await openJd();
    await set({ mostFaceFen: 100 });
    await openCard();
    expect((await screen.findAllByText(/平台建不了这张券：面额最多 1 元/)).length).toBeGreaterThan(0);
  });

  test('refuses a playbook’s number as it is typed, and says of what ships that it stands nowhere', async () => {
    await openJd();
    await set({ mostFaceFen: 1_900 });
    openDashboard('practice');
    const region = within(await screen.findByRole('region', { name: '改数字' }));
    await region.findByText(/这个优惠平台的建券工具不收：面额最多 19 元/);
    fireEvent.change(region.getByRole('textbox', { name: '券的面额' }), { target: { value: '25' } });
    expect(region.getAllByText('平台的优惠券工具不收：面额最多 19 元').length).toBeGreaterThan(0);
    expect(region.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
    fireEvent.change(region.getByRole('textbox', { name: '券的面额' }), { target: { value: '19' } });
    expect(region.queryByText(/券工具不收：/)).toBeNull();
    expect(region.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(false);
  });
});
