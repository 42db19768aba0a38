import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { toBackground } from '../../lib/browser/send.ts';
import type { ShopModel } from '../../lib/insight/churn/shop-model.ts';
import type { Order } from '../../lib/model/order.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { makeItem, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { fittedModel, storeModel } from './support/fitted-model.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
let fitted: ShopModel;

beforeAll(() => {
  fitted = fittedModel();
});
beforeEach(async () => {
  seller = await startScreen();
});

const buyer = stable('wd_sunshine');
const today = () => orderOf(stable('somebody_else'), 0);
/** Every 32 days, then nothing for 68. */
const overdue = () => [68, 100, 132, 164].map((daysAgo) => orderOf(buyer, daysAgo));

/** The card of the buyer, in a shop with these models. */
async function openCard(orders: Order[], model: ShopModel | null = null): Promise<HTMLElement> {
  await seller.visit(makeReport([...orders, today()]));
  if (model) await storeModel(seller.db, model);
  seller.openPanel();
  fireEvent.click(await screen.findByRole('button', { name: /w\*\*\*e/ }));
  return await screen.findByRole('article');
}
const health = async () => within(await screen.findByRole('region', { name: '健康分' }));
const factOf = (card: HTMLElement, name: string) => within(card).getByText(name).parentElement!.textContent;

describe('health', () => {
  test('is a score with its word, why, and what similar customers did', async () => {
    await openCard(overdue(), fitted);
    const shown = await health();
    const score = Number(shown.getByText(/^\d+$/).textContent);
    const word = score >= 80 ? '健康' : score >= 60 ? '关注' : score >= 40 ? '预警' : '高流失';
    expect(shown.getByText(word)).toBeTruthy();
    expect(shown.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '已 68 天未购，是这位客户周期 32 天的 2.1 倍',
      '近 90 天购买 1 次，前 90 天 3 次',
    ]);
    expect(shown.getByText(/^同类客户在此状态下未来 60 天回购率 \d+\.\d%（n=[\d,]+）$/)).toBeTruthy();
    expect(shown.getByText('未来 60 天再买').nextSibling!.textContent).toMatch(/^\d+\.\d% 预测$/);
    expect(shown.getByText('未来 365 天消费').nextSibling!.textContent).toMatch(/^¥[\d,]+\.\d\d 预测$/);
  });

  test('stands beside the tier, which stays what it is', async () => {
    const card = await openCard(overdue(), fitted);
    expect(within(card).getByText('流失预警')).toBeTruthy();
    expect((await health()).queryByText('流失预警')).toBeNull();
  });

  test('a refund is a task of care, not a sign of leaving', async () => {
    await openCard([orderOf(buyer, 3), orderOf(buyer, 12, { items: [makeItem({ afterSale: 'refunded' })] })], fitted);
    expect((await health()).getByText('90 天内有退款（12天前的订单）：先关怀，不是流失信号')).toBeTruthy();
  });

  test('of a small shop is a band without percentages, and says what they wait for', async () => {
    const missing = { buyers: 181, repeaters: 3 };
    await openCard(overdue(), { ...fitted, level: 1, data: { ...fitted.data, level: 1, missing } });
    const shown = await health();
    expect(shown.getByText(/^\d+$/)).toBeTruthy();
    expect(shown.getByText('百分比和预计消费先不给：数据还不够，还差 181 位买家、3 位回头客。')).toBeTruthy();
    expect(shown.queryByText(/回购率|预测/)).toBeNull();
  });

  test('of a past too short to be checked is a band, too', async () => {
    await openCard(overdue(), { ...fitted, gate: { ...fitted.gate, isOpen: false, refusal: 'untested' } });
    const shown = await health();
    expect(await shown.findByText('百分比和预计消费先不给：历史太短，还没有可以回看验证的时段。')).toBeTruthy();
    expect(shown.getByText(/^\d+$/)).toBeTruthy();
  });
});

