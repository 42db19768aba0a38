import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller } from './support/seller.ts';
import { until } from '../../scripts/browser/extension-store.ts';

/** Every suite's `close()` asserts that the extension made no request; here it is proved that one would be seen. */
describe('requests of the extension', () => {
  let leaking: string;
  beforeAll(() => {
    leaking = mkdtempSync(join(tmpdir(), 'liuke-leaking-'));
    writeFileSync(
      join(leaking, 'worker.js'),
      `chrome.runtime.onInstalled.addListener(() => setTimeout(() => fetch('https://shop.jd.com/leak'), 1000));`,
    );
    writeFileSync(
      join(leaking, 'manifest.json'),
      JSON.stringify({
        manifest_version: 3,
        name: 'leaking',
        version: '1',
        host_permissions: ['https://shop.jd.com/*'],
        background: { service_worker: 'worker.js' },
      }),
    );
  });
  afterAll(() => rmSync(leaking, { recursive: true, force: true }));

  test('a request of an extension’s worker does not go unseen', async () => {
    const seller = await startSeller({ extension: leaking });
    await until(
      async () => seller.extensionRequests,
      (requests) => requests.includes('https://shop.jd.com/leak'),
    );
    await expect(seller.close()).rejects.toThrow('https://shop.jd.com/leak');
  });

  test('the browser itself refuses ours, whatever the code asks for', async () => {
    const seller = await startSeller();
    await seller.open(consoleUrls.jdOrders);
    const outcome = await (
      await seller.worker()
    ).evaluate(async () => {
      try {
        await fetch('https://shop.jd.com/leak');
        return 'sent';
      } catch {
        return 'refused';
      }
    });
    expect(outcome).toBe('refused');
    await seller.close();
  });
});
