/** What all files of browser tests share, made once: the replica consoles, and the extension as after every page was allowed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { allowed } from '../../../scripts/browser/chromium.ts';
import { buildConsoles, type ConsoleBundles } from '../../../scripts/demo/build-consoles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    consoles: ConsoleBundles;
  }
}

export default async function provideConsoles({ provide }: TestProject): Promise<void> {
  const extensionDir = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');
  // Not there where only Firefox is tried.
  if (existsSync(extensionDir)) allowed(extensionDir);
  provide('consoles', await buildConsoles(7));
}
