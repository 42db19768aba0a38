import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followCommands } from '../../../lib/browser/commands.ts';

type Hear = (command: string, tab?: { id: number; windowId: number }) => void;

test('the key of the lock locks wherever one is, also where the browser names no tab', () => {
  let press: Hear = () => {};
  const onCommand = { addListener: (hear: Hear) => void (press = hear) };
  Object.assign(fakeBrowser, { commands: { onCommand } });
  const lockNow = vi.fn<() => void>();
  followCommands(lockNow);
  press('open-panel');
  expect(lockNow).not.toHaveBeenCalled();
  press('lock');
  press('lock', { id: 1, windowId: 1 });
  expect(lockNow).toHaveBeenCalledTimes(2);
});
