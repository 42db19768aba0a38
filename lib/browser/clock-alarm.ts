/**
 * The alarm that wakes the worker when a clock has something to say, and what was said. The browser keeps the time, so neither a worker
 * that was stopped nor a browser that was closed loses it: what came due meanwhile is told at the next start.
 */
import { browser } from 'wxt/browser';
import { storedItem } from './stored-item.ts';

const NAME = 'clocks';

export interface LookedAt {
  /** When the clocks were looked at last, epoch ms; null before the first time. */
  at: number | null;
  /** While the browser was closed something ran out: from when until when. Null when that was seen, or nothing did. */
  asleep: { from: number; to: number } | null;
}

export const lookedAt = storedItem<LookedAt>('local', 'clocksLookedAt', { at: null, asleep: null });

/** @param when epoch ms; null for nothing to wait for */
export async function setClockAlarm(when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(NAME);
  else await browser.alarms.create(NAME, { when });
}

/** Call it at once when the worker starts, before any await. */
export function onClockAlarm(look: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) look();
  });
}
