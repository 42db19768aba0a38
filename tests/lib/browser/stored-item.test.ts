import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedItem } from '../../../lib/browser/stored-item.ts';

beforeEach(() => fakeBrowser.reset());

test('a value is what it was set to, and until then its fallback', async () => {
  const item = storedItem<boolean>('local', 'chips', true);
  expect(await item.getValue()).toBe(true);
  await item.setValue(false);
  expect(await storedItem<boolean>('local', 'chips', true).getValue()).toBe(false);
});

test('who watches hears of its changes and of no other’s, until they stop', async () => {
  const item = storedItem<number>('local', 'lastBackup', 0);
  const heard = vi.fn<(value: number) => void>();
  const stop = item.watch(heard);
  await item.setValue(7);
  await storedItem<number>('session', 'lastBackup', 0).setValue(8);
  await storedItem<number>('local', 'other', 0).setValue(9);
  await fakeBrowser.storage.local.remove('lastBackup');
  expect(heard.mock.calls).toEqual([[7], [0]]);
  stop();
  await item.setValue(10);
  expect(heard).toHaveBeenCalledTimes(2);
});
