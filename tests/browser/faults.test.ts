/** The worst moments, one after the other: what was acknowledged is there, nothing is there twice, and the next start goes on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../lib/model/imported.ts';
import { sourceTables } from '../../lib/store/source-tables.ts';
import type { ImportJobRecord, OrderRecord } from '../../lib/store/records.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import type { Unstored } from '../../lib/browser/storage-full.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { makeContact } from '../support/make-contact.ts';
import { importedOrder, makeStart, portionsOf } from '../support/make-import.ts';
import { emptyStore, fillDisk, turnBytes } from './support/break-store.ts';
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
import { expectSound, madeOrders, purchasesInColumns } from './support/sound-store.ts';

const POINTS = {
  ingest: tried({ long: 60, short: 3 }),
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
  seller = await startSeller({ customers: 300 });
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
  await hearStops(page);
});
afterAll(() => seller?.close());

/** Has the worker stand still somewhere in this work, ends it there, and waits until the work is done all the same. */
async function dieWithin(most: number, work: () => Promise<unknown>): Promise<boolean> {
  const before = await stopsHeard(page);
  // The last one may be dead: any message starts another.
  await ask(page, 'readShippedRules', {});
  await stopAt(await seller.worker(), stopPoint(most));
  const done = work();
  const isStopped = await stopped(page, before, 2500);
  await killWorker(seller.browser.context, seller.browser.extensionId);
  await done;
  return isStopped;
}

describe('the worker is stopped in the middle of it', () => {
  test(`while pages are taken in, at ${POINTS.ingest} places`, { timeout: LIMIT, retry: 0 }, async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    const shown = new Set<string>();
    let deaths = 0;
    for (let round = 0; round < POINTS.ingest; round += 1) {
      const died = await dieWithin(12, async () => {
        await (await replicaOf(list, 'jd-shop')).evaluate((console, number) => console.goto(number), 2 + (round % 9));
        for (const id of await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.orderIds()))
          shown.add(id);
      });
      if (died) deaths += 1;
      await until(
        async () => new Set((await recordsOf<OrderRecord>(page, 'orders')).map(({ orderId }) => orderId)),
        (stored) => [...shown].every((id) => stored.has(id)),
      );
    }
    expect(deaths).toBeGreaterThan(0);
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
        if (number < POINTS.import) await dieWithin(8, send);
        else await send();
        const job = (await recordsOf<ImportJobRecord>(page, 'jobs')).find((each) => each.importId === importId)!;
        expect([job.portions, job.counts.fresh, job.counts.same]).toEqual([number + 1, (number + 1) * PORTION, 0]);
        expect((await recordsOf(page, 'orders')).length).toBe(before + (number + 1) * PORTION);
      }
      await dieWithin(3, async () => await ask(page, 'endImport', { importId }));
      expect((await expectSound(page)).length).toBe(before + orders.length);
      await dieWithin(30, async () => {
        for (let left = 1; left > 0;) ({ left } = await ask<{ left: number }>(page, 'undoImport', { importId }));
      });
      expect((await expectSound(page)).length).toBe(before);
    },
  );

  test(`while columns are made anew, at ${POINTS.recompute} places`, { timeout: LIMIT, retry: 0 }, async () => {
    for (let round = 0; round < POINTS.recompute; round += 1) {
      await dieWithin(6, async () => await ask(page, 'rebuildColumns', {}, false).catch(() => {}));
      await expectSound(page);
    }
  });

  test(`while a backup is restored, at ${POINTS.restore} places`, { timeout: LIMIT, retry: 0 }, async () => {
    await ask(page, 'recordContact', makeContact());
    const saved = await contents();
    const secret = (await recordsOf<{ name: string; value: string }>(page, 'meta')).find(
      ({ name }) => name === 'identitySecret',
    )!;
    await page.evaluate(emptyStore, sourceTables);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    let points = POINTS.restore;
    const put = async (name: string, input: unknown) => {
      const send = async () => await ask(page, name, input);
      const isStop = points > 0 && random.int(0, 2) > 0;
      if (isStop) points -= 1;
      await (isStop ? dieWithin(4, send) : send());
    };
    await put('beginRestore', { identitySecret: secret.value });
    for (const [table, records] of Object.entries(saved))
      for (let at = 0; at < records.length; at += 10)
        await put('restorePortion', { table, records: records.slice(at, at + 10) });
    expect(points).toBe(0);
    await dieWithin(10, async () => await ask(page, 'endRestore', {}));
    await expectSound(page);
    expect(await contents()).toEqual(saved);
  });
});

/** But for the audit list: a restore is an entry of it. */
async function contents(): Promise<Record<string, unknown[]>> {
  const tables = sourceTables.filter((table) => table !== 'meta' && table !== 'audit');
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await recordsOf(page, table)])));
}

