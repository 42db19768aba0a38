import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Deal } from '../../lib/actions/trials/assignment.ts';
import { dayOf, DAY_MS } from '../../lib/model/shanghai-time.ts';
import { recordContacts } from '../../lib/pipeline/record-event.ts';
import { startTrial } from '../../lib/pipeline/run-trials.ts';
import { openShopLinter } from '../../lib/pipeline/shop-linter.ts';
import { takeCosts } from '../../lib/pipeline/take-costs.ts';
import { makeContact } from '../support/make-contact.ts';
import { makeItem, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeTrial } from '../support/make-trial.ts';
import { cellsOf, kindsIn, openDashboard, sawDays, tableOf } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
let shopId: string;

/** 160 regulars who came 140 and 110 days ago; every second came back 70 days ago. */
beforeEach(async () => {
  seller = await startScreen();
  // Who is dealt into which group follows from it: one time in some hundreds they would differ by chance.
  await seller.db.meta.put({ name: 'identitySecret', value: '5e'.repeat(32) });
  const orders = Array.from({ length: 160 }, (_, at) => {
    const days = at % 2 === 0 ? [140, 110, 70] : [140, 110];
    return days.map((daysAgo) => orderOf(stable(`buyer_${at}`), daysAgo));
  });
  const all = orders.flat();
  await seller.visit(makeReport(all.slice(0, 200)));
  await seller.visit(makeReport(all.slice(200)));
  shopId = await sawDays(seller.db, 300);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const plan = () => screen.getByRole('button', { name: '开始实验' }).closest('form')!.querySelector('output')!;
/** Began eighty days ago, half of all held out. */
const runTrial = async (lift = 0.05) => {
  const trial = makeTrial({
    shopId,
    startDay: dayOf(Date.now()) - 80,
    lift,
    arms: [
      { armId: 'holdOut', share: 0.5, coupon: null, wording: null },
      { armId: 'treated', share: 0.5, coupon: null, wording: null },
    ],
  });
  await startTrial(seller.db, openShopLinter(seller.db), trial, Date.now() - 80 * DAY_MS);
};

describe('the form of a trial', () => {
  test('says what it needs and what the shop has before anything begins', async () => {
    openDashboard('trials');
    await screen.findByText(/^还没有实验/);
    fireEvent.change(screen.getByLabelText('打法'), { target: { value: 'silent-wake' } });
    await waitFor(() => expect(plan().textContent).toMatch(/过去 60 天里有 \d+ 人够条件/));
    fireEvent.change(screen.getByLabelText('不做也会再买的比例（%）'), { target: { value: '20' } });
    // A fifth more than the 6,220 of a test that is looked at once.
    expect(plan().textContent).toContain('要有 7,560 人入组');
    await waitFor(() => expect(plan().textContent).toContain('一年内凑不够'));
    expect(await kindsIn(seller.db)).toEqual([]);
  });

  test('starts it with what was frozen, once, and takes it back', async () => {
    openDashboard('trials');
    fireEvent.change(await screen.findByLabelText('打法'), { target: { value: 'silent-wake' } });
    fireEvent.change(screen.getByLabelText('不做也会再买的比例（%）'), { target: { value: '20' } });
    press('开始实验');
    expect(await screen.findByText(/· 进行中 · 看 30 天内有没有再买/)).toBeTruthy();
    expect(await seller.db.events.toArray()).toMatchObject([
      {
        kind: 'trialStarted',
        trial: {
          shopId,
          playbookId: 'silent-wake',
          startDay: dayOf(Date.now()),
          arms: [{ share: 0.1 }, { share: 0.9 }],
        },
      },
    ]);
    press('开始实验');
    expect(await screen.findByText(/已有实验在进行/)).toBeTruthy();
    press('停止“沉默老客：小额唤醒券”的实验');
    expect(await screen.findByText(/停止 · 看 30 天/)).toBeTruthy();
    press('撤销');
    expect(await screen.findByText(/· 进行中 ·/)).toBeTruthy();
  });

  test('asks what each of two arms is given, and begins only where they differ', async () => {
    openDashboard('trials');
    fireEvent.change(await screen.findByLabelText('比较什么'), { target: { value: 'ab' } });
    fireEvent.change(screen.getByLabelText('不做也会再买的比例（%）'), { target: { value: '20' } });
    const start = screen.getByRole<HTMLButtonElement>('button', { name: '开始实验' });
    expect(start.disabled).toBe(true);
    const b = within(screen.getByRole('group', { name: 'B 组' }));
    fireEvent.change(b.getByLabelText('要说的话（可不填）'), { target: { value: '加微信 abc123456 领红包' } });
    expect(start.disabled).toBe(false);
    fireEvent.click(start);
    expect(await screen.findByText(/^要说的话有高风险内容/)).toBeTruthy();
    fireEvent.change(b.getByLabelText('要说的话（可不填）'), { target: { value: '新款到了，给您留了一张券' } });
    fireEvent.click(start);
    expect(await screen.findByText(/^B 组 · “新款到了/)).toBeTruthy();
  });
});

describe('the result of a trial', () => {
  test('is told in words, with its interval, and the numbers of both arms', async () => {
    await runTrial();
    openDashboard('trials');
    expect(await screen.findByText('证据不足', { selector: 'li *' })).toBeTruthy();
    const arms = await tableOf('沉默老客：小额唤醒券');
    const [heldOut] = cellsOf(arms, '对照组');
    expect(Number(heldOut)).toBeGreaterThan(50);
    expect(screen.getByText(/^照常做比不做：.* 个百分点，区间 /)).toBeTruthy();
    expect(screen.getByRole('img', { name: /^两组再买率之差/ })).toBeTruthy();
    expect(screen.getByText(/随时可看：/)).toBeTruthy();
  });

  test('is told in what stays with the shop once it brought its costs, and not before', async () => {
    await runTrial();
    openDashboard('trials');
    await screen.findByText(/^照常做比不做：.* 个百分点，区间 /);
    expect(screen.queryByText(/毛利/, { selector: 'li p' })).toBeNull();
    const costs = [{ skuId: null, title: makeItem().title, costFen: 6_000 }];
    await takeCosts(seller.db, { listId: 'l', shopId, fileName: '成本.csv', costs }, Date.now());
    expect(
      await screen.findByText(/^照常做比不做：每人毛利 [+−]?¥[\d.]+，区间 .* 到 .*（100\.0% 的回购者算得出成本）$/),
    ).toBeTruthy();
  });

  test('stands beside the result of a day’s work on the list, too', async () => {
    await runTrial();
    const [heldOut, treated] = makeTrial().arms;
    const deal = new Deal({
      trialId: makeTrial().trialId,
      arms: [
        { ...heldOut, share: 0.5 },
        { ...treated, share: 0.5 },
      ],
    });
    const { customerId } = (await seller.db.customers.toArray()).find((one) => deal.of(one.customerId) === 2)!;
    const sent = makeContact({ customerId, playbookId: 'silent-wake', how: 'noted', channel: 'coupon', isOffer: true });
    await recordContacts(seller.db, [sent], Date.now() - 10 * DAY_MS);
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /该唤醒/ }));
    const result = (await screen.findByText(/沉默老客：小额唤醒券 · .*：核销 0\/1，7 天内下单 0\/1/)).closest('li')!;
    expect(await within(result).findByText(/^增量 [+−]?[\d.]+ 个百分点，区间 .* 到 .*（留了对照的实验）/)).toBeTruthy();
    expect(within(result).getByText('证据不足')).toBeTruthy();
  });

  test('says what is missing where its groups rest on what this version cannot tell, and holds up no other', async () => {
    await runTrial();
    const unknown = makeTrial({
      trialId: 'of-another-version',
      shopId,
      playbookId: 'cycle-due',
      eligible: {
        all: [{ metric: 'moonPhase', is: '>=', value: 1 }],
        anyOf: [[{ metric: 'health', is: '<', value: 60 }]],
      },
    });
    await startTrial(seller.db, openShopLinter(seller.db), unknown, Date.now());
    openDashboard('trials');
    expect(await screen.findByText(/^算不出结果：入组条件里的“moonPhase、健康分”/)).toBeTruthy();
    expect(await screen.findByText('证据不足', { selector: 'li *' })).toBeTruthy();
    await waitFor(async () => expect(cellsOf(await tableOf('打法成绩单'), '复购窗口')[3]).toBe('这一版算不出'));
    press('停止“复购窗口：到时候了”的实验');
    await waitFor(async () => expect(await kindsIn(seller.db)).toContain('trialStopped'));
  });

  test('leads to "better stop" only where the hoped-for is ruled out', async () => {
    await runTrial(0.45);
    openDashboard('trials');
    const board = await tableOf('打法成绩单');
    await waitFor(() => expect(cellsOf(board, '沉默老客：小额唤醒券')[3]).toBe('无效 · 建议停用'));
    expect(cellsOf(board, '流失预警')[3]).toBe('没有实验');
  });
});

test('the board tells contacts and returns, and the share that is held out is kept per playbook', async () => {
  const { customerId } = (await seller.db.customers.toArray())[0]!;
  await recordContacts(seller.db, [makeContact({ customerId, playbookId: 'silent-wake' })], Date.now());
  openDashboard('trials');
  const board = await tableOf('打法成绩单');
  await waitFor(() => expect(cellsOf(board, '沉默老客：小额唤醒券').slice(1, 3)).toEqual(['1', '–']));
  const share = screen.getByLabelText<HTMLInputElement>('“沉默老客：小额唤醒券”的对照组占比（%）');
  expect(share.value).toBe('10');
  fireEvent.change(share, { target: { value: '20' } });
  fireEvent.blur(share);
  await waitFor(async () => expect(await kindsIn(seller.db)).toEqual(['contact', 'actionSettings']));
});
