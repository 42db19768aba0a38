import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportProgress } from '../../lib/model/imported.ts';
import { launchWithExtension } from '../../scripts/browser/chromium.ts';
import { recordsOf } from '../../scripts/browser/extension-store.ts';
import { importedOrder, makeStart, portionsOf } from '../support/make-import.ts';
import { ask, isLong, killBrowser, random, tried } from './support/faults.ts';
import { extensionDir } from './support/extension-dir.ts';
import { expectSound, madeOrders } from './support/sound-store.ts';

const BROWSER_DEATHS = tried({ long: 20, short: 1 });
const PORTION = 20;
const A_MINUTE = 60_000;
const LIMIT = isLong ? 20 * A_MINUTE : A_MINUTE;

test(
  `the browser is killed in the middle of a file, ${BROWSER_DEATHS} times: it goes on after what was acknowledged`,
  { timeout: LIMIT, retry: 0 },
  async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'liuke-killed-'));
    const orders = madeOrders(PORTION * (BROWSER_DEATHS * 8 + 4), 0).map((order) => importedOrder(order));
    let acknowledged = 0;
    let atLast: string[] = [];
    try {
      for (let round = 0; round <= BROWSER_DEATHS; round += 1) {
        const browser = await launchWithExtension({ extensionDir, headless: true, profileDir });
        const own = await browser.context.newPage();
        await own.goto(`chrome-extension://${browser.extensionId}/popup.html`);
        const begun = await ask<ImportProgress>(own, 'beginImport', makeStart());
        expect(begun.portions).toBeGreaterThanOrEqual(acknowledged);
        expect((await recordsOf(own, 'orders')).length).toBe(begun.portions * PORTION);
        expect(begun.counts).toMatchObject({ fresh: begun.portions * PORTION, same: 0 });
        const portions = portionsOf(begun.importId, { orders }, PORTION).slice(begun.portions);
        const isLast = round === BROWSER_DEATHS;
        const sending = (async () => {
          for (const portion of isLast ? portions : portions.slice(0, 8))
            ({ portions: acknowledged } = await ask<ImportProgress>(own, 'importPortion', portion));
        })();
        if (isLast) {
          await sending;
          await ask(own, 'endImport', { importId: begun.importId });
          atLast = (await expectSound(own)).map(({ id }) => id);
          await browser.close();
        } else {
          const dead = sending.catch(() => {});
          await new Promise((resolve) => setTimeout(resolve, random.int(20, 400)));
          await killBrowser(profileDir);
          await dead;
          await browser.close().catch(() => {});
        }
      }
      expect([atLast.length, new Set(atLast).size]).toEqual([orders.length, orders.length]);
    } finally {
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
