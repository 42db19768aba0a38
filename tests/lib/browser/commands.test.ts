import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { companionMode } from '../../../lib/browser/companion-window.ts';
import { followCommands } from '../../../lib/browser/commands.ts';
import { panelFocus } from '../../../lib/browser/panel-focus.ts';

type Hear = (command: string, tab?: { id: number; windowId: number; url?: string }) => void;

function listen(lockNow = () => {}): Hear {
  let press: Hear = () => {};
  const onCommand = { addListener: (hear: Hear) => void (press = hear) };
  Object.assign(fakeBrowser, { commands: { onCommand } });
  followCommands(lockNow);
  return press;
}

test('the key of the lock locks wherever one is, also where the browser names no tab', () => {
  const lockNow = vi.fn<() => void>();
  const press = listen(lockNow);
  press('open-panel');
  expect(lockNow).not.toHaveBeenCalled();
  press('lock');
  press('lock', { id: 1, windowId: 1 });
  expect(lockNow).toHaveBeenCalledTimes(2);
});

describe('the key of the look-up', () => {
  const opened: number[] = [];
  const looked: number[] = [];
  let selected = '';
  beforeEach(() => {
    fakeBrowser.reset();
    opened.length = 0;
    looked.length = 0;
    const executeScript = async ({ target }: { target: { tabId: number } }) => {
      looked.push(target.tabId);
      return [{ result: selected }];
    };
    const open = async ({ windowId }: { windowId: number }) => void opened.push(windowId);
    Object.assign(fakeBrowser, { scripting: { executeScript }, sidePanel: { open } });
  });

  test('opens the panel within the press itself, on what is selected on the seller’s page, and no more of it than a name has', async () => {
    selected = `  3090112233448831${'x'.repeat(100)} `;
    listen()('look-up', { id: 7, windowId: 3, url: 'https://shop.jd.com/jdm/trade/orders/order-list' });
    expect(opened).toEqual([3]);
    await vi.waitFor(async () =>
      expect(await panelFocus.getValue()).toMatchObject({ text: selected.trim().slice(0, 80) }),
    );
    expect(looked).toEqual([7]);
  });

  test('where nothing is selected opens the search with nothing in it', async () => {
    selected = '';
    listen()('look-up', { id: 7, windowId: 3, url: 'https://shop.jd.com/' });
    await vi.waitFor(async () => expect(await panelFocus.getValue()).toMatchObject({ text: '' }));
  });

  test('beside any other page, of which nothing is read, opens the window for what is copied', async () => {
    const windows: unknown[] = [];
    Object.assign(fakeBrowser.tabs, { query: async () => [] });
    Object.assign(fakeBrowser.windows, { create: async (window: unknown) => void windows.push(window) });
    await companionMode.setValue('page');
    listen()('look-up', { id: 8, windowId: 4 });
    await vi.waitFor(() =>
      expect(windows).toMatchObject([{ type: 'popup', url: expect.stringContaining('/companion.html') }]),
    );
    expect(await companionMode.getValue()).toBe('chat');
    expect([opened, looked]).toEqual([[], []]);
  });
});
