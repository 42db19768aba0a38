/** Finding a Firefox on this machine, and starting it with our extension in it and replicas in place of the platforms' hosts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages, isDebian } from './debian-packages.ts';
import { until } from './extension-store.ts';
import { answerRequests, type AnswerRequest } from './firefox-requests.ts';
import { connectMarionette, type Marionette } from './marionette.ts';

const EXTENSION = 'liuke@liuke.example';
/** Firefox gives every add-on an address of its own; here it is known before. */
const ADDRESS = '2f4b1c0e-6d0a-4a57-9c86-0b5e3f1d7a42';

/** Path of FIREFOX_PATH, else of a Firefox on the path; null when there is none. */
function findFirefox(): string | null {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen) return existsSync(chosen) ? chosen : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, '/Applications/Firefox.app/Contents/MacOS/firefox'].find((place) => existsSync(place)) ?? null;
}

/** Path of a Firefox, null for none. As root on Debian it installs the ESR first when there is none. */
export function ensureFirefox(): string | null {
  if (!findFirefox() && canInstallPackages() && isDebian()) installPackages(['firefox-esr']);
  return findFirefox();
}

export interface Firefox {
  /** Loads an address in the tab that is looked at; one of the extension's own pages by its name. */
  open(address: string): Promise<void>;
  /** Runs a function body in the page and gives what it returns. */
  run<Result>(body: string, ...values: unknown[]): Promise<Result>;
  /** The same in the browser's own window. */
  runInBrowser<Result>(body: string, ...values: unknown[]): Promise<Result>;
  /** A real click, as of a person, on the first button of such a text. */
  press(text: string): Promise<void>;
  newTab(): Promise<void>;
  /** Turns to the window or tab that shows a page whose address ends so. */
  turnTo(ending: string): Promise<void>;
  text(): Promise<string>;
  close(): Promise<void>;
}

/** @param extensionDir the built extension @param answer every http(s) request, null to refuse it */
export async function launchFirefox(path: string, extensionDir: string, answer: AnswerRequest): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'liuke-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences());
  const firefox = spawn(
    path,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--marionette',
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
    ],
    { stdio: 'ignore', env: { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: process.getuid?.() === 0 ? '1' : '0' } },
  );
  const end = async () => {
    firefox.kill();
    await ended(firefox);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(Number(await written(join(profile, 'MarionetteActivePort'))));
    return {
      ...(await driven(marionette, extensionDir, answer)),
      close: async () => {
        marionette.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function driven(
  marionette: Marionette,
  extensionDir: string,
  answer: AnswerRequest,
): Promise<Omit<Firefox, 'close'>> {
  const { capabilities } = await marionette.send<{ capabilities: { webSocketUrl: string } }>('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    webSocketUrl: true,
  });
  await answerRequests(capabilities.webSocketUrl, answer);
  await marionette.send('Addon:Install', { path: extensionDir, temporary: true });
  const run = async <Result>(body: string, values: unknown[]) =>
    (await marionette.send<{ value: Result }>('WebDriver:ExecuteScript', { script: body, args: values })).value;
  // A window whose page is only just coming answers with nothing.
  const address = () => run<string | null>('return location.href', []);
  return {
    async open(page) {
      const url = page.includes('://') ? page : `moz-extension://${ADDRESS}/${page}`;
      await marionette.send('WebDriver:Navigate', { url });
    },
    run: (body, ...values) => run(body, values),
    async runInBrowser(body, ...values) {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await run(body, values);
      } finally {
        await marionette.send('Marionette:SetContext', { value: 'content' });
      }
    },
    async press(text) {
      const element = await marionette.send<{ value: object }>('WebDriver:FindElement', {
        using: 'xpath',
        value: `//button[normalize-space()=${JSON.stringify(text)}]`,
      });
      const [id] = Object.values(element.value);
      await marionette.send('WebDriver:ElementClick', { id });
    },
    async newTab() {
      const { handle } = await marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
    },
    async turnTo(ending) {
      await until(async () => {
        for (const handle of await marionette.send<string[]>('WebDriver:GetWindowHandles')) {
          await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
          if ((await address())?.endsWith(ending)) return true;
        }
        return false;
      }, Boolean);
    },
    text: async () => (await run<string | null>('return document.body?.innerText', [])) ?? '',
  };
}

/** A port is written down by Firefox once it listens. */
async function written(file: string): Promise<string> {
  return await until(async () => (existsSync(file) ? readFileSync(file, 'utf8') : ''), Boolean, 60_000);
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  await new Promise<void>((resolve) => process.once('exit', () => resolve()));
}

function preferences(): string {
  const values = {
    'marionette.port': 0,
    // The browser's question about seller's pages is answered with yes.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: ADDRESS }),
    'intl.locale.requested': 'zh-CN',
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.aboutwelcome.enabled': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
