/** Reads one page on a thread with a stack of its own size: the DOM used here recurses, and a page may be thousands of levels deep. */
import { parentPort, workerData } from 'node:worker_threads';
import { parsePage } from './parse-page.ts';
import { printedPage } from './printed-page.ts';

const { html, address } = workerData as { html: string; address: string };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort!.postMessage(printedPage(parsePage(html), address));
