import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awaited, Together } from '../../components/ui/Together.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const isSeen = (container: HTMLElement) => container.firstElementChild!.className === '';

test('parts are seen together, once the last of them is there', async () => {
  const { container, rerender } = render(<Together>card{<Awaited key="a" />}</Together>);
  expect(isSeen(container)).toBe(false);
  // The code of the part came, and what it shows is still being read.
  rerender(<Together>card{<Awaited key="b" />}</Together>);
  await act(async () => {});
  expect(isSeen(container)).toBe(false);
  rerender(<Together>card and more</Together>);
  await act(async () => {});
  expect(isSeen(container)).toBe(true);
});

test('with nothing to wait for they are seen at once', () => {
  expect(isSeen(render(<Together>card</Together>).container)).toBe(true);
});

test('nobody waits longer than a moment', async () => {
  const { container } = render(<Together>card{<Awaited />}</Together>);
  await act(async () => vi.advanceTimersByTime(100));
  expect(isSeen(container)).toBe(true);
});
