import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { extensionDir } from './support/extension-dir.ts';

const read = (file: string) => readFileSync(join(extensionDir, file), 'utf8');
const manifest = JSON.parse(read('manifest.json')) as {
  background: { service_worker: string };
};

/** A file and every script that it loads at once, or may load at all. */
function withImports(file: string, known: Set<string>, isLaterToo: boolean): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  if (!file.endsWith('.js')) return known;
  const text = read(file);
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  const specifiers = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...(isLaterToo ? dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)) : []),
  ];
  for (const specifier of specifiers)
    withImports(new URL(specifier, `file:///${file}`).pathname.slice(1), known, isLaterToo);
  // Vite names the styles of what is loaded later beside its scripts.
  if (isLaterToo) for (const [style] of text.matchAll(/assets\/[\w.-]+\.css/g)) known.add(style);
  return known;
}

const loadedBy = (files: readonly string[], isLaterToo = true) => [
  ...files.reduce((known, file) => withImports(file, known, isLaterToo), new Set<string>()),
];
const filesOf = (page: string) =>
  Array.from(read(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g), ([, file]) => file!);
/** What a page loads before it shows anything, and what it may load after that. */
const openedBy = (page: string) => loadedBy(filesOf(page), false);
const loadedByPage = (page: string) => loadedBy(filesOf(page));

const parts = {
  panelOpened: openedBy('sidepanel.html'),
  panel: loadedByPage('sidepanel.html'),
  companionOpened: openedBy('companion.html'),
  companion: loadedByPage('companion.html'),
  popupOpened: openedBy('popup.html'),
  popup: loadedByPage('popup.html'),
  dashboardOpened: openedBy('dashboard.html'),
  dashboard: loadedByPage('dashboard.html'),
  jdPage: loadedBy(['content-scripts/jd-page.js']),
  taobaoPage: loadedBy(['content-scripts/taobao-page.js']),
  background: loadedBy([manifest.background.service_worker]),
  typedCheck: loadedBy(['typed-check.js']),
  diagnose: loadedBy(['diagnose.js']),
  // Registered only while precise mode is on.
  observer: loadedBy(['observer.js', 'observer-port.js']),
};

/** Compressed as a download would be, in bytes. */
const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
/** A schema by the names that minifying leaves. */
const holdsSchemas = (file: string) => /\bZod[A-Z]|\b_zod\b/.test(read(file));

describe('the built extension', () => {
  test.each([
    ['panelOpened', 180_000],
    // With every room that a click opens; each is fetched alone.
    ['panel', 374_000],
    ['companionOpened', 180_000],
    ['companion', 382_000],
    ['popupOpened', 196_000],
    ['popup', 210_000],
    ['dashboardOpened', 185_000],
    ['dashboard', 436_000],
    ['jdPage', 60_000],
    ['taobaoPage', 60_000],
    // No page and no screen waits for it: the rules of compliance and the library of replies are here.
    ['background', 644_000],
    // On a click alone, beside the page's own script.
    ['diagnose', 80_000],
    // Only into a page with a chat box, beside the page's own script.
    ['typedCheck', 10_000],
    ['observer', 15_000],
  ] as const)('is small: its %s has at most %i bytes, compressed', (part, limit) => {
    const size = sizeOf(parts[part]);
    console.log(`${part}: ${(size / 1000).toFixed(1)} kB gzip of ${limit / 1000}, in ${parts[part].length} files`);
    expect(size).toBeGreaterThan(1000);
    expect(size).toBeLessThanOrEqual(limit);
  });

  test('interprets schemas in the background alone', () => {
    expect(parts.background.some(holdsSchemas)).toBe(true);
    expect(
      [
        ...parts.panel,
        ...parts.companion,
        ...parts.popup,
        ...parts.dashboard,
        ...parts.jdPage,
        ...parts.taobaoPage,
        ...parts.diagnose,
        ...parts.typedCheck,
        ...parts.observer,
      ].filter(holdsSchemas),
    ).toEqual([]);
  });
});
