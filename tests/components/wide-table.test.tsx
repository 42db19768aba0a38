import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WideTable } from '../../components/dashboard/WideTable.tsx';
import { filesBelow } from '../support/source-files.ts';
import { speakChinese } from './support/messages.ts';

beforeEach(speakChinese);
afterEach(cleanup);

/** The place of a table of so many pixels in a window of so many. */
function draw(tablePx: number, windowPx: number): HTMLElement {
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(Math.max(tablePx, windowPx));
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(windowPx);
  render(
    <WideTable label="各层人数">
      <table />
    </WideTable>,
  );
  return screen.getByRole('table').parentElement!;
}

describe('a table', () => {
  test('that is wider than its place says so, and is scrolled by keyboard', () => {
    const place = draw(700, 360);
    expect(place).toBe(screen.getByRole('region', { name: '各层人数' }));
    expect(place.tabIndex).toBe(0);
    expect(document.getElementById(place.getAttribute('aria-describedby')!)!.textContent).toMatch(/^表比窗口宽/);
  });

  test('that fits is no stop of the keyboard', () => {
    expect(draw(300, 360).hasAttribute('tabindex')).toBe(false);
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByText(/^表比窗口宽/)).toBeNull();
  });
});

const withTables = filesBelow('components/dashboard', ['.tsx']).filter((file) =>
  /<table[\s>]/.test(readFileSync(file, 'utf8')),
);

test('there are tables to look at', () => {
  expect(withTables.length).toBeGreaterThan(20);
});

test.each(withTables)('every table of %s stands in a place that scrolls', (file) => {
  const source = readFileSync(file, 'utf8');
  const inside = [...source.matchAll(/<WideTable\b[\s\S]*?<\/WideTable>/g)].flatMap(
    ([place]) => place.match(/<table[\s>]/g) ?? [],
  );
  expect(inside).toHaveLength(source.match(/<table[\s>]/g)!.length);
});
