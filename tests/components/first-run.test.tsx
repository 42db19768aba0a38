import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { allowPages } from '../support/allowed-pages.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

const chooseJd = () => screen.findByRole('button', { name: '开始读取京东商家后台' });

test('before anything is allowed: three promises, two platforms, a look around, and no form', async () => {
  allowPages(false);
  seller.openPanel();
  expect(await screen.findByText('选择您的平台，就可以开始')).toBeTruthy();
  for (const promise of ['只读您打开的页面', '数据只在本机，不联网', '不会替您发送任何消息'])
    expect(screen.getByText(promise)).toBeTruthy();
  expect(await screen.findByRole('button', { name: '开始读取淘宝/天猫商家后台' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '看 90 秒示例' })).toBeTruthy();
  expect(document.querySelectorAll('form, input:not([type=checkbox]), select, textarea')).toHaveLength(0);
});

test('a platform is chosen with one click, and taken back with one', async () => {
  const browser = allowPages(false);
  seller.openPanel();
  fireEvent.click(await chooseJd());
  expect(await screen.findByText('✓ 可以读取京东商家后台')).toBeTruthy();
  expect([...browser.allowed].every((origin) => origin.includes('jd.com'))).toBe(true);
  expect(screen.getByText('打开京东或淘宝商家后台的订单页，就能开始')).toBeTruthy();
  expect(screen.getByText(/^浏览器会问您是否允许/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '收回读取京东商家后台的权限' }));
  await chooseJd();
  expect(browser.allowed.size).toBe(0);
});

test('of the browser’s question nothing is said once there is none left', async () => {
  allowPages(false);
  seller.openPanel();
  fireEvent.click(await chooseJd());
  fireEvent.click(await screen.findByRole('button', { name: '开始读取淘宝/天猫商家后台' }));
  expect(await screen.findByText('✓ 可以读取淘宝/天猫商家后台')).toBeTruthy();
  expect(screen.queryByText(/^浏览器会问您是否允许/)).toBeNull();
});

test('a no to the browser’s question is taken as one', async () => {
  allowPages(false).answers = false;
  seller.openPanel();
  fireEvent.click(await chooseJd());
  expect(await screen.findByText('没有允许，什么都不会读取。随时可以再选。')).toBeTruthy();
});

test('the guided tour opens in a tab of its own', async () => {
  seller.openPanel();
  fireEvent.click(await screen.findByRole('button', { name: '看 90 秒示例' }));
  await waitFor(async () => {
    const tabs = await fakeBrowser.tabs.query({});
    expect(tabs.some(({ url }) => url?.endsWith('/tour.html'))).toBe(true);
  });
});

test('of a shop that is known and may not be read any more that is said, with the way back', async () => {
  await seller.visit(makeReport([orderOf(stable('regular'), 5)]));
  const browser = allowPages(false);
  seller.openPanel();
  expect(await screen.findByText(/现在不能读取京东商家后台/)).toBeTruthy();
  fireEvent.click(await chooseJd());
  await waitFor(() => expect(screen.queryByText(/现在不能读取京东商家后台/)).toBeNull());
  expect(browser.allowed.size).toBeGreaterThan(0);
});
