/**
 * Which seller's pages the browser lets us read. All of them are optional: asked for on the person's click, platform by platform, and
 * given back as easily, here or in the browser's own settings.
 */
import { browser } from 'wxt/browser';
import type { Platform } from '../model/platform.ts';

/** `some`: the person allowed single hosts of the platform in the browser's settings. */
export type Access = 'all' | 'some' | 'none';
export type PageAccess = Readonly<Record<Platform, Access>>;

const hosts: Readonly<Record<Platform, RegExp>> = {
  jd: /[./]jd\.com\//,
  taobao: /[./](taobao|tmall)\.com\//,
};

/** As the manifest declares them, which is all that may be asked for. */
function originsOf(platform: Platform): string[] {
  const { optional_host_permissions: optional = [], host_permissions: required = [] } =
    browser.runtime.getManifest() as { optional_host_permissions?: string[]; host_permissions?: string[] };
  return [...optional, ...required].filter((origin) => hosts[platform].test(origin));
}

async function accessTo(platform: Platform): Promise<Access> {
  const answers = await Promise.all(
    originsOf(platform).map(async (origin) => await browser.permissions.contains({ origins: [origin] })),
  );
  if (answers.every(Boolean)) return 'all';
  return answers.some(Boolean) ? 'some' : 'none';
}

export async function readPageAccess(): Promise<PageAccess> {
  const [jd, taobao] = await Promise.all([accessTo('jd'), accessTo('taobao')]);
  return { jd, taobao };
}

/** Calls back on every change, whoever made it. @returns how to stop */
export function watchPageAccess(onChange: (access: PageAccess) => void): () => void {
  const look = () => void readPageAccess().then(onChange);
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  return () => {
    browser.permissions.onAdded.removeListener(look);
    browser.permissions.onRemoved.removeListener(look);
  };
}

/** The browser's own question. In the very turn of a click: browsers ask nothing after an await. @returns what was answered */
export async function askForPages(platform: Platform): Promise<boolean> {
  return await browser.permissions.request({ origins: originsOf(platform) });
}

/** What was kept stays; no page of the platform is read any more. @returns whether the browser took it back */
export async function givePagesBack(platform: Platform): Promise<boolean> {
  return await browser.permissions.remove({ origins: originsOf(platform) });
}
