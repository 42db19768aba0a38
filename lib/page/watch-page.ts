/**
 * Watches an open page and reads it again when it has changed and come to rest. No polling: mutations (late painting, paging,
 * navigation without reload) wake it. Rows that did not change are not read again; what takes long is read in portions, and a page that
 * never rests gets a small share of its time at most.
 */
import { Course, inCourse, Pause } from '../platforms/reading/course.ts';
import { RowMemory } from '../platforms/reading/rows.ts';
import type { ReadPage } from '../platforms/read-page.ts';
import type { PageReading } from '../platforms/page-reader.ts';
import { Allowance } from './allowance.ts';

/** A page is read when nothing has changed for `QUIET_MS`, and at the latest `PATIENCE_MS` after the first change. */
const QUIET_MS = 40;
const PATIENCE_MS = 600;

/** How long a page is read in one go, so that it can paint in between; twice as long after each time that it changed in between. */
const PORTION_MS = 8;

/** Changes of style and the like say nothing about an order, unless something is shown or hidden by them. */
const TELLING_ATTRIBUTES = 'class title href value prop contenteditable aria-selected src id hidden style'.split(' ');
const SHOWS_OR_HIDES = /display|visibility/;

export interface PageWatch {
  /** The newest reading; rows and editor are live elements of the page. */
  current(): PageReading | null;
  /** Reads again although nothing changed. */
  readAgain(): void;
  stop(): void;
}

/**
 * @param view the page's window
 * @param readPage with the readers of its platform
 * @param onReading called after each reading, also when it says the same as the last one
 */
export function watchPage(
  view: Window & typeof globalThis,
  readPage: ReadPage,
  onReading: (reading: PageReading) => void,
): PageWatch {
  const { document } = view;
  const memory = new RowMemory();
  const now = () => view.performance.now();
  const allowance = new Allowance(now());
  let reading: PageReading | null = null;
  /** A reading that was broken off; null once the page is another one than it began with. */
  let begun: Begun | null = null;
  let portionMs = PORTION_MS;
  let quietTimer = 0;
  let patienceTimer = 0;
  let portionTimer = 0;

  const stopTimers = () => {
    for (const timer of [quietTimer, patienceTimer, portionTimer]) view.clearTimeout(timer);
    quietTimer = patienceTimer = portionTimer = 0;
  };
  const read = () => {
    stopTimers();
    const start = now();
    if (begun?.address !== view.location.href)
      begun = beginReading(view.location.href, (url) => readPage(document, url, memory), now, portionMs);
    const next = begun.readOn();
    const isLeafedOn = next !== null && rowsOf(next) !== rowsOf(reading);
    if (!next) portionTimer = view.setTimeout(read);
    else {
      begun = null;
      portionMs = PORTION_MS;
      reading = next;
      onReading(next);
    }
    allowance.spend(now() - start, now());
    if (isLeafedOn) allowance.refill(now());
  };
  const readSoon = () => {
    const restMs = allowance.waitMs(now());
    view.clearTimeout(quietTimer);
    quietTimer = view.setTimeout(read, Math.max(QUIET_MS, restMs));
    if (patienceTimer === 0) patienceTimer = view.setTimeout(read, Math.max(PATIENCE_MS, restMs));
  };
  const observer = new view.MutationObserver((mutations) => {
    const telling = mutations.filter(isTelling);
    if (telling.some(isOfData)) memory.forgetAll();
    else for (const { target } of telling) forgetAround(target, memory);
    if (telling.length === 0) return;
    if (begun !== null) portionMs *= 2;
    begun = null;
    readSoon();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
    attributeFilter: TELLING_ATTRIBUTES,
  });
  view.addEventListener('popstate', readSoon);
  view.addEventListener('pageshow', readSoon);
  readSoon();

  return {
    current: () => reading,
    readAgain: readSoon,
    stop() {
      observer.disconnect();
      stopTimers();
      view.removeEventListener('popstate', readSoon);
      view.removeEventListener('pageshow', readSoon);
    },
  };
}

interface Begun {
  address: string;
  /** The reading of the whole page, or null when more is left than one portion takes. */
  readOn(): PageReading | null;
}

function beginReading(address: string, readIt: (url: URL) => PageReading, now: () => number, portionMs: number): Begun {
  let portionAt: number | null = null;
  const course = new Course(() => now() - (portionAt ??= now()) > portionMs);
  const url = new URL(address);
  return {
    address,
    readOn() {
      portionAt = null;
      try {
        return inCourse(course, () => readIt(url));
      } catch (error) {
        if (error instanceof Pause) return null;
        throw error;
      }
    },
  };
}

/** Which orders a page is about: others, and it is another page of the list. */
function rowsOf(reading: PageReading | null): string {
  const { orders = [], afterSales = [], reviews = [] } = reading?.batch ?? {};
  return [...orders, ...afterSales, ...reviews].map(({ orderId }) => orderId).join();
}

function isTelling({ attributeName, target, oldValue }: MutationRecord): boolean {
  if (attributeName !== 'style') return true;
  return SHOWS_OR_HIDES.test(`${oldValue ?? ''};${(target as Element).getAttribute('style') ?? ''}`);
}

/** Scripts may hold the data that is laid over every row. */
function isOfData({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const isInline = (node: Node) => node.nodeName === 'SCRIPT' && !(node as Element).hasAttribute('src');
  return isInline(target) || [...addedNodes, ...removedNodes].some(isInline);
}

/** Every element around a change may be a row whose reading is no longer true. */
function forgetAround(target: Node, memory: RowMemory): void {
  for (let node: Node | null = target; node !== null; node = node.parentNode) memory.forget(node);
}
