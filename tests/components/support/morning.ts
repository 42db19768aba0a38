/** The clock of a test in which nobody is to be approached at night. */
import { onTestFinished, vi } from 'vitest';
import { dayOf, startOfDay } from '../../../lib/model/shanghai-time.ts';

/** It is ten in the next morning in Shanghai, at whatever hour the test runs; the clock stands still. */
export function waitForMorning(): void {
  const now = startOfDay(dayOf(Date.now()) + 1) + 10 * 3_600_000;
  vi.useFakeTimers({ toFake: ['Date'], now });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
