import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { allowPages } from './allowed-pages.ts';

beforeEach(() => {
  fakeBrowser.reset();
  allowPages(true);
});
