/** The command as a contributor runs it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFixture } from '../support/load-fixture.ts';

const root = join(import.meta.dirname, '../..');

function liuke(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/liuke.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('read', () => {
  test.each([
    'jd/order-list--normal',
    'jd/chat--normal',
    'jd/blocked--login-over-list',
    'jd/unknown--analytics',
    'taobao/sold-list--broken',
    'taobao/sold-list-old--gb18030',
    'taobao/blocked--risk-control-json',
    'taobao/unknown--unrelated-host',
  ])('prints one JSON object and nothing else for %s', (name) => {
    const { url, file, expected } = loadFixture(name);
    const { status, stdout, stderr } = liuke('read', '--url', url, file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('takes the address after the file as well', () => {
    const { url, file, expected } = loadFixture('jd/order-list--unpaid');
    expect(JSON.parse(liuke('read', file, '--url', url).stdout)).toEqual(expected);
  });

  test('reads a file that is no page at all', () => {
    const file = join(tmpdir(), `liuke-no-page-${process.pid}.bin`);
    writeFileSync(
      file,
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 131) % 256),
    );
    const { status, stdout } = liuke('read', '--url', 'https://shop.jd.com/jdm/trade/orders/order-list', file);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      platform: 'jd',
      page: 'order-list',
      rejects: [],
      health: { rows: 0, read: 0 },
    });
  });

  test('reads a page 5,000 levels deep', () => {
    const { url, html, expected } = loadFixture('taobao/sold-list--several-lines');
    const file = join(tmpdir(), `liuke-deep-${process.pid}.html`);
    const deep = html
      .replace('<body>', `<body>${'<div>'.repeat(5000)}`)
      .replace('</body>', `${'</div>'.repeat(5000)}</body>`);
    writeFileSync(file, deep);
    const { status, stdout } = liuke('read', '--url', url, file);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  const { file } = loadFixture('jd/order-list--empty');
  test.each([
    [['read', file], 'expected one address and one file'],
    [['read', '--url', 'https://shop.jd.com/'], 'expected one address and one file'],
    [['read', '--url', 'https://shop.jd.com/', file, file], 'expected one address and one file'],
    [['read', '--url', 'shop.jd.com/order-list', file], 'expected an address such as https://shop.jd.com/…'],
    [
      ['read', '--url', 'https://shop.jd.com/', 'no-such-file.html'],
      'expected a saved page (an HTML file), cannot read "no-such-file.html"',
    ],
    [['read', '--url', 'https://shop.jd.com/', root], 'expected a saved page'],
    [['read', '--address', 'https://shop.jd.com/', file], '--address'],
    [['raed'], 'unknown command "raed"'],
    [[], 'usage: npm run -s liuke -- read --url <URL> <file>'],
  ])('%j is refused with what was expected', (args, message) => {
    const { status, stdout, stderr } = liuke(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});
