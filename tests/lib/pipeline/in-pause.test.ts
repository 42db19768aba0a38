import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inPause } from '../../../lib/pipeline/in-pause.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTime(ms);

test('work waits for a pause of those who ask, and is done once for all of them', () => {
  const work = vi.fn<() => void>();
  const ask = inPause(3000, 20_000, work);
  for (let asked = 0; asked < 4; asked += 1) {
    ask();
    pass(2900);
  }
  expect(work).not.toHaveBeenCalled();
  pass(100);
  expect(work).toHaveBeenCalledTimes(1);
  pass(60_000);
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  pass(3000);
  expect(work).toHaveBeenCalledTimes(2);
});

test('it is put off no longer than the most, however often it is asked for', () => {
  const work = vi.fn<() => void>();
  const ask = inPause(3000, 20_000, work);
  for (let passedMs = 0; passedMs < 19_999; passedMs += 1000) {
    ask();
    pass(Math.min(1000, 19_999 - passedMs));
  }
  expect(work).not.toHaveBeenCalled();
  pass(1);
  expect(work).toHaveBeenCalledTimes(1);
});