describe('without a figure the card says why, and still gives the reasons', () => {
  const said = async (text: string | RegExp) => {
    const shown = await health();
    expect(await shown.findByText(text)).toBeTruthy();
    expect(shown.getByText('暂无')).toBeTruthy();
    expect(shown.getByText('已 68 天未购，是这位客户周期 32 天的 2.1 倍')).toBeTruthy();
    expect(shown.queryByText(/%.*n=|预测/)).toBeNull();
  };

  test('before the first fit', async () => {
    await openCard(overdue());
    await said('还没有算过。看到订单后在本机计算。');
  });

  test('while the data are too few: how many are to go', async () => {
    const missing = { buyers: 30, repeaters: 12, observedDays: 45 };
    const model = {
      ...fitted,
      level: 0,
      data: { ...fitted.data, level: 0, missing },
      fits: [],
      anchors: null,
    } as const;
    await openCard(overdue(), model);
    await said('数据还不够，还差 30 位买家、12 位回头客、45 天的订单。');
  });

  test.each([
    ['noSignal', '本店复购由大促驱动，历史无法区分流失。'],
    ['fewReturned', '回看的时段里几乎没有人回购，无从验证。'],
    ['fewStayedAway', '回看的时段里几乎人人回购，无从验证。'],
  ] as const)('where the past tells nothing (%s)', async (refusal, text) => {
    await openCard(overdue(), { ...fitted, gate: { ...fitted.gate, isOpen: false, refusal } });
    await said(text);
  });

  test('where too few days were seen', async () => {
    await openCard(overdue(), fitted);
    const { shopId } = (await seller.db.shops.toArray())[0]!;
    const day = dayOf(Date.now());
    await seller.db.coverage.update(shopId, {
      spans: [
        [day - 99, day - 69],
        [day, day],
      ],
    });
    await said('只看到 32.0% 的日子，不到 40.0% 不下判断。多翻几页订单就能补上。');
  });

  test('where the computation failed', async () => {
    await openCard(overdue(), { ...fitted, anchors: null });
    await said('这次计算没有得出可靠结果，先看下面的事实。');
  });

  test('but nothing of a buyer without a purchase', async () => {
    await openCard([orderOf(buyer, 3, { status: 'cancelled' })], fitted);
    expect(screen.getByText('还没有看到成交')).toBeTruthy();
    expect(screen.queryByRole('region', { name: '健康分' })).toBeNull();
  });
});

describe('the cycle says what it rests on, and when care is due', () => {
  test('the own median', async () => {
    const card = await openCard(overdue());
    expect(factOf(card, '购买周期')).toBe('购买周期32 天本人中位数');
    expect(factOf(card, '该联系')).toBe('该联系已过 39 天');
  });

  test('similar customers, with how many gaps', async () => {
    await openCard([orderOf(buyer, 22)]);
    const { shopId } = (await seller.db.shops.toArray())[0]!;
    const group = { category: null, stage: 'second', gaps: 84, medianDays: 30, lowerDays: 20, upperDays: 40 } as const;
    const none = {
      customers: 0,
      medianAverageFen: null,
      lastDayLimits: [],
      purchaseCountLimits: [],
      spendLimitsFen: [],
    };
    await seller.db.benchmarks.put({ shopId, computedAt: Date.now(), ...none, cycles: [group] });
    expect(await screen.findByText('同类 n=84')).toBeTruthy();
    const card = screen.getByRole('article');
    expect(factOf(card, '购买周期')).toBe('购买周期30 天同类 n=84');
    expect(factOf(card, '该联系')).toBe('该联系还有 5 天');
  });

  test('the category’s preset, and how long supplies last', async () => {
    const card = await openCard([orderOf(buyer, 3, { items: [makeItem({ title: '婴儿纸尿裤 L 码 54 片' })] })]);
    expect(factOf(card, '购买周期')).toMatch(/天类目参考值$/);
    expect(factOf(card, '余量')).toMatch(/^余量预计还能用 \d+ 天$/);
  });

  test('nothing known is nothing said', async () => {
    const card = await openCard([orderOf(buyer, 3, { items: [makeItem({ title: '某件东西' })] })]);
    expect(factOf(card, '购买周期')).toBe('购买周期不足 3 次');
    expect(within(card).queryByText('该联系')).toBeNull();
    expect(within(card).queryByText('余量')).toBeNull();
  });
});

describe('do not disturb', () => {
  const toggle = () => screen.getByRole<HTMLInputElement>('checkbox', { name: '勿扰' });

  test('is switched on, shown, and taken back', async () => {
    await openCard(overdue());
    fireEvent.click(toggle());
    const note = (await screen.findByText('已设为勿扰')).closest<HTMLElement>('[role=status]')!;
    await waitFor(() => expect(toggle().checked).toBe(true));
    fireEvent.click(within(note).getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(toggle().checked).toBe(false));
    expect(screen.queryByText(/勿扰：|已设为勿扰/)).toBeNull();
    expect((await seller.db.events.orderBy('logicalTime').toArray()).map(({ kind }) => kind)).toEqual([
      'doNotDisturb',
      'undo',
    ]);
  });

  test('stays for the next time, and can be switched off', async () => {
    await openCard(overdue());
    const { customerId } = (await seller.db.customers.toArray()).find(({ display }) => display === 'wd_sunshine')!;
    await toBackground.setDoNotDisturb({ customerId, isOn: true });
    expect(await screen.findByText('勿扰：不主动联系这位客户')).toBeTruthy();
    fireEvent.click(toggle());
    expect(await screen.findByText('已取消勿扰')).toBeTruthy();
    expect(toggle().checked).toBe(false);
  });

  test('that could not be saved says so, and the switch stands as before', async () => {
    await openCard(overdue());
    vi.spyOn(seller.db.events, 'bulkAdd').mockRejectedValue(new Error('full'));
    fireEvent.click(toggle());
    expect(await screen.findByText('没能保存，请再试一次')).toBeTruthy();
    expect(toggle().checked).toBe(false);
  });
});
