/**
 * Where the key of the lock lies while it is open: the browser's session storage, which is memory alone, ends with the browser, and is closed to
 * the scripts in sellers' pages.
 */
import { browser } from 'wxt/browser';
import type { LockSession } from '../model/lock.ts';
import { storedItem } from './stored-item.ts';

const session = storedItem<LockSession | null>('session', 'lock', null);

/** For pages: what the background keeps there. */
export const lockMemory = { read: async () => await session.getValue() };

/** For the background alone. */
export const writtenLockMemory = {
  ...lockMemory,
  write: async (kept: LockSession | null) => await session.setValue(kept),
};

/** Calls back whenever the lock was opened or closed, here or elsewhere. @returns how to stop */
export function watchLock(onChange: () => void): () => void {
  return session.watch(onChange);
}

/** When one of our pages was used last, epoch ms. */
const usedAt = storedItem<number>('session', 'lockUsedAt', 0);
/** Often enough for minutes. */
const NOTED_EVERY_MS = 20_000;

/** Notes that somebody is there, at keys and pointers pressed in this page. */
export function noteUse(now: () => number): void {
  let notedAt = 0;
  const note = () => {
    // The other way about, the clock was put back.
    if (Math.abs(now() - notedAt) < NOTED_EVERY_MS) return;
    notedAt = now();
    void usedAt.setValue(notedAt);
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel'] as const) addEventListener(kind, note, { passive: true });
}

const ALARM = 'lock';

/** Looks again in a minute, as long as there is a lock that is open. */
export async function setLockAlarm(isWanted: boolean): Promise<void> {
  if (isWanted) await browser.alarms.create(ALARM, { periodInMinutes: 1 });
  else await browser.alarms.clear(ALARM);
}

/** Calls back now and at each alarm. Call it at once when the worker starts, before any await. */
export function onLockAlarm(look: (usedAt: number) => void): void {
  const ask = async () => look(await lastUse(Date.now()));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void ask();
  });
  void ask();
}

/** A use of a time to come was noted while the clock was ahead: it counts as one of now, and from now on. */
async function lastUse(now: number): Promise<number> {
  const noted = await usedAt.getValue();
  if (noted > now) await usedAt.setValue(now);
  return Math.min(noted, now);
}

/** Opened just now: as good as used. */
export async function noteOpened(now: number): Promise<void> {
  await usedAt.setValue(now);
}