test(
  'bytes of the columns are turned: the next page is taken in, and they are made anew from the orders',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    await ask(page, 'rebuildColumns', {});
    await expectSound(page);
    await page.evaluate(turnBytes);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    const before = (await recordsOf(page, 'orders')).length;
    const list = await seller.open(consoleUrls.jdOrders);
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(11));
    await until(
      async () => (await recordsOf(page, 'orders')).length,
      (count) => count > before,
    );
    const dashboard = await seller.browser.context.newPage();
    await dashboard.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html`);
    await until(
      async () => await purchasesInColumns(page).catch(() => -1),
      (count) => count > 0,
    );
    await expectSound(page);
    await dashboard.close();
    await list.close();
  },
);

test(
  'the clock goes back a day: what is done and seen afterwards is later all the same',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const first = await ask<{ eventId: string }>(page, 'recordContact', makeContact());
    await (
      await seller.worker()
    ).evaluate(() => {
      const own = Date.now;
      Date.now = () => own() - 86_400_000;
    });
    const second = await ask<{ eventId: string }>(page, 'recordContact', makeContact());
    const events = await recordsOf<{ id: string; at: number; logicalTime: string }>(page, 'events');
    const [one, two] = [first, second].map(({ eventId }) => events.find(({ id }) => id === eventId)!);
    expect(two!.at).toBeLessThan(one!.at);
    expect(two!.logicalTime > one!.logicalTime).toBe(true);
    await killWorker(seller.browser.context, seller.browser.extensionId);
  },
);

test('two windows bring in two files at once: both are whole', { timeout: A_MINUTE, retry: 0 }, async () => {
  const before = (await recordsOf(page, 'orders')).length;
  const other = await seller.browser.context.newPage();
  await other.goto(page.url());
  const bring = async (window: Page, from: number, digit: string) => {
    const file = { ...makeStart().file, fingerprint: `${digit.repeat(32)}-0` };
    const { importId } = await ask<ImportProgress>(window, 'beginImport', makeStart({ file }));
    const orders = madeOrders(PORTION * 5, from).map((order) => importedOrder(order));
    for (const portion of portionsOf(importId, { orders }, PORTION)) await ask(window, 'importPortion', portion);
    return await ask<ImportProgress>(window, 'endImport', { importId });
  };
  const both = await Promise.all([bring(page, 10_000, 'a'), bring(other, 20_000, 'b')]);
  expect(both.map(({ counts }) => counts.fresh)).toEqual([PORTION * 5, PORTION * 5]);
  expect((await expectSound(page)).length).toBe(before + PORTION * 10);
  await other.close();
});

test(
  'a worker is stopped between a command and its answer: whoever gave it gives it again, and it is done once',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    await until(
      async () => (await recordsOf(page, 'orders')).length,
      (count) => count > 0,
    );
    const panel = await seller.browser.context.newPage();
    await panel.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#segments`);
    await panel.getByLabel(await wordOf(panel, 'dashSegmentName')).fill('要留住的');
    const saved = async () =>
      (await recordsOf<{ kind: string; segment?: { label: string } }>(page, 'events')).filter(
        ({ kind }) => kind === 'segmentSaved',
      );
    const before = await stopsHeard(page);
    await ask(page, 'readShippedRules', {});
    await stopAt(await seller.worker(), { at: 'complete', after: 1, table: 'events' });
    await panel.getByRole('button', { name: await wordOf(panel, 'dashSaveSegment') }).click();
    expect(await stopped(page, before, 10_000)).toBe(true);
    expect((await saved()).length).toBe(1);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    await panel.getByRole('button', { name: await wordOf(panel, 'undo') }).waitFor();
    expect((await saved()).map(({ segment }) => segment!.label)).toEqual(['要留住的']);
    await panel.close();
    await list.close();
  },
);

test(
  'the disk is full for every writer at once: each says what it could not store, until there is room',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    const { importId } = await ask<ImportProgress>(page, 'beginImport', makeStart());
    const [portion] = portionsOf(importId, { orders: madeOrders(5, 30_000).map((order) => importedOrder(order)) });
    await (await seller.worker()).evaluate(fillDisk);
    const refused = /expected room on the disk/;
    const writers = [
      ['importPortion', portion],
      ['recordContact', makeContact()],
      ['rebuildColumns', {}],
      ['restorePortion', { table: 'shops', records: [{ shopId: 's', platform: 'jd', hints: [], name: 's' }] }],
    ] as const;
    for (const [name, input] of writers) await expect(ask(page, name, input, false)).rejects.toThrow(refused);
    const isSaid = async (kind: Unstored) => await page.getByText(await wordOf(page, `storageFull_${kind}`)).waitFor();
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(12));
    for (const kind of ['event', 'import', 'restore', 'derived', 'page'] as const) await isSaid(kind);
    // A question is no sign of room.
    await ask(page, 'lint', { text: 'a', platform: 'jd', channel: 'chat', shopId: null });
    expect(await page.getByText(await wordOf(page, 'storageFull_event')).count()).toBe(1);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    for (const [name, input] of writers) await ask(page, name, input);
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(13));
    await page.getByText(await wordOf(page, 'storageFullDo')).waitFor({ state: 'detached', timeout: 20_000 });
    await list.close();
  },
);
