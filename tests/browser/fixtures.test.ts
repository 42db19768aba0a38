import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { ensureBrowser } from '../../scripts/browser/chromium.ts';
import type { printedPage } from '../../scripts/liuke/printed-page.ts';
import { fixtures } from '../support/load-fixture.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const readers = await bundledReaders();
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage();
  await page.addScriptTag({ content: readers });
});
afterAll(() => browser?.close());

/** The readers as one script, `window.readers`. */
async function bundledReaders(): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../../scripts/liuke/printed-page.ts'),
        name: 'readers',
        formats: ['iife'],
      },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!result || !('output' in result)) throw new Error('the readers did not build');
  return result.output[0].code;
}

describe('a browser reads the corpus as the tests’ DOM does', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, { html, url, expected }) => {
    const read = await page.evaluate(
      ([markup, address]) => {
        const { readers } = window as unknown as { readers: { printedPage: typeof printedPage } };
        return readers.printedPage(new DOMParser().parseFromString(markup, 'text/html'), address);
      },
      [html, url] as const,
    );
    expect(read).toEqual(expected);
  });
});
