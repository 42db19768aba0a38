import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteOpened, noteUse, onLockAlarm } from '../../../lib/browser/lock-memory.ts';

const NOW = Date.parse('2026-11-29T10:00:00+08:00');
const DAY_MS = 86_400_000;
const usedAt = async () => (await fakeBrowser.storage.session.get('lockUsedAt'))['lockUsedAt'];

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  return () => vi.useRealTimers();
});

test('a worker that starts looks at once when somebody was there last', async () => {
  await noteOpened(NOW - 1000);
  const look = vi.fn<(usedAt: number) => void>();
  onLockAlarm(look);
  await vi.waitFor(() => expect(look).toHaveBeenCalledWith(NOW - 1000));
});

test('a use noted while the clock was ahead counts as one of now: it keeps nothing open until then', async () => {
  await noteOpened(NOW + DAY_MS);
  const look = vi.fn<(usedAt: number) => void>();
  onLockAlarm(look);
  await vi.waitFor(() => expect(look).toHaveBeenCalledWith(NOW));
  expect(await usedAt()).toBe(NOW);
});

test('who goes on after the clock was put back is noted as being there', async () => {
  let heard: (() => void) | null = null;
  vi.stubGlobal('addEventListener', (_kind: string, hear: () => void) => {
    heard = hear;
  });
  let now = NOW + DAY_MS;
  noteUse(() => now);
  heard!();
  await vi.waitFor(async () => expect(await usedAt()).toBe(NOW + DAY_MS));
  now = NOW;
  heard!();
  await vi.waitFor(async () => expect(await usedAt()).toBe(NOW));
});
