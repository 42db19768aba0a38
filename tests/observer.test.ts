/** What runs in the page's own world does nothing there but look on: held against its sources. */
import { expect, test } from 'vitest';
import { sourceFiles } from './support/source-files.ts';

const files = sourceFiles(['lib/observer', 'lib/platforms/responses']);

const naming = (names: readonly string[]) =>
  files.flatMap(({ path, globals, members }) =>
    [...new Set([...globals, ...members])].filter((name) => names.includes(name)).map((name) => `${path}: ${name}`),
  );

test('the observer waits for nothing: it has no timers', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(
    naming(['setTimeout', 'setInterval', 'requestIdleCallback', 'requestAnimationFrame', 'scheduler', 'postTask']),
  ).toEqual([]);
});

test('it acts on nothing; the one event it makes hands over its port', () => {
  expect(naming(['click', 'submit', 'focus', 'scrollTo', 'append', 'appendChild', 'createElement'])).toEqual([]);
  expect(naming(['dispatchEvent'])).toEqual(['lib/observer/hand-over.ts: dispatchEvent']);
});

test('it keeps nothing, and reaches neither the browser nor what the page has stored', () => {
  expect(naming(['chrome', 'browser', 'localStorage', 'sessionStorage', 'indexedDB', 'cookie', 'caches'])).toEqual([]);
});
