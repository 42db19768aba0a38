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
    const watch = watchPage(view, ({ batch }) => {
      watch.stop();
      resolve(batch.health.rows || (batch.chat?.messages.length ?? 0));
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { rows, totalMs: portions.reduce((sum, ms) => sum + ms, 0), longTaskMs: longTaskMs || Math.max(...portions) };
}

/** Readings of the whole page from nothing, and readings after one row changed, ms each. */
export function warmReadings(count: number): { whole: number[]; changed: number[] } {
  const url = new URL(location.href);
  const timeOf = (run: () => void) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const whole = Array.from({ length: count }, () => timeOf(() => readPage(document, url)));
  const memory = new RowMemory();
  readPage(document, url, memory);
  const rows = [...document.querySelectorAll('body *')].filter((element) => /\d{8,19}/.test(element.textContent ?? ''));
  const changed = Array.from({ length: count }, (_, index) => {
    let node: Node | null = rows[(index * 37) % rows.length] ?? null;
    for (; node !== null; node = node.parentNode) memory.forget(node);
    return timeOf(() => readPage(document, url, memory));
  });
  return { whole, changed };
}

Object.assign(globalThis, { firstReading, warmReadings });
