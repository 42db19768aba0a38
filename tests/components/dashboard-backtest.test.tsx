import { screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShopModel } from '../../lib/insight/churn/shop-model.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { cellsOf, openDashboard, sawDays, tableOf } from './support/dashboard-screen.tsx';
import { fittedModel, storeModel } from './support/fitted-model.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
let fitted: ShopModel;
let shopId: string;

beforeAll(() => {
  fitted = fittedModel();
});
beforeEach(async () => {
  seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('one'), 2), orderOf(stable('two'), 40)]));
  shopId = await sawDays(seller.db, 400);
});

async function openBacktest(model: ShopModel | null): Promise<void> {
  if (model) await storeModel(seller.db, model);
  openDashboard('backtest');
  await screen.findByRole('heading', { name: '回测' });
}
const refused = (refusal: ShopModel['gate']['refusal'], windows = fitted.gate.windows): ShopModel => ({
  ...fitted,
  gate: {
    isOpen: false,
    refusal,
    windows,
    meanAuc: windows.length ? 0.53 : null,
    minAuc: windows.length ? 0.44 : null,
  },
});

describe('the back-test', () => {
  test('before the first fit says that there is none yet', async () => {
    await openBacktest(null);
    expect(await screen.findByText('还没有拟合过。后台空下来会自动开始。')).toBeTruthy();
  });

  test('says while the fit is under way', async () => {
    await seller.db.jobs.put({ id: `fit|${shopId}`, shopId, asOfDay: 1, horizonDays: 60, done: {} });
    await openBacktest(null);
    expect(await screen.findByText('正在第一次拟合，完成后自动显示。')).toBeTruthy();
    expect(screen.getByText(/^正在拟合复购模型/)).toBeTruthy();
  });

  test('of a shop that was seldom looked at shows no rates', async () => {
    await sawDays(seller.db, 400, false);
    await openBacktest(fitted);
    expect(await screen.findByText('覆盖不足 40%，回购率算不准，不显示。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('names the level of the data, and what the next one still needs', async () => {
    const missing = { buyers: 181, repeaters: 3 };
    await openBacktest({ ...fitted, level: 1, data: { ...fitted.data, level: 1, missing } });
    const levels = await screen.findByRole('list', { name: '数据等级' });
    expect(levels.querySelector('[aria-current=step]')!.textContent).toContain('1 级');
    expect(screen.getByText('到 2 级还差：181 位买家、3 位回头客。')).toBeTruthy();
    expect(screen.getByText('因此显示健康档；回购可能性先不给。')).toBeTruthy();
  });

  test('of too few buyers fits nothing, and says that first', async () => {
    const data = { ...fitted.data, level: 0 as const, missing: { buyers: 12, observedDays: 20 } };
    await openBacktest({ ...refused('untested', []), level: 0, data, fits: [], backtest: { windows: [], bands: [] } });
    expect(await screen.findByText('数据还不够')).toBeTruthy();
    expect(screen.getByText('到 1 级还差：12 位买家、20 天的订单。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('opens the gate with the figures that decided it', async () => {
    await openBacktest(fitted);
    const verdict = (await screen.findByText('过去的数据能分辨谁会回来')).parentElement!;
    expect(verdict.textContent).toMatch(
      /平均 AUC 0\.\d{3}，最低 0\.\d{3}（\d 个时段）；要求平均 ≥ 0\.6、最低 ≥ 0\.55$/,
    );
  });

  test('of a shop whose past tells nothing shows no risk of anybody, and why', async () => {
    await openBacktest(refused('noSignal'));
    const verdict = (await screen.findByText('不显示个人风险')).parentElement!;
    expect(verdict.textContent).toMatch(/看不出关系.*平均 AUC 0\.530，最低 0\.440/);
  });

  test('of a past too short to be tested on shows bands and withholds percentages', async () => {
    await openBacktest(refused('untested', []));
    const verdict = (await screen.findByText('只显示健康档，不显示百分比')).parentElement!;
    expect(verdict.textContent).toContain('历史太短');
    expect(verdict.textContent).not.toContain('AUC');
  });

  test('says where a search did not end', async () => {
    const { asOfDay } = fitted;
    await openBacktest({
      ...fitted,
      problems: [
        { day: asOfDay, model: 'paretonbd' },
        { day: asOfDay - 60, model: 'mbgnbd' },
      ],
    });
    expect(await screen.findByText(/^Pareto\/NBD 在 .*没有收敛，已不用它，等级降一级。$/)).toBeTruthy();
    expect(screen.getByText(/^MBG\/NBD 在 .*（过去时段）没有收敛/)).toBeTruthy();
  });

  test('tells each window beside recency and frequency alone', async () => {
    await openBacktest(fitted);
    const table = await tableOf('过去的时段');
    const rows = within(table).getAllByRole('rowheader');
    expect(rows).toHaveLength(fitted.backtest.windows.length);
    const [window] = fitted.backtest.windows;
    const score = window!.scores[fitted.blend] ?? window!.scores.average;
    expect(cellsOf(table, rows[0]!.textContent).slice(1)).toEqual([
      score.auc!.toFixed(3),
      window!.recencyOnly.auc!.toFixed(3),
      window!.frequencyOnly.auc!.toFixed(3),
      score.orderLift!.toFixed(1),
      window!.recencyOnly.orderLift!.toFixed(1),
      score.calibrationError.toFixed(3),
    ]);
  });

  test('draws ten parts, and has their numbers in a table', async () => {
    await openBacktest(fitted);
    const chart = await screen.findByRole('img', { name: /^十份客户的预计与实际/ });
    expect(chart.querySelectorAll('circle')).toHaveLength(10);
    expect(within(await tableOf('预计准不准')).getAllByRole('row')).toHaveLength(11);
  });

  test('tells what each band of health did, with its n', async () => {
    await openBacktest(fitted);
    const bands = await tableOf('各健康档的实际回购');
    const lowest = fitted.backtest.bands.find(({ band }) => band === 'highRisk');
    const { customers, returned } = lowest!;
    expect(cellsOf(bands, '高流失').slice(1)).toEqual([
      `${((100 * returned) / customers).toFixed(1)}%`,
      returned.toLocaleString('zh-CN'),
      customers.toLocaleString('zh-CN'),
    ]);
  });

  test('draws no bar for a band of too few to tell its rate', async () => {
    const few = { band: 'healthy', customers: 5, returned: 5 } as const;
    const bands = fitted.backtest.bands.map((band) => (band.band === few.band ? { ...band, ...few } : band));
    await openBacktest({ ...fitted, backtest: { ...fitted.backtest, bands } });
    const rows = within(await tableOf('各健康档的实际回购')).getAllByRole('row');
    const bars = (name: string) => rows.find((row) => row.textContent.startsWith(name))!.querySelectorAll('svg').length;
    expect(bars('健康')).toBe(0);
    expect(bars('高流失')).toBe(1);
  });
});

describe('the cycles', () => {
  test('have their median, spread and n by stage; of few gaps it says what stands instead', async () => {
    await seller.db.benchmarks.put({
      shopId,
      computedAt: Date.now(),
      customers: 100,
      medianAverageFen: 10_000,
      lastDayLimits: [],
      purchaseCountLimits: [],
      spendLimitsFen: [],
      cycles: [
        { category: null, stage: 'any', gaps: 240, medianDays: 31.5, lowerDays: 18, upperDays: 60 },
        { category: 0, stage: 'second', gaps: 12, medianDays: 20, lowerDays: 9, upperDays: 44 },
        { category: null, stage: 'returning', gaps: 90, medianDays: 41, lowerDays: 30, upperDays: 60 },
        { category: 2, stage: 'returning', gaps: 3, medianDays: 7, lowerDays: 5, upperDays: 9 },
      ],
    });
    openDashboard('cycles');
    const table = await tableOf('复购周期');
    expect(cellsOf(table, '全店')).toEqual(['–', '41 天（30～60）n = 90', '–', '31.5 天（18～60）n = 240', '无']);
    expect(cellsOf(table, '食品饮料')[1]).toBe('7 天（5～9）n = 3太少，用全店的 41 天');
    expect(cellsOf(table, '美妆护肤')).toEqual(['20 天（9～44）n = 12太少，用预设的 30 天', '–', '–', '–', '30 天']);
  });

  test('of a shop where nobody came twice are not there, and that is said', async () => {
    openDashboard('cycles');
    expect(await screen.findByText('还没有客户买过第二次。')).toBeTruthy();
  });
});
