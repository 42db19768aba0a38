import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { panelFocus } from '../../../lib/browser/panel-focus.ts';
import {
  dropFromPageStates,
  getPageState,
  removePageState,
  setPageState,
  shownFrameId,
  watchPageState,
} from '../../../lib/browser/page-states.ts';
import { overlaySetting } from '../../../lib/browser/settings.ts';
import type { PageState } from '../../../lib/model/page-state.ts';

const state = (tabId: number, changes: Partial<PageState> = {}): PageState => ({
  tabId,
  platform: 'jd',
  page: 'chat',
  shopId: 'jd-1',
  shopName: 'shop_a',
  observedAt: 1,
  health: { rows: 0, read: 0 },
  rejects: [],
  fields: [],
  layoutChanges: [],
  buyers: [],
  chat: null,
  problem: null,
  ...changes,
});

test('each tab has a state of its own, until it is closed', async () => {
  expect(await setPageState(state(1))).toBeNull();
  await setPageState(state(2, { page: 'order-list' }));
  expect(await getPageState(1)).toMatchObject(state(1));
  await removePageState(1);
  expect(await getPageState(1)).toBeNull();
  expect(await getPageState(2)).toMatchObject({ page: 'order-list' });
});

test('whoever shows another state is told the one before', async () => {
  await setPageState(state(1));
  expect(await setPageState(state(1, { page: 'order-list' }))).toMatchObject(state(1));
});

test('a screen is shown the next state without waiting until the one before is known', async () => {
  const asked = Promise.withResolvers<Record<string, unknown>>();
  vi.spyOn(browser.storage.session, 'get').mockReturnValueOnce(asked.promise as never);
  const shown = Promise.withResolvers<PageState | null>();
  const stop = watchPageState(1, shown.resolve);
  const setting = setPageState(state(1));
  expect(await shown.promise).toMatchObject(state(1));
  asked.resolve({});
  expect(await setting).toBeNull();
  stop();
});

test('a state is kept in memory only: chat texts never reach the disk', async () => {
  await setPageState(state(1));
  expect(Object.keys(await browser.storage.session.get(null))).toEqual(['page:1']);
  expect(await browser.storage.local.get(null)).toEqual({});
});

test('whoever was forgotten is shown by no tab, and is not what the panel was asked for', async () => {
  const buyer = { customerId: 'anna', display: 'a**', orderIds: [] };
  await setPageState(state(1, { buyers: [buyer, { ...buyer, customerId: 'ben' }] }));
  await panelFocus.setValue({ shopId: 'jd-1', customerId: 'anna', askedAt: 1 });
  await dropFromPageStates(new Set(['anna']));
  expect(JSON.stringify(await browser.storage.session.get())).not.toContain('anna');
  expect((await getPageState(1))?.buyers).toHaveLength(1);
  await panelFocus.setValue({ shopId: 'jd-1', customerId: 'ben', askedAt: 1 });
  await dropFromPageStates(new Set(['anna']));
  expect(await panelFocus.getValue()).toMatchObject({ customerId: 'ben' });
});

test('a watcher hears of its own tab, until it stops', async () => {
  const heard: (string | null)[] = [];
  const stop = watchPageState(1, (next) => heard.push(next?.page ?? null));
  await setPageState(state(1));
  await setPageState(state(2));
  await removePageState(1);
  stop();
  await setPageState(state(1));
  expect(heard).toEqual(['chat', null]);
});

test('the overlay is on until someone switches it off', async () => {
  expect(await overlaySetting.getValue()).toBe(true);
  await overlaySetting.setValue(false);
  expect(await overlaySetting.getValue()).toBe(false);
});

test('a frame that shows nothing of ours leaves standing what another frame shows', async () => {
  await setPageState(state(1, { page: 'unknown' }), 0);
  await setPageState(state(1, { page: 'order-list' }), 7);
  await setPageState(state(1, { page: 'unknown' }), 0);
  expect(await getPageState(1)).toMatchObject({ page: 'order-list' });
  expect(await shownFrameId(1)).toBe(7);
  await setPageState(state(1, { page: 'unknown' }), 7);
  expect(await getPageState(1)).toMatchObject({ page: 'unknown' });
});
