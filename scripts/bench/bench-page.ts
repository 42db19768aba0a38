/** A page of Chromium with a bench in it: what is about IndexedDB, or about the browser's engine, is timed there. */
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser } from '../browser/chromium.ts';

const ORIGIN = 'https://bench.example/';

/**
 * @param entry the module whose functions are there in the page
 * @param work with the page and the browser's version
 */
export async function inBenchPage(entry: string, work: (page: Page, version: string) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(ORIGIN);
    await page.addScriptTag({ content: await bundle(entry) });
    await work(page, browser.version());
  } finally {
    await browser.close();
  }
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('expected a bundle, found none');
  return output.output[0].code;
}
