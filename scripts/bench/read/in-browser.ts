/** What the bench runs in a page: the readers and the watch, as the page script has them. */
import { watchPage } from '../../../lib/page/watch-page.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import { RowMemory } from '../../../lib/platforms/reading/rows.ts';

export interface FirstReading {
  rows: number;
  /** From the first portion to the last, without the waits between. */
  totalMs: number;
  /** The longest task of the page's thread meanwhile; 0 where none was longer than 50 ms. */
  longTaskMs: number;
}

/** The first reading of this page, as it happens when a script starts in it. */
export async function firstReading(): Promise<FirstReading> {
  let longTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTaskMs = Math.max(longTaskMs, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const portions: number[] = [];
  const timed: typeof setTimeout = ((run: () => void, ms?: number) =>
    setTimeout(() => {
      const start = performance.now();
      run();
      portions.push(performance.now() - start);
    }, ms)) as never;
  const view = new Proxy(window, {
    get: (target, name) => {
      if (name === 'setTimeout') return timed;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' && !/^[A-Z]/.test(String(name)) ? (value.bind(target) as unknown) : value;
    },
  });
  const rows = await new Promise<number>((resolve) => {
    const watch = watchPage(view, readPage, ({ batch }) => {
      watch.stop();
      resolve(batch.health.rows || (batch.chat?.messages.length ?? 0));
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { rows, totalMs: portions.reduce((sum, ms) => sum + ms, 0), longTaskMs: longTaskMs || Math.max(...portions) };
}

/** How long `run` takes each time, ms; each in a task of a timer. */
async function timesOf(count: number, run: (index: number) => void): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        const start = performance.now();
        run(index);
        times.push(performance.now() - start);
        resolve();
      });
    });
  }
  return times;
}

/** Readings of the whole page from nothing. */
export function wholeReadings(count: number): Promise<number[]> {
  const url = new URL(location.href);
  return timesOf(count, () => void readPage(document, url));
}

/** Readings after one row changed. */
export function readingsOfOneRow(count: number): Promise<number[]> {
  const url = new URL(location.href);
  const memory = new RowMemory();
  readPage(document, url, memory);
  const rows = [...document.querySelectorAll('body *')].filter((element) => /\d{8,19}/.test(element.textContent ?? ''));
  return timesOf(count, (index) => {
    let node: Node | null = rows[(index * 37) % rows.length] ?? null;
    for (; node !== null; node = node.parentNode) memory.forget(node);
    readPage(document, url, memory);
  });
}

Object.assign(globalThis, { firstReading, wholeReadings, readingsOfOneRow });
