/** What `npm run zip` made for the stores, looked into. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const path = (name: string) => join('.output', `liuke-${version}-${name}.zip`);
const filesIn = (name: string) => unzipSync(readFileSync(path(name)));

interface Manifest {
  manifest_version: number;
  version: string;
  permissions: string[];
  default_locale: string;
  icons: Record<string, string>;
  background: { service_worker?: string; scripts?: string[] };
  content_security_policy: { extension_pages: string };
  minimum_chrome_version?: string;
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: { required: string[] } } };
}

const manifestFor = (browser: string) => JSON.parse(strFromU8(filesIn(browser)['manifest.json']!)) as Manifest;

describe.each(['chrome', 'firefox'])('the package for %s', (browser) => {
  const files = () => filesIn(browser);
  const names = () => Object.keys(files()).filter((name) => !name.endsWith('/'));

  test('holds what was built, file by file, and nothing else', () => {
    const folder = join('.output', `${browser}-mv3`);
    const built = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(names().toSorted()).toEqual(built.toSorted());
  });

  test('holds no sources, no maps, no tests and nothing hidden', () => {
    const kinds = new Set(names().map((name) => name.slice(name.lastIndexOf('.') + 1)));
    expect([...kinds].toSorted()).toEqual(['css', 'html', 'js', 'json', 'png', 'svg']);
    expect(names().filter((name) => /(^|\/)(\.|node_modules|tests?\/)/.test(name))).toEqual([]);
  });

  test('has a manifest whose files are in it, of the version of the project', () => {
    const {
      manifest_version,
      version: told,
      default_locale,
      icons,
      background,
      content_security_policy,
    } = manifestFor(browser);
    expect([manifest_version, told]).toEqual([3, version]);
    expect(content_security_policy.extension_pages).toContain("connect-src 'none'");
    const named = [
      ...Object.values(icons),
      ...(background.scripts ?? [background.service_worker!]),
      `_locales/${default_locale}/messages.json`,
      '_locales/en/messages.json',
    ];
    expect(named.filter((name) => !names().includes(name))).toEqual([]);
  });
});

test('Chrome is asked for the side panel, and told from which version on', () => {
  const {
    permissions,
    background,
    minimum_chrome_version,
    browser_specific_settings: settings,
  } = manifestFor('chrome');
  expect(permissions).toContain('sidePanel');
  expect(background.service_worker).toBeDefined();
  expect(Number(minimum_chrome_version)).toBeGreaterThanOrEqual(114);
  expect(settings).toBeUndefined();
});

test('Firefox is told who it is and that nothing is collected', () => {
  const { permissions, background, browser_specific_settings: settings } = manifestFor('firefox');
  expect(permissions).not.toContain('sidePanel');
  expect(background.scripts).toHaveLength(1);
  expect(settings!.gecko.id).toMatch(/^[\w.-]+@[\w.-]+$/);
  expect(settings!.gecko.data_collection_permissions.required).toEqual(['none']);
});

describe('the sources for the reviewers of the Firefox store', () => {
  const names = () => new Set(Object.keys(filesIn('sources')));
  const isForReviewers = (name: string) =>
    !name.startsWith('tests/') && !name.startsWith('scripts/demo/pictures/') && !/(^|\/)\./.test(name);

  test('hold whatever the build is made of', () => {
    const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n').filter(isForReviewers);
    expect(tracked).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md']),
    );
    const there = names();
    expect(tracked.filter((name) => !there.has(name))).toEqual([]);
  });

  test('hold nothing that is made or fetched', () => {
    expect([...names()].filter((name) => /(^|\/)(node_modules|\.output|\.wxt|\.git)\//.test(name))).toEqual([]);
    expect([...names()].filter((name) => /\.(zip|xpi|crx|pem|key)$/.test(name))).toEqual([]);
  });
});
