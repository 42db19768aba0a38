import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restorePreciseMode, setPreciseMode } from '../../../lib/browser/precise-mode.ts';
import { preciseSettings } from '../../../lib/browser/settings.ts';

const jd = { platform: 'jd', matches: ['https://shop.jd.com/*'] } as const;
const taobao = { platform: 'taobao', matches: ['https://myseller.taobao.com/*'] } as const;

/** What the browser has registered, by id. */
let registered: Map<string, object>;

beforeEach(() => {
  registered = new Map();
  Object.assign(fakeBrowser, {
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.filter((id) => registered.has(id)).map((id) => ({ id })),
      registerContentScripts: async (scripts: { id: string }[]) => {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) registered.delete(id);
      },
    },
  });
});

test('is off until it is switched on, platform by platform', async () => {
  await restorePreciseMode([jd, taobao]);
  expect([...registered.keys()]).toEqual([]);
  await setPreciseMode(jd, true);
  await setPreciseMode(jd, true);
  expect([...registered.keys()]).toEqual(['observer-port-jd', 'observer-jd']);
  expect(registered.get('observer-jd')).toMatchObject({ matches: jd.matches, world: 'MAIN', allFrames: false });
  expect([await preciseSettings.jd.getValue(), await preciseSettings.taobao.getValue()]).toEqual([true, false]);
});

test('switched off it leaves nothing registered', async () => {
  await setPreciseMode(jd, true);
  await setPreciseMode(taobao, true);
  await setPreciseMode(jd, false);
  expect([...registered.keys()]).toEqual(['observer-port-taobao', 'observer-taobao']);
  expect(await preciseSettings.jd.getValue()).toBe(false);
});

test('an update of the extension forgets what was registered; the setting brings it back', async () => {
  await setPreciseMode(jd, true);
  registered.clear();
  await restorePreciseMode([jd, taobao]);
  expect([...registered.keys()]).toEqual(['observer-port-jd', 'observer-jd']);
  registered.delete('observer-jd');
  await restorePreciseMode([jd, taobao]);
  expect([...registered.keys()]).toEqual(['observer-port-jd', 'observer-jd']);
});

test('where the browser cannot do it the setting stays off', async () => {
  Object.assign(fakeBrowser, { scripting: undefined });
  await restorePreciseMode([jd]);
  await expect(setPreciseMode(jd, true)).rejects.toThrow('expected a browser with scripting');
  await setPreciseMode(jd, false);
  expect(await preciseSettings.jd.getValue()).toBe(false);
});
