/**
 * Watches an open page and reads it again when it has changed and come to rest. No polling: mutations (late painting, paging,
 * navigation without reload) wake it. Rows that did not change are not read again.
 */
import { RowMemory } from '../platforms/reading/rows.ts';
import { readPage } from '../platforms/registry.ts';
import type { PageReading } from '../platforms/page-reader.ts';

/** A page is read when nothing has changed for `QUIET_MS`, and at the latest `PATIENCE_MS` after the first change. */
const QUIET_MS = 80;
const PATIENCE_MS = 600;

/** Changes of style and the like say nothing about an order. */
const TELLING_ATTRIBUTES = ['class', 'title', 'href', 'value', 'prop', 'contenteditable', 'aria-selected', 'src', 'id'];

export interface PageWatch {
  /** The newest reading; rows and editor are live elements of the page. */
  current(): PageReading | null;
  /** Reads again although nothing changed. */
  readAgain(): void;
  stop(): void;
}

/**
 * @param view the page's window
 * @param onReading called after each reading, also when it says the same as the last one
 */
export function watchPage(view: Window & typeof globalThis, onReading: (reading: PageReading) => void): PageWatch {
  const { document } = view;
  const memory = new RowMemory();
  let reading: PageReading | null = null;
  let quietTimer = 0;
  let patienceTimer = 0;

  const read = () => {
    view.clearTimeout(quietTimer);
    view.clearTimeout(patienceTimer);
    quietTimer = patienceTimer = 0;
    reading = readPage(document, new URL(view.location.href), memory);
    onReading(reading);
  };
  const readSoon = () => {
    view.clearTimeout(quietTimer);
    quietTimer = view.setTimeout(read, QUIET_MS);
    if (patienceTimer === 0) patienceTimer = view.setTimeout(read, PATIENCE_MS);
  };
  const observer = new view.MutationObserver((mutations) => {
    for (const { target } of mutations) forgetAround(target, memory);
    readSoon();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
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
      view.clearTimeout(quietTimer);
      view.clearTimeout(patienceTimer);
      view.removeEventListener('popstate', readSoon);
      view.removeEventListener('pageshow', readSoon);
    },
  };
}

/** Every element around a change may be a row whose reading is no longer true. */
function forgetAround(target: Node, memory: RowMemory): void {
  for (let node: Node | null = target; node !== null; node = node.parentNode) memory.forget(node);
}
