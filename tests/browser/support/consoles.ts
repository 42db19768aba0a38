/** The replica consoles, built once for all files of browser tests. */
import type { TestProject } from 'vitest/node';
import { buildConsoles, type ConsoleBundles } from '../../../scripts/demo/build-consoles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    consoles: ConsoleBundles;
  }
}

export default async function provideConsoles({ provide }: TestProject): Promise<void> {
  provide('consoles', await buildConsoles(7));
}
