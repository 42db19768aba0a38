import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { DeskLine } from '../../components/service/DeskLine.tsx';
import { recordRight } from '../../lib/pipeline/record-practice.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeNewWorkOrder, OPENED_AT } from '../support/make-work-order.ts';
import { orderOf, startScreen } from './support/seller-screen.tsx';

const MINUTE_MS = 60_000;

// Of the timers only the one by which a screen sees the minutes go by: what waits for the store waits in real time.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: OPENED_AT });
  onTestFinished(() => void vi.useRealTimers());
});

function minutesAfter(minutes: number): void {
  act(() => {
    vi.setSystemTime(OPENED_AT + (minutes - 1) * MINUTE_MS);
    vi.advanceTimersByTime(MINUTE_MS);
  });
}

test('what presses is read out when a clock begins to run out and when it is over, not each minute, from one place that was there before', async () => {
  const seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('silent_regular'), 45)]));
  const { shopId, customerId } = (await seller.db.customers.toArray())[0]!;
  const about = { workOrderId: 'w1', shopId, customerId, orderId: null, labelId: 'damaged', startedAt: OPENED_AT };
  await openWorkOrder(seller.db, makeNewWorkOrder(about), OPENED_AT);
  minutesAfter(5);
  render(<DeskLine onOpen={() => {}} />);
  const spoken = screen.getByRole('status');
  expect(spoken.textContent).toBe('');

  minutesAfter(50);
  await screen.findByText(/^1 件快到时，最近的还剩 10 分钟/);
  expect(spoken.textContent).toBe('1 件快到时');
  const changes = new MutationObserver(() => {});
  changes.observe(spoken, { childList: true, characterData: true, subtree: true });
  minutesAfter(53);
  await screen.findByText(/^1 件快到时，最近的还剩 7 分钟/);
  expect(changes.takeRecords()).toEqual([]);

  minutesAfter(61);
  await waitFor(() => expect(spoken.textContent).toBe('1 件工单超时'));
  expect(screen.getAllByRole('status')).toEqual([spoken]);
  expect(spoken.contains(screen.getByRole('button', { name: '去处理' }))).toBe(false);
});

test('a reward for a referral is named with its sum on its day, and as overdue after it', async () => {
  const seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('silent_regular'), 45)]));
  const { shopId, customerId } = (await seller.db.customers.toArray())[0]!;
  const dueDay = dayOf(OPENED_AT);
  const right = { what: 'referral' as const, customerId, friendName: '小王', rewardFen: 5_000, dueDay };
  await recordRight(seller.db, { rightId: 'r1', shopId, right }, OPENED_AT);
  minutesAfter(0);
  render(<DeskLine onOpen={() => {}} />);
  await screen.findAllByText(/^今天要付推荐奖励 1 笔，共 ¥100\.00/);
  minutesAfter(24 * 60);
  await screen.findAllByText(/^推荐奖励过期未付 1 笔，共 ¥100\.00/);
});
