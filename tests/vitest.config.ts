import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Two projects: `unit` runs in this process, `browser` drives the built extension in a real Chromium, one file at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        plugins: [WxtVitest({ root })],
        test: {
          name: 'unit',
          root,
          environment: 'happy-dom',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          setupFiles: ['tests/support/setup.ts'],
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'browser',
          root,
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
