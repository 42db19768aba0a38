import { readFileSync } from 'node:fs';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awaited, Together } from '../../components/ui/Together.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const css = readFileSync('components/ui/Together.module.css', 'utf8');

/** What the sheet keeps out of sight: its selectors, asked of the document. */
const unseen = ({ firstElementChild }: HTMLElement) => {
  const isPatient = firstElementChild!.className !== '';
  const selectors = /^\.[^{]+/m.exec(css)![0].replaceAll('.patient ', ':scope ');
  return isPatient ? Array.from(firstElementChild!.querySelectorAll(selectors), ({ id }) => id) : [];
};

const part = (id: string, awaits = false) => (
  <div key={id} id={id}>
    {awaits ? <Awaited /> : id}
  </div>
);

test('what stands above a part that is awaited is seen, what it would move is not, until it is there', () => {
  const { container, rerender } = render(<Together>{[part('line'), part('replies', true), part('card')]}</Together>);
  expect(unseen(container)).toEqual(['card']);
  rerender(<Together>{[part('line'), part('replies'), part('card'), <Awaited key="a" />, part('rights')]}</Together>);
  expect(unseen(container)).toEqual(['rights']);
  rerender(<Together>{[part('line'), part('replies'), part('card'), part('rights')]}</Together>);
  expect(unseen(container)).toEqual([]);
});

test('nobody waits longer than a moment', async () => {
  const { container } = render(<Together>{[part('replies', true), part('card')]}</Together>);
  expect(unseen(container)).toEqual(['card']);
  await act(async () => vi.advanceTimersByTime(100));
  expect(unseen(container)).toEqual([]);
});
