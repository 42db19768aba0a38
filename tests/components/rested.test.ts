import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRested } from '../../components/hooks/useRested.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('what is asked after a rest is not asked while one goes on typing, and at once no more when it is gone', () => {
  const { result, rerender } = renderHook<string | null, string | null>(useRested, { initialProps: 'home' });
  expect(result.current).toBeNull();
  pass(300);
  rerender(null);
  pass(1000);
  rerender('home');
  pass(399);
  expect(result.current).toBeNull();
  pass(1);
  expect(result.current).toBe('home');
  rerender('other');
  expect(result.current).toBeNull();
  pass(400);
  expect(result.current).toBe('other');
});
