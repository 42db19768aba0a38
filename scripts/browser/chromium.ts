/** Finding a Chromium on this machine, and starting it with our extension: for the demo and the browser tests. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { canInstallPackages, hasChineseFont, installPackages, isDebian } from './debian-packages.ts';

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const placesOnMac = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) =>
  join('/Applications', `${name}.app`, 'Contents/MacOS', name),
);

const placesOnWindows = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Path of CHROME_PATH, else of Chromium, Chrome or Edge, in this order; null when there is none. */
export function findBrowser(): string | null {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return existsSync(chosen) ? chosen : null;
  return usualPlaces().find((place) => existsSync(place)) ?? null;
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return placesOnMac;
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return placesOnWindows.flatMap((place) => roots.flatMap((root) => (root ? [join(root, place)] : [])));
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin', '/opt/google/chrome'];
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Path of a browser. As root on Debian or Ubuntu it installs what is missing: Chromium, and a font for Chinese.
 * @throws Error that says what to install or set, when there is no browser and none may be installed.
 */
export function ensureBrowser(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen && !existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, and there is no such file`);
  const missing = [
    ...(findBrowser() ? [] : ['chromium']),
    ...(lacksChineseInterface() ? ['chromium-l10n'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length > 0 && canInstallPackages()) installPackages(missing);
  const path = findBrowser();
  if (path) return path;
  throw new Error(
    'No Chromium, Chrome or Edge found. Install one (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk; ' +
      'macOS: brew install --cask chromium; Windows: winget install Google.Chrome), or set CHROME_PATH to its executable.',
  );
}

/** Debian keeps Chromium's own languages in a package apart; without it our interface speaks English there. */
function lacksChineseInterface(): boolean {
  return process.env['CHROME_PATH'] === undefined && isDebian() && !existsSync('/usr/lib/chromium/locales/zh-CN.pak');
}

export interface LaunchOptions {
  /** Folder with the built extension's manifest.json. */
  extensionDir: string;
  headless: boolean;
  /** Kept after close; left out, a fresh one is made and removed. */
  profileDir?: string;
  /** CSS pixels; 1280 x 800 when left out. Of the viewport when headless, of the window otherwise. */
  windowSize?: { width: number; height: number };
  /** Of the browser's interface, and so of ours; Chinese when left out. */
  language?: 'zh' | 'en';
  /** Of the machine's clock, such as Asia/Shanghai; its own when left out. */
  timeZone?: string;
  /** Nobody has allowed any seller's page yet; left out, all of them are allowed, since no test can answer the browser's own question. */
  isNew?: boolean;
  /** Pages that were left are kept whole, as people's browsers do; Playwright's browser otherwise keeps none. */
  keepsPages?: boolean;
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  /** The folder that the browser has it from: loading it once more is an update. */
  loadedFrom: string;
  close(): Promise<void>;
}

/**
 * Starts a browser of its own profile with the unpacked extension in it.
 * @throws Error when there is no browser, or the browser does not take the extension.
 */
export async function launchWithExtension({
  extensionDir,
  headless,
  profileDir,
  windowSize,
  keepsPages = false,
  isNew = false,
  language = 'zh',
  timeZone,
}: LaunchOptions): Promise<ExtensionBrowser> {
  const { width, height } = windowSize ?? { width: 1280, height: 800 };
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const profile = profileDir ?? mkdtempSync(join(tmpdir(), 'liuke-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    // Playwright's own headless mode is the old one, which has no extensions: the flag below asks for the new one.
    headless: false,
    viewport: headless ? { width, height } : null,
    locale,
    ...(timeZone !== undefined && { timezoneId: timeZone }),
    // On Linux the browser takes the language of its own interface, and so of ours, from here.
    env: { ...process.env, LANGUAGE: locale.replace('-', '_'), LC_ALL: 'C.UTF-8' },
    ignoreDefaultArgs: ['--disable-extensions', ...(keepsPages ? ['--disable-back-forward-cache'] : [])],
    args: [...browserFlags(headless), `--lang=${locale}`, `--window-size=${width},${height}`],
  });
  const close = async () => {
    await context.close();
    if (!profileDir) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const loadedFrom = isNew ? extensionDir : allowedCopyOf(extensionDir);
    return { context, extensionId: await loadExtension(context, loadedFrom), loadedFrom, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * What the browser does of itself and neither tests nor the demo need. A browser heeds the last such list alone, so that what Playwright turns off
 * (its 1.65) is here again.
 */
const unneededFeatures = [
  // Two pages of its own for every window's address bar: 1.5 s of a core at each start.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
];

function browserFlags(headless: boolean): string[] {
  return [
    `--disable-features=${unneededFeatures.join(',')}`,
    ...(headless ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--enable-unsafe-extension-debugging',
  ];
}

/** The same extension as after the person allowed every page that it may ask for; its own folder when it asks for none. @returns its folder */
export function allowedCopyOf(extensionDir: string): string {
  const manifestOf = (dir: string) => join(dir, 'manifest.json');
  const { optional_host_permissions: hosts, ...manifest } = JSON.parse(
    readFileSync(manifestOf(extensionDir), 'utf8'),
  ) as { optional_host_permissions?: string[] };
  if (!hosts) return extensionDir;
  // Always the same folder: a browser that is started again on its profile knows the extension by it.
  const copy = `${extensionDir.replace(/[/\\]$/, '')}-allowed`;
  const madeAt = (dir: string) => (existsSync(manifestOf(dir)) ? statSync(manifestOf(dir)).mtimeMs : 0);
  if (madeAt(copy) <= madeAt(extensionDir)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(extensionDir, copy, { recursive: true });
    writeFileSync(manifestOf(copy), JSON.stringify({ ...manifest, host_permissions: hosts }));
  }
  return copy;
}

/**
 * Over the debugging pipe, because branded Chrome (137 and later) and Edge ignore `--load-extension`.
 * Returns once the extension's service worker runs and its scripts wait for pages.
 */
async function loadExtension(context: BrowserContext, extensionDir: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser gives no access to its debugging pipe');
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: extensionDir });
  await session.detach();
  const isOurs = (url: string) => url.startsWith(`chrome-extension://${id}/`);
  if (!context.serviceWorkers().some((worker) => isOurs(worker.url()))) {
    await context.waitForEvent('serviceworker', { predicate: (worker) => isOurs(worker.url()), timeout: 15_000 });
  }
  await context
    .serviceWorkers()
    .find((worker) => isOurs(worker.url()))
    ?.evaluate(scriptsStand);
  return id;
}

/** Runs in the extension's worker: returns when its pages are registered, as they are long before a person opens one. */
async function scriptsStand(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      runtime: { getManifest(): { name: string; host_permissions?: string[] } };
      scripting?: { getRegisteredContentScripts(): Promise<unknown[]> };
    };
  };
  if (!chrome.scripting || !chrome.runtime.getManifest().host_permissions) return;
  while ((await chrome.scripting.getRegisteredContentScripts()).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
