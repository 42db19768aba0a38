import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi, type Mock } from 'vitest';
import { isBeginning, shortcutFor, shortcuts, shortcutsOf, type HeardId } from '../../../components/keys/shortcuts.ts';
import { useShortcuts } from '../../../components/keys/useShortcuts.ts';

afterEach(cleanup);

const heard = Object.entries(shortcuts).filter(([, one]) => !('isNative' in one)) as [
  HeardId,
  { keys: readonly string[] },
][];
const ids = heard.map(([id]) => id);

/** A page that listens to everything, and what it heard. */
function listen() {
  const handlers = Object.fromEntries(ids.map((id) => [id, vi.fn<() => void>()])) as Record<HeardId, Mock<() => void>>;
  function Page() {
    useShortcuts(handlers);
    return <input aria-label="box" />;
  }
  render(<Page />);
  return () => ids.flatMap((id) => handlers[id].mock.calls.map(() => id));
}

const cases = heard.flatMap(([id, { keys }]) => keys.map((key) => [key, id] as const));
/** Presses one after the other. */
const press = (keys: string, how: object = {}, target: Element = document.body) => {
  for (const key of keys === ' ' ? [keys] : keys.split(' ')) fireEvent.keyDown(target, { key, ...how });
};

describe('a key', () => {
  test.each(cases)('%s is for %s', (keys, id) => {
    const calls = listen();
    press(keys);
    expect(calls()).toEqual([id]);
  });

  test.each(cases)('%s is nobody’s while an input method composes, nor where one writes, nor with Ctrl', (keys) => {
    const calls = listen();
    press(keys, { isComposing: true });
    press(keys, { keyCode: 229 });
    press(keys, { ctrlKey: true });
    press(keys, {}, screen.getByRole('textbox'));
    expect(calls()).toEqual([]);
  });

  test('after another begins with it belongs to both, whoever else listens to it alone', () => {
    expect(isBeginning('g')).toBe(true);
    expect(shortcutFor('s', 'g', ['later'])).toBeNull();
    expect(shortcutFor('s', null, ['later'])).toBe('later');
  });

  test('is left to the browser where a page had no use for it', () => {
    render(<Idle />);
    expect(fireEvent.keyDown(document.body, { key: 'ArrowDown' })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: 'e' })).toBe(false);
  });
});

function Idle() {
  useShortcuts({ next: () => false, edit: () => {} });
  return null;
}

test.each(['panel', 'dashboard', 'popup'] as const)('on the %s no key means two things', (page) => {
  const keys = shortcutsOf(page).flatMap(({ id }) => shortcuts[id].keys as readonly string[]);
  expect(keys).toEqual([...new Set(keys)]);
  expect(keys.length).toBeGreaterThan(3);
});
