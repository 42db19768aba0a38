/** Reads one page on a thread with a stack of its own size: the DOM used here recurses, and a page may be thousands of levels deep. */
import { parentPort, workerData } from 'node:worker_threads';
import { Window } from 'happy-dom';
import { printedPage } from './printed-page.ts';

const { html, address } = workerData as { html: string; address: string };
const window = new Window({
  url: address,
  settings: { enableJavaScriptEvaluation: false, disableCSSFileLoading: true },
});
const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort!.postMessage(printedPage(document, address));
await window.happyDOM.close();
