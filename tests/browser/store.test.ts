/** What the extension stores are told, held against the built extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extensionDir } from './support/extension-dir.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read(join(extensionDir, 'manifest.json'))) as {
  permissions: string[];
  optional_host_permissions: string[];
  icons: Record<string, string>;
  commands: Record<string, { description: string }>;
};
const messages = (language: string) =>
  JSON.parse(read(`public/_locales/${language}/messages.json`)) as Record<string, { message: string }>;

describe.each([
  ['zh_CN', 'scripts/store/listing.zh-CN.md'],
  ['en', 'scripts/store/listing.en.md'],
])('the listing in %s', (language, path) => {
  const listing = read(path);

  test('explains every permission, and none that is not asked for', () => {
    const explained = Array.from(listing.matchAll(/^\| `(\w+)`/gm), ([, name]) => name);
    expect(explained.toSorted()).toEqual([...manifest.permissions, 'optional_host_permissions'].toSorted());
  });

  test('is headed by the name', () => {
    expect(listing).toContain(`\n${messages(language)['appName']!.message}\n`);
  });

  test('names every command of the browser in its language', () => {
    for (const { description } of Object.values(manifest.commands))
      expect(messages(language)[description.replace(/^__MSG_|__$/g, '')]!.message).not.toBe('');
  });
});

test('the summary is that of the manifest', () => {
  expect(read('scripts/store/listing.zh-CN.md')).toContain(messages('zh_CN')['appDescription']!.message);
  expect(read('scripts/store/listing.en.md')).toContain(messages('en')['appDescription']!.message);
});

test('the icons are there in every size that the stores ask for', () => {
  expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128']);
  for (const [size, path] of Object.entries(manifest.icons)) {
    const png = readFileSync(join(extensionDir, path));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  }
});
