import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askForPages, givePagesBack, readPageAccess } from '../../../lib/browser/page-access.ts';
import { keepPageScripts } from '../../../lib/browser/page-scripts.ts';
import { getPageState, setPageState } from '../../../lib/browser/page-states.ts';
import { withdrawnSettings } from '../../../lib/browser/settings.ts';
import { sellerPagesOf } from '../../../lib/platforms/seller-pages.ts';
import { allowPages } from '../../support/allowed-pages.ts';

const pages = (['jd', 'taobao'] as const).map((platform) => ({ platform, matches: sellerPagesOf[platform] }));

/** What the browser has registered, and tabs into which a script was put, in their order. */
let registered: Map<string, object>;
let injected: { tabId: number; files: string[] }[];

beforeEach(() => {
  registered = new Map();
  injected = [];
  Object.assign(fakeBrowser, {
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.filter((id) => registered.has(id)).map((id) => ({ id })),
      async registerContentScripts(scripts: { id: string }[]) {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      async unregisterContentScripts({ ids }: { ids: string[] }) {
        for (const id of ids) registered.delete(id);
      },
      async executeScript({ target: { tabId }, files }: { target: { tabId: number }; files: string[] }) {
        injected.push({ tabId, files });
      },
    },
  });
  Object.assign(fakeBrowser.tabs, {
    query: async ({ url }: { url: string[] }) => (url.includes(sellerPagesOf.jd[0]!) ? [{ id: 3 }, { id: 4 }] : []),
  });
});

const registeredIds = () => [...registered.keys()].toSorted();

test('nothing is registered until somebody allows it; then at once, and put into the pages that are open', async () => {
  const browser = allowPages(false);
  keepPageScripts(pages);
  await vi.waitFor(async () => expect(await withdrawnSettings.jd.getValue()).toBe(true));
  expect(registeredIds()).toEqual([]);
  expect(await readPageAccess()).toEqual({ jd: 'none', taobao: 'none' });

  browser.answers = false;
  expect(await askForPages('jd')).toBe(false);
  expect(registeredIds()).toEqual([]);

  browser.answers = true;
  expect(await askForPages('jd')).toBe(true);
  await vi.waitFor(() => expect(injected).toHaveLength(2));
  expect(registeredIds()).toEqual(['page-jd']);
  expect(registered.get('page-jd')).toMatchObject({ matches: sellerPagesOf.jd, allFrames: true });
  expect(injected[0]).toEqual({ tabId: 3, files: ['/content-scripts/jd-page.js'] });
  expect(await withdrawnSettings.jd.getValue()).toBe(false);
  expect(await readPageAccess()).toEqual({ jd: 'all', taobao: 'none' });
});

test('a start of the background restores what an update forgot, and touches no page that is open', async () => {
  keepPageScripts(pages);
  await vi.waitFor(() => expect(registeredIds()).toEqual(['page-jd', 'page-taobao']));
  await vi.waitFor(async () => expect(await withdrawnSettings.taobao.getValue()).toBe(false));
  expect(injected).toEqual([]);
});

test('taken back, nothing is registered, open pages are told and what they showed is dropped', async () => {
  keepPageScripts(pages);
  await vi.waitFor(() => expect(registeredIds()).toEqual(['page-jd', 'page-taobao']));
  const shown = {
    page: 'order-list',
    shopId: 'jd-1',
    shopName: null,
    observedAt: 1,
    health: { rows: 0, read: 0 },
    rejects: [],
    fields: [],
    layoutChanges: [],
    buyers: [],
    chat: null,
    problem: null,
  } as const;
  await setPageState({ ...shown, tabId: 1, platform: 'jd' } as never);
  await setPageState({ ...shown, tabId: 2, platform: 'taobao' } as never);
  const told: boolean[] = [];
  withdrawnSettings.jd.watch((isWithdrawn) => told.push(isWithdrawn));
  await givePagesBack('jd');
  await vi.waitFor(async () => expect(await getPageState(1)).toBeNull());
  expect(registeredIds()).toEqual(['page-taobao']);
  expect(told).toEqual([true]);
  expect(await getPageState(2)).not.toBeNull();
});

test('of single hosts that were allowed in the browser’s settings the script runs, and the rest can be asked for', async () => {
  const browser = allowPages(false);
  browser.allowed.add(sellerPagesOf.taobao[0]!);
  expect(await readPageAccess()).toEqual({ jd: 'none', taobao: 'some' });
  keepPageScripts(pages);
  await vi.waitFor(() => expect(registeredIds()).toEqual(['page-taobao']));
});
