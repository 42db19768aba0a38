/** The worker ends in the middle of its work: what was acknowledged is there, nothing is there twice, and the next start goes on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../lib/model/imported.ts';
import { sourceTables } from '../../lib/store/source-tables.ts';
import type { ImportJobRecord, OrderRecord } from '../../lib/store/records.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { makeContact } from '../support/make-contact.ts';
import { importedOrder, makeStart, portionsOf } from '../support/make-import.ts';
import { emptyStore } from './support/break-store.ts';
import {
  ask,
  hearStops,
  isLong,
  killWorker,
  random,
  stopAt,
  stopPoint,
  stopped,
  stopsHeard,
  tried,
} from './support/faults.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { contentsOf, expectSound, madeOrders } from './support/sound-store.ts';

const POINTS = {
  ingest: tried({ long: 60, short: 2 }),
  import: tried({ long: 60, short: 2 }),
  recompute: tried({ long: 30, short: 2 }),
  restore: tried({ long: 50, short: 2 }),
};
const PORTION = 20;
const A_MINUTE = 60_000;
const LIMIT = isLong ? 20 * A_MINUTE : A_MINUTE;

let seller: Seller;
let page: Page;

beforeAll(async () => {
  // Pages of ten orders for every round: each shows what nobody has seen.
  seller = await startSeller({ customers: 300 });
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
  await hearStops(page);
});
afterAll(() => seller?.close());

type Work = keyof typeof POINTS;
const places: Record<Work, { tried: number; reached: number }> = {
  ingest: { tried: 0, reached: 0 },
  import: { tried: 0, reached: 0 },
  recompute: { tried: 0, reached: 0 },
  restore: { tried: 0, reached: 0 },
};

/** Has the worker stand still somewhere in this work, ends it there, and waits until the work is done all the same. */
async function dieWithin(of: Work, most: number, work: () => Promise<unknown>): Promise<void> {
  const before = await stopsHeard(page);
  // The last one may be dead: any message starts another.
  await ask(page, 'readShippedRules', {});
  await stopAt(await seller.worker(), stopPoint(most));
  const done = work();
  const isStopped = await stopped(page, before, 2500);
  await killWorker(seller.browser.context, seller.browser.extensionId);
  await done;
  places[of].tried += 1;
  places[of].reached += Number(isStopped);
}

/** A place that the work never comes to proves nothing. */
function expectReached(of: Work): void {
  const { tried: all, reached } = places[of];
  console.log(`${of}: the worker stood still at ${reached} of ${all} places`);
  expect(reached).toBeGreaterThanOrEqual(isLong ? Math.floor(all * 0.8) : 1);
}

describe('the worker is stopped in the middle of it', () => {
  test(`while pages are taken in, at ${POINTS.ingest} places`, { timeout: LIMIT, retry: 0 }, async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    const shown = new Set<string>();
    for (let round = 0; round < POINTS.ingest; round += 1) {
      await dieWithin('ingest', 12, async () => {
        await (await replicaOf(list, 'jd-shop')).evaluate((console, number) => console.goto(number), 2 + round);
        for (const id of await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.orderIds()))
          shown.add(id);
      });
      await until(
        async () => new Set((await recordsOf<OrderRecord>(page, 'orders')).map(({ orderId }) => orderId)),
        (stored) => [...shown].every((id) => stored.has(id)),
      );
    }
    expectReached('ingest');
    expect((await expectSound(page)).length).toBeGreaterThanOrEqual(shown.size);
    await list.close();
  });

  test(
    `while a file comes in, at ${POINTS.import} places; then while all of it is taken back`,
    { timeout: LIMIT, retry: 0 },
    async () => {
      const before = (await recordsOf(page, 'orders')).length;
      const orders = madeOrders(PORTION * (POINTS.import + 4), 0);
      const { importId } = await ask<ImportProgress>(page, 'beginImport', makeStart());
      for (const [number, portion] of portionsOf(
        importId,
        { orders: orders.map((order) => importedOrder(order)) },
        PORTION,
      ).entries()) {
        const send = async () => await ask(page, 'importPortion', portion);
        if (number < POINTS.import) await dieWithin('import', 8, send);
        else await send();
        const job = (await recordsOf<ImportJobRecord>(page, 'jobs')).find((each) => each.importId === importId)!;
        expect([job.portions, job.counts.fresh, job.counts.same]).toEqual([number + 1, (number + 1) * PORTION, 0]);
        expect((await recordsOf(page, 'orders')).length).toBe(before + (number + 1) * PORTION);
      }
      await dieWithin('import', 3, async () => await ask(page, 'endImport', { importId }));
      expect((await expectSound(page)).length).toBe(before + orders.length);
      await dieWithin('import', 30, async () => {
        for (let left = 1; left > 0;) ({ left } = await ask<{ left: number }>(page, 'undoImport', { importId }));
      });
      expect((await expectSound(page)).length).toBe(before);
      expectReached('import');
    },
  );

  test(`while columns are made anew, at ${POINTS.recompute} places`, { timeout: LIMIT, retry: 0 }, async () => {
    for (let round = 0; round < POINTS.recompute; round += 1) {
      await dieWithin('recompute', 6, async () => await ask(page, 'rebuildColumns', {}, false).catch(() => {}));
      await expectSound(page);
    }
    expectReached('recompute');
  });

  test(`while a backup is restored, at ${POINTS.restore} places`, { timeout: LIMIT, retry: 0 }, async () => {
    await ask(page, 'recordContact', makeContact());
    const saved = await contentsOf(page);
    const secret = (await recordsOf<{ name: string; value: string }>(page, 'meta')).find(
      ({ name }) => name === 'identitySecret',
    )!;
    await page.evaluate(emptyStore, sourceTables);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    let points = POINTS.restore;
    /** @param most so many records are written by it, or more */
    const put = async (name: string, input: unknown, most: number) => {
      const send = async () => await ask(page, name, input);
      const isStop = points > 0 && random.int(0, 2) > 0;
      if (isStop) points -= 1;
      await (isStop ? dieWithin('restore', most, send) : send());
    };
    await put('beginRestore', { identitySecret: secret.value }, 2);
    for (const [table, records] of Object.entries(saved))
      for (let at = 0; at < records.length; at += 10) {
        const portion = records.slice(at, at + 10);
        await put('restorePortion', { table, records: portion }, Math.min(4, portion.length));
      }
    expect(points).toBe(0);
    const dashboard = await seller.browser.context.newPage();
    await dashboard.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#data`);
    const brokenOff = dashboard.getByText(await wordOf(dashboard, 'restoreBrokenOff'));
    await brokenOff.waitFor();
    await dieWithin('restore', 10, async () => await ask(page, 'endRestore', {}));
    await brokenOff.waitFor({ state: 'detached' });
    await dashboard.close();
    await expectSound(page);
    expect(await contentsOf(page)).toEqual(saved);
    expectReached('restore');
  });
});
