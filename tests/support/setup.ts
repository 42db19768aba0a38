import 'fake-indexeddb/auto';
import { afterAll, beforeEach, vi } from 'vitest';
import { allowPages } from './allowed-pages.ts';
import { beginOrdinaryDay } from './ordinary-day.ts';
import { resetBrowser } from './own-browser.ts';

beginOrdinaryDay();

beforeEach(() => {
  resetBrowser();
  allowPages(true);
});

// A part that is still being loaded when its test is over must not look for a document that is gone.
afterAll(async () => await vi.dynamicImportSettled());
