import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = 'scripts/demo/pictures';
/** What a clone of the project is made heavier by, at most. */
const MOST_BYTES = 1_500_000;

const walk = readFileSync('scripts/demo/walk-the-line.ts', 'utf8');
/** Names that the demo gives its pictures, those with a changing part as patterns. */
const taken = [
  ...Array.from(walk.matchAll(/album\.(?:ours|sideBySide)\([^)]*?'([\w-]+)'/g), ([, name]) => `^${name!}$`),
  ...Array.from(
    walk.matchAll(/album\.(?:ours|sideBySide)\([^)]*?`([^`]+)`/g),
    ([, name]) => `^${name!.replaceAll(/\$\{\w+\}/g, '[\\w-]+')}$`,
  ),
].map((pattern) => new RegExp(pattern));

const picturesIn = (readme: string) =>
  Array.from(readFileSync(readme, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g), ([, text, path]) => ({
    text: text!,
    path: path!,
  }));

describe.each(['README.md', 'README.zh-CN.md'])('the pictures of %s', (readme) => {
  const pictures = picturesIn(readme);

  test('are there, and say what they show', () => {
    expect(pictures.length).toBeGreaterThan(2);
    expect(pictures.filter(({ text, path }) => !existsSync(path) || text.trim() === '')).toEqual([]);
  });

  test('are taken by the demo', () => {
    const others = pictures.filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.png$/, '');
      return !path.startsWith(`${FOLDER}/`) || !taken.some((pattern) => pattern.test(name));
    });
    expect(others).toEqual([]);
  });
});

test('every picture that is kept is shown, and all together are light', () => {
  const shown = new Set(
    ['README.md', 'README.zh-CN.md'].flatMap((readme) => picturesIn(readme).map(({ path }) => path)),
  );
  const kept = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(kept.filter((path) => !shown.has(path))).toEqual([]);
  expect(kept.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
