/** Clocks as they are told: by the number on the toolbar's button and the line at the top of the panel, whatever is closed meanwhile. */
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepClocks } from '../../entrypoints/background/clock-watch.ts';
import { lookedAt } from '../../lib/browser/clock-alarm.ts';
import { openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeNewWorkOrder, OPENED_AT } from '../support/make-work-order.ts';
import { loadPanel } from './support/load-panel.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
const at = (minutes: number) => OPENED_AT + minutes * 60_000;

beforeAll(loadPanel);
beforeEach(async () => {
  seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('silent_regular'), 45)]));
  vi.useFakeTimers({ toFake: ['Date'], now: at(0) });
});
afterEach(() => void vi.useRealTimers());

/** What stood on the toolbar's button, the newest last. */
function watchBadge(): string[] {
  const badges: string[] = [];
  Object.assign(fakeBrowser.action, { setBadgeText: async ({ text }: { text: string }) => void badges.push(text) });
  return badges;
}

/** The browser starts, and with it the worker. */
const startBrowser = async (minutes: number) => {
  vi.setSystemTime(at(minutes));
  const clocks = keepClocks(seller.db);
  await waitFor(async () => expect((await lookedAt.getValue()).at).toBe(at(minutes)));
  return clocks;
};
const openAt = async (minutes: number, workOrderId: string, orderId: string) => {
  const { shopId, customerId } = (await seller.db.customers.toArray())[0]!;
  const about = { workOrderId, shopId, customerId, orderId, labelId: 'damaged' };
  await openWorkOrder(seller.db, makeNewWorkOrder(about), at(minutes));
};

describe('a clock of an hour', () => {
  const remindedAt = async (minutes: number) => {
    const badges = watchBadge();
    await openAt(0, 'w1', '318800000001');
    await startBrowser(minutes);
    await waitFor(() => expect(badges).toHaveLength(1));
    seller.openPanel();
    await screen.findByRole('button', { name: '工单' });
    return badges[0];
  };

  test.each([
    [30, '1 件时限过半，最近的还剩 30 分钟'],
    [48, '1 件快到时，最近的还剩 12 分钟'],
    [61, '1 件工单超时'],
  ])('reminds after %i minutes by the number on the button and at the top of the panel: %s', async (minutes, line) => {
    expect(await remindedAt(minutes)).toBe('1');
    expect((await screen.findByRole('button', { name: '去处理' })).parentElement!.textContent).toContain(line);
  });

  test('says nothing before half of it is over', async () => {
    expect(await remindedAt(29)).toBe('');
    expect(screen.queryByRole('button', { name: '去处理' })).toBeNull();
  });
});

describe('a browser that is closed again and again', () => {
  test('is woken when a clock has something to say, and tells what ran out meanwhile until somebody read it', async () => {
    const badges = watchBadge();
    await openAt(0, 'w1', '318800000001');
    await startBrowser(1);
    // Half of the hour that the first answer has.
    expect(await fakeBrowser.alarms.get('clocks')).toMatchObject({ scheduledTime: at(30) });
    await startBrowser(200);
    expect(await lookedAt.getValue()).toMatchObject({ asleep: { from: at(1), to: at(200) } });
    expect(badges.at(-1)).toBe('1');
    await openAt(201, 'w2', '318800000002');
    await startBrowser(202);
    const clocks = await startBrowser(500);
    expect(await lookedAt.getValue()).toMatchObject({ asleep: { from: at(1), to: at(500) } });
    expect(badges.at(-1)).toBe('2');
    seller.openPanel();
    expect(
      await screen.findByText(/^浏览器关闭期间（10:01–18:20）有 2 件到时，还没处理/, { selector: 'div' }),
    ).toBeTruthy();
    await clocks.seeMissed();
    await waitFor(() => expect(screen.queryByText(/^浏览器关闭期间/)).toBeNull());
    await startBrowser(600);
    expect((await lookedAt.getValue()).asleep).toBeNull();
  });
});
