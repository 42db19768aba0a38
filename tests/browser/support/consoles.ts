/** What all files of browser tests share, made once: the replica consoles, and the extension as after every page was allowed. */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { allowedCopyOf } from '../../../scripts/browser/chromium.ts';
import { extensionDir } from './extension-dir.ts';
import { buildConsoles, type ConsoleBundles } from '../../../scripts/demo/build-consoles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    consoles: ConsoleBundles;
  }
}

export default async function provideConsoles({ provide }: TestProject): Promise<void> {
  // Not there where only Firefox is tried.
  if (existsSync(extensionDir)) allowedCopyOf(extensionDir);
  provide('consoles', await buildConsoles(7));
}
