/** Ways for things to go wrong, and the extension's own page to look and ask from. */
import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { randomOf } from '../../../scripts/demo/shop/random.ts';

/**
 * `FAULTS=long` runs all of them, or with `FAULTS_PART=3/10` the third of ten parts, each with places of its own; otherwise as many as
 * everyday runs can wait for. `SEED` chooses others.
 */
export const isLong = process.env['FAULTS'] === 'long';
const [part, parts] = (process.env['FAULTS_PART'] ?? '1/1').split('/').map(Number) as [number, number];
export const random = randomOf(Number(process.env['SEED'] ?? 20_261_129) + part - 1);

/** How many of all in the long form are tried in this run. */
export function tried({ long, short }: { long: number; short: number }): number {
  return isLong ? Math.floor((long * part) / parts) - Math.floor((long * (part - 1)) / parts) : short;
}

/** Ends the extension's service worker as the browser does, whatever it is doing. @returns whether there was one */
export async function killWorker(context: BrowserContext, extensionId: string): Promise<boolean> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
  return worker !== undefined;
}

/** A place in the work of a worker: before its `after`-th write, or after its `after`-th transaction is on the disk and nobody was told. */
export interface StopPoint {
  at: 'write' | 'complete';
  after: number;
  /** Transactions with this table alone count. */
  table?: string;
}

export function stopPoint(most: number): StopPoint {
  const at = random.int(0, 2) === 0 ? 'complete' : 'write';
  return { at, after: 1 + random.int(0, at === 'write' ? most - 1 : Math.ceil(most / 4)) };
}

/** Makes the worker stand still for ever when it comes to that place, and say so beforehand. */
export async function stopAt(worker: Worker, point: StopPoint): Promise<void> {
  await worker.evaluate(({ at, after, table }) => {
    const said = new BroadcastChannel('stopped');
    let passed = 0;
    const pass = () => {
      passed += 1;
      if (passed !== after) return;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
      said.postMessage(at);
      for (;;);
    };
    if (at === 'complete') {
      const own = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')!;
      Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
        ...own,
        set(this: IDBTransaction, hear: (event: Event) => void) {
          own.set!.call(this, (event: Event) => {
            const isCounted = table === undefined || this.objectStoreNames.contains(table);
            if (this.mode === 'readwrite' && isCounted) pass();
            hear.call(this, event);
          });
        },
      });
      return;
    }
    const store = IDBObjectStore.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const name of ['put', 'add', 'delete', 'clear']) {
      const own = store[name]!;
      store[name] = function write(...args) {
        pass();
        return own.apply(this, args);
      };
    }
  }, point);
}

/** Has this page of the extension hear of workers that stand still. */
export async function hearStops(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as unknown as { stops: number };
    seen.stops = 0;
    new BroadcastChannel('stopped').addEventListener('message', () => {
      seen.stops += 1;
    });
  });
}

/** @returns whether a worker came to the place where it stands still */
export async function stopped(page: Page, before: number, timeoutMs: number): Promise<boolean> {
  return await page
    .waitForFunction((stops) => (globalThis as unknown as { stops: number }).stops > stops, before, {
      timeout: timeoutMs,
      polling: 20,
    })
    .then(
      () => true,
      () => false,
    );
}

export async function stopsHeard(page: Page): Promise<number> {
  return await page.evaluate(() => (globalThis as unknown as { stops: number }).stops);
}

/**
 * One message to the background, from a page of the extension.
 * @param isStubborn asks again where a stopped worker left it without an answer
 * @throws Error of the background's own
 */
export async function ask<Answer>(page: Page, name: string, input: unknown, isStubborn = true): Promise<Answer> {
  return await page.evaluate(
    async ([message, again]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      };
      for (let tries = 0; ; tries += 1) {
        try {
          const answer = await chrome.runtime.sendMessage(message);
          const { __mozWebExtensionPolyfillReject__: isRefused, message: why } = (answer ?? {}) as Record<
            string,
            string
          >;
          if (isRefused) throw new Error(`refused: ${why}`);
          if (answer === undefined && again) throw new Error('no answer: whoever was asked is gone');
          return answer as never;
        } catch (error) {
          const isOwn = (error as Error).message.startsWith('refused') && !/closed/i.test((error as Error).message);
          if (!again || isOwn || tries > 200) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
    [{ name, input }, isStubborn] as const,
  );
}

/** Ends a browser as a crash or a power cut does: at once, all of it. */
export async function killBrowser(profileDir: string): Promise<void> {
  const isOurs = (pid: number) => commandOf(pid).includes(profileDir);
  const pids = () =>
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && isOurs(pid));
  for (const pid of pids()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // One of its processes was gone already.
    }
  }
  while (pids().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
