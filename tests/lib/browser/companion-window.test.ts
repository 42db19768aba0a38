import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { companionMode, openCompanion, rememberCompanionBounds } from '../../../lib/browser/companion-window.ts';
import { openPanel } from '../../../lib/browser/side-panel.ts';

type Window = Record<string, unknown>;
let created: Window[];
let focused: number[];
let openTabs: { windowId: number }[];
let own: Window;
const where = { left: 900, top: 40, width: 420, height: 700 };

beforeEach(() => {
  created = [];
  focused = [];
  openTabs = [];
  own = { id: 9, type: 'popup', state: 'normal', ...where };
  Object.assign(fakeBrowser.windows, {
    create: async (options: Window) => {
      if (options['left'] === -5000) throw new Error('Invalid value for bounds');
      created.push(options);
    },
    update: async (windowId: number) => void focused.push(windowId),
    getCurrent: async () => own,
  });
  Object.assign(fakeBrowser.tabs, { query: async () => openTabs });
});

/** The window was open once and left like this. */
async function leave(bounds: Window = {}): Promise<void> {
  own = { ...own, ...bounds };
  const stop = rememberCompanionBounds();
  window.dispatchEvent(new Event('blur'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop();
}

describe('the window of our own', () => {
  test('opens small at first, for the chat', async () => {
    await openCompanion('chat');
    expect(created).toEqual([
      { type: 'popup', url: expect.stringMatching(/companion\.html$/), width: 380, height: 760 },
    ]);
    expect(await companionMode.getValue()).toBe('chat');
  });

  test('opens where it was left', async () => {
    await leave();
    await openCompanion('chat');
    expect(created).toMatchObject([where]);
  });

  test('does not take the size of a tab, nor that of a maximised window', async () => {
    await leave({ type: 'normal' });
    await leave({ type: 'popup', state: 'maximized' });
    await openCompanion('chat');
    expect(created).toMatchObject([{ width: 380 }]);
  });

  test('opens all the same when the screen it stood on is gone', async () => {
    await leave({ left: -5000 });
    await openCompanion('chat');
    expect(created).toMatchObject([{ width: 380 }]);
  });

  test('is there once: open already, it comes to the front, for what is asked', async () => {
    openTabs = [{ windowId: 9 }];
    await openCompanion('page');
    expect([created, focused, await companionMode.getValue()]).toEqual([[], [9], 'page']);
  });

  test('stands in for the side panel where the browser has none', async () => {
    Object.assign(fakeBrowser, { sidePanel: undefined, sidebarAction: undefined });
    openPanel(1);
    await vi.waitFor(() => expect(created).toHaveLength(1));
    expect(await companionMode.getValue()).toBe('page');
  });
});
