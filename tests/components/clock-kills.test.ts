/** The worker may be stopped between any two lines: whoever starts next has a timer for what comes next. */
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepClocks, type Clocks } from '../../entrypoints/background/clock-watch.ts';
import type { WorkOrderDeed } from '../../lib/model/work-order-event.ts';
import { noteWorkOrder, openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { watchOf } from '../../lib/views/service/clock-watch.ts';
import { readServiceDesk } from '../../lib/views/service/service-desk.ts';
import fc from '../support/fast-check.ts';
import { makeNewWorkOrder, OPENED_AT } from '../support/make-work-order.ts';
import { openTestDatabase } from '../support/test-database.ts';

const MINUTE_MS = 60_000;
const alarms = { create: fakeBrowser.alarms.create, clear: fakeBrowser.alarms.clear };

afterEach(() => {
  Object.assign(fakeBrowser.alarms, alarms);
  vi.useRealTimers();
});

/** A browser whose worker comes and goes over one store. */
function openBrowser() {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.alarms, alarms);
  Object.assign(fakeBrowser.action, { setBadgeText: async () => {} });
  const db = openTestDatabase();
  let worker: Clocks | null = null;
  const looked = async () => {
    // Its turn comes after the look.
    await worker!.seeMissed();
    const now = Date.now();
    const alarm = await fakeBrowser.alarms.get('clocks');
    expect(alarm?.scheduledTime ?? null).toBe(watchOf(await readServiceDesk(db, now), now).nextAt);
  };
  return {
    db,
    async start() {
      const rings = await fakeBrowser.alarms.get('clocks');
      if (!worker) worker = keepClocks(db);
      else if (rings && rings.scheduledTime <= Date.now()) await fakeBrowser.alarms.onAlarm.trigger(rings);
      await looked();
    },
    async look() {
      worker!.look();
      await looked();
    },
    kill() {
      fakeBrowser.alarms.onAlarm.removeAllListeners();
      worker = null;
    },
    /** It gets as far as the alarm, and no further. */
    async stopBeforeAlarm() {
      await new Promise<void>((reached) => {
        const stop = () => {
          reached();
          return new Promise<never>(() => {});
        };
        Object.assign(fakeBrowser.alarms, { create: stop, clear: stop });
        worker!.look();
      });
      Object.assign(fakeBrowser.alarms, alarms);
    },
  };
}

const deeds = {
  answer: (workOrderId) => ({ kind: 'workOrderStepped', workOrderId, stepId: 'replied', dueAt: null }),
  plan: (workOrderId) => ({
    kind: 'workOrderStepped',
    workOrderId,
    stepId: 'reship',
    dueAt: Date.now() + 45 * MINUTE_MS,
  }),
  tell: (workOrderId) => ({ kind: 'workOrderTold', workOrderId }),
  close: (workOrderId) => ({ kind: 'workOrderClosed', workOrderId }),
} satisfies Record<string, (workOrderId: string) => WorkOrderDeed>;

const anyStep = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 90 }),
  what: fc.constantFrom('open' as const, 'answer' as const, 'plan' as const, 'tell' as const, 'close' as const),
  /** Which of those that were opened. */
  which: fc.nat(3),
  /** What becomes of the worker after it was written down. */
  worker: fc.constantFrom('looks' as const, 'dies' as const, 'diesBeforeAlarm' as const, 'diesAfterAlarm' as const),
});

test('whatever is done and wherever it is stopped, each start has the alarm that the desk says is next', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: OPENED_AT });
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
      vi.setSystemTime(OPENED_AT);
      const browser = openBrowser();
      const opened: string[] = [];
      const told = new Set<string>();
      for (const { afterMinutes, what, which, worker } of steps) {
        vi.setSystemTime(Date.now() + afterMinutes * MINUTE_MS);
        // The message that asks for the deed starts a worker where there is none.
        await browser.start();
        const workOrderId = opened[which % opened.length];
        if (what === 'open' || workOrderId === undefined) {
          opened.push(`w${opened.length}`);
          const orderId = `31880000000${opened.length}`;
          const about = { workOrderId: opened.at(-1)!, orderId, labelId: 'damaged' };
          await openWorkOrder(browser.db, makeNewWorkOrder(about), Date.now());
        } else if (what !== 'close' || told.has(workOrderId)) {
          await noteWorkOrder(browser.db, deeds[what](workOrderId), Date.now());
          if (what === 'tell') told.add(workOrderId);
        }
        if (worker === 'looks' || worker === 'diesAfterAlarm') await browser.look();
        if (worker === 'diesBeforeAlarm') await browser.stopBeforeAlarm();
        if (worker !== 'looks') browser.kill();
      }
      await browser.start();
    }),
    { numRuns: 60 },
  );
});
