import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lastBackupSetting } from '../../lib/browser/settings.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

const MB = 1024 * 1024;
let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  await fakeBrowser.storage.local.clear();
  await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 5)]));
});

const room = (bytes: number) =>
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 900 * MB, usage: 900 * MB - bytes }) } });
const open = async () => {
  seller.openPanel();
  await screen.findAllByText(/本页 1 单/);
};

describe('the panel’s footer', () => {
  test('says that nothing was saved for a week, and leads to where one saves', async () => {
    await lastBackupSetting.setValue(Date.now() - 8 * DAY_MS);
    await open();
    fireEvent.click(await screen.findByRole('button', { name: '8 天没有备份了' }));
    await waitFor(async () =>
      expect((await fakeBrowser.tabs.query({})).some(({ url }) => url?.endsWith('#data'))).toBe(true),
    );
  });

  test('says before all that the disk is nearly full', async () => {
    room(200 * MB);
    await open();
    expect(await screen.findByRole('button', { name: '磁盘快满了，先备份' })).toBeTruthy();
    vi.unstubAllGlobals();
  });
});
