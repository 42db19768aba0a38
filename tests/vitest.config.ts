import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rooms that need a document to be tested in; all others run without one, which is twice as fast. */
const withDocument = ['tests/lib/{browser,page,platforms}/**', 'tests/scripts/**'];
/** Screens, with a store and a browser that each test begins anew: apart from pages, which leave what is on them. */
const screens = ['tests/components/**', 'tests/scripts/gallery/**'];

/** What goes by time, or fills a disk, has the machine for itself. */
const alone = ['tests/browser/{full-disk,page-life,typed-check,worker-death}.test.ts'];

const inBrowser: TestProjectInlineConfiguration = {
  test: {
    root,
    environment: 'node',
    globalSetup: ['tests/browser/support/consoles.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    isolate: false,
    // A real browser on a busy machine is late at times; what is wrong is so twice.
    retry: 1,
  },
};

const inProcess: TestProjectInlineConfiguration = {
  plugins: [WxtVitest({ root })],
  test: {
    root,
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    // A link that is clicked leaves the page where it is.
    environmentOptions: {
      happyDOM: { settings: { navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } } },
    },
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
          include: screens.map((folder) => `${folder}/*.test.{ts,tsx}`),
        },
      },
      {
        ...inBrowser,
        // The built extension in a real Chromium; browsers wait half of the time, so that there may be two of them.
        test: {
          ...inBrowser.test,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...inBrowser,
        test: {
          ...inBrowser.test,
          name: 'browser-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...inBrowser,
        test: {
          ...inBrowser.test,
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
