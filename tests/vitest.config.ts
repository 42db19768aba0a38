import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rooms that need a document to be tested in; all others run without one, which is twice as fast. */
const withDocument = ['tests/lib/{browser,page,platforms}/**', 'tests/scripts/**'];
/** Screens share one open store, which their tests close: each file gets modules of its own. */
const screens = ['tests/components/**', 'tests/scripts/gallery/**'];

const inProcess: TestProjectInlineConfiguration = {
  plugins: [WxtVitest({ root })],
  test: {
    root,
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    testTimeout: 15_000,
    // All cores: left alone, one of two would stand idle.
    maxWorkers: '100%',
    // Loading every module anew for every file takes longer than the tests.
    isolate: false,
  },
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...inProcess,
        test: {
          ...inProcess.test,
          name: 'plain',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{browser,firefox}/**', ...withDocument, ...screens],
        },
      },
      {
        ...inProcess,
        test: {
          ...inProcess.test,
          name: 'document',
          environment: 'happy-dom',
          include: withDocument.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: screens,
        },
      },
      {
        ...inProcess,
        test: {
          ...inProcess.test,
          name: 'screens',
          environment: 'happy-dom',
          isolate: true,
          include: screens.map((folder) => `${folder}/*.test.{ts,tsx}`),
        },
      },
      {
        // The built extension in a real Chromium, one file at a time.
        test: {
          name: 'browser',
          root,
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/consoles.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // A real browser on a busy machine is late at times; what is wrong is so twice.
          retry: 1,
        },
      },
      {
        test: {
          name: 'firefox',
          root,
          environment: 'node',
          include: ['tests/firefox/**/*.test.ts'],
          globalSetup: ['tests/browser/support/consoles.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry: 1,
        },
      },
    ],
  },
});
