import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { workOrdersIn } from '../../lib/service/work-order.ts';
import { makeAfterSale } from '../support/make-after-sale.ts';
import { makeItem, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { cellsOf, openDashboard, tableOf } from './support/dashboard-screen.tsx';
import { loadPanel } from './support/load-panel.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeAll(loadPanel);
beforeEach(async () => {
  seller = await startScreen();
});

/** A customer with one order, who asks for so much of it. */
async function visitCase(changes: Parameters<typeof makeAfterSale>[0], carrier?: string): Promise<void> {
  const order = orderOf(stable('wd_sunshine'), 3, { items: [makeItem({ title: '青釉杯' })], carrier });
  const afterSale = makeAfterSale({ orderId: order.orderId, appliedAt: Date.now(), ...changes });
  await seller.visit(makeReport([], { page: 'after-sale-list', afterSales: [afterSale] }));
  await seller.visit(makeReport([order]));
}

async function openDispute(changes: Parameters<typeof makeAfterSale>[0]): Promise<HTMLElement> {
  await visitCase(changes);
  seller.openPanel();
  fireEvent.click((await screen.findAllByRole('button', { name: /…\d{4}/ }))[0]!);
  return await screen.findByRole('region', { name: '怎么处理' });
}

describe('a dispute on the card', () => {
  test('of a small amount is refunded at once, with what it costs, why, and who may say yes', async () => {
    const dispute = within(await openDispute({ refundFen: 1_290, reason: '少件/漏发' }));
    expect(dispute.getByText('小额快赔')).toBeTruthy();
    const ways = within(dispute.getByRole('list', { name: '可选的办法' })).getAllByRole('listitem');
    expect(ways.map((way) => way.textContent)).toEqual(['仅退款成本 ¥12.90', '补发成本是商品和运费']);
    expect(dispute.getByText(/金额 ¥12.90，不超过 ¥20.00.*客服可以同意/)).toBeTruthy();
  });

  test('of who does not want it any more is stopped or taken back, and nothing is given on top', async () => {
    const dispute = within(await openDispute({ refundFen: 59_800, type: '未收货退款', reason: '不喜欢/不想要' }));
    expect(dispute.getByText('客户意愿')).toBeTruthy();
    const ways = within(dispute.getByRole('list', { name: '可选的办法' })).getAllByRole('listitem');
    expect(ways.map((way) => way.textContent)).toEqual(['拦下或取消发货，退款货回店里，不另赔']);
    expect(dispute.getByText(/依据：原因是客户自己的意愿/)).toBeTruthy();
    expect(dispute.queryByText(/可以同意|一级/)).toBeNull();
  });

  test('of a large one is negotiated in three steps', async () => {
    const dispute = within(await openDispute({ refundFen: 25_000, reason: '商品与描述不符' }));
    expect(dispute.getByText('三级协商')).toBeTruthy();
    expect(dispute.getAllByText(/^[一二三]级 · /).map((step) => step.textContent)).toEqual([
      '一级 · 客服',
      '二级 · 主管',
      '三级 · 店主',
    ]);
    expect(dispute.getByText(/店主可以同意/)).toBeTruthy();
  });

  test('is negotiated step by step, each noted in a work order of the case, with what it costs by what the shop said', async () => {
    const dispute = within(await openDispute({ refundFen: 25_000, reason: '商品与描述不符' }));
    const stored = async () => workOrdersIn(await seller.db.events.toArray());
    expect(dispute.queryByRole('button', { name: '客户接受' })).toBeNull();
    fireEvent.click(dispute.getByRole('button', { name: '已向客户提出' }));
    fireEvent.click(await dispute.findByRole('button', { name: '客户没接受' }));
    expect(await dispute.findByRole('button', { name: '主管同意，已提出' })).toBeTruthy();
    fireEvent.click(dispute.getByRole('button', { name: '主管同意，已提出' }));
    fireEvent.click(await dispute.findByRole('button', { name: '客户接受' }));
    await waitFor(() => expect(dispute.queryByRole('button', { name: /提出|接受/ })).toBeNull());
    const [order, ...rest] = await stored();
    expect(rest).toEqual([]);
    expect(order!.from).toBe('afterSale');
    expect(order!.offers.map(({ stepId, outcome }) => `${stepId} ${outcome}`)).toEqual([
      'first offered',
      'first refused',
      'second offered',
      'second accepted',
    ]);
    fireEvent.click(screen.getByRole('button', { name: '处理' }));
    fireEvent.click(screen.getByText('经过'));
    expect(screen.getByText(/协商 二级 · 主管 · 退款 \+ 专属折扣 \+ 延长质保：客户接受/)).toBeTruthy();
  });

  test('about unsafe food goes to the manager, with what the law says', async () => {
    const dispute = within(await openDispute({ refundFen: 900, reason: '食品过期/变质' }));
    expect(dispute.getByText('请主管处理：食品安全。')).toBeTruthy();
    expect(dispute.getByText(/第148条/)).toBeTruthy();
  });
});

describe('the troubles of a month', () => {
  test('are counted by kind and reason; what troubles again has a brief and a text to copy', async () => {
    await visitCase({ caseId: '1000000001', reason: '商品破损' }, '中通快递');
    await visitCase({ caseId: '1000000002', reason: '收到商品破损' }, '中通速递');
    await visitCase({ caseId: '1000000003', reason: '不想要了' });
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      clipboard: { writeText: async (text: string) => void copied.push(text) },
    });
    openDashboard('attribution');
    expect(within(await tableOf('归到哪个原因')).getByRole('row', { name: /商品破损 2 100\.0%/ })).toBeTruthy();
    expect(screen.getByText(/另有客户意愿 1/)).toBeTruthy();
    expect(screen.getByText('件数少，不作比较')).toBeTruthy();
    expect(
      within(await tableOf('归到哪家快递')).getByRole('row', { name: /中通 商品破损 2 件 2 100\.0%/ }),
    ).toBeTruthy();
    expect(cellsOf(await tableOf('反复出问题的商品'), '青釉杯')).toEqual(['商品破损', '中通 2 次', '2', '100.0%']);
    fireEvent.click(screen.getByRole('button', { name: '复制给供应商' }));
    await waitFor(() =>
      expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('已复制'),
    );
    expect(copied[0]).toMatch(/“青釉杯”收到“商品破损”反馈 2 次.*快递：中通 2 次。$/);
    fireEvent.click(screen.getByRole('button', { name: '复制给中通' }));
    await waitFor(() => expect(copied[1]).toMatch(/贵司承运的包裹里我们收到 2 件问题：商品破损 2 件。/));
    expect(screen.getByText(/^商品页和随箱卡片可以先写：开箱先看外包装/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '复制给写商品页的人' }));
    await waitFor(() => expect(copied[2]).toMatch(/“青釉杯”因为“商品破损”被找了 2 次。.*先写清楚：开箱/));
  });

  test('tell who bought again since, and what a regular says of quality', async () => {
    await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 60)]));
    await visitCase({ reason: '质量问题' });
    openDashboard('attribution');
    expect(cellsOf(await tableOf('老客说质量变了'), '青釉杯')).toEqual(['质量问题 1 件', 'w***e']);
    expect(screen.getByText(/^1 位里 0 位之后又下单，占 0\.0%（95% 区间 0%–79%）$/)).toBeTruthy();
  });

  test('of a month without any says so', async () => {
    await seller.visit(makeReport([orderOf(stable('one'), 1)]));
    openDashboard('attribution');
    expect(await screen.findByText(/这个月没有看到/)).toBeTruthy();
  });
});
