/**
 * Precise mode in the page's own world: looks on while the page asks for its lists, cuts each answer down to the rows we keep, and
 * hands those over as text. It asks for nothing, waits for nothing and keeps nothing; with the word from the other end it is gone.
 */
import { isObserved } from '../platforms/responses/observed-calls.ts';
import { lostResponse, readResponse } from '../platforms/responses/read-response.ts';
import { offerPort } from './hand-over.ts';
import { watchFetch } from './watch-fetch.ts';
import { watchRequests } from './watch-requests.ts';
import { quietly, type Watching } from './watching.ts';

/** @param view the page's window, before any of its scripts has run */
export function startObserver(view: Window & typeof globalThis): void {
  const { URL, TextDecoder, JSON, document } = view;
  const port = offerPort(view);
  const post = port.postMessage.bind(port);
  let isStopped = false;

  const textOf = (body: Uint8Array | string) => {
    if (typeof body === 'string') return body;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch {
      // A superset of GBK that never fails; what it cannot read it marks.
      return new TextDecoder('gb18030').decode(body);
    }
  };
  const watching: Watching = {
    wanted(address) {
      if (isStopped || (typeof address !== 'string' && !(address instanceof URL))) return null;
      const text = String(address);
      if (!URL.canParse(text, document.baseURI)) return null;
      const url = new URL(text, document.baseURI);
      return isObserved(url) ? url : null;
    },
    take(url, body) {
      // The page's own listeners first.
      void Promise.resolve().then(() =>
        quietly(() => {
          if (!isStopped) post(JSON.stringify(rowsOf(url, body)));
        }),
      );
    },
  };
  const rowsOf = (url: URL, body: Uint8Array | string | null) => {
    try {
      return body === null ? lostResponse(url, 'answer (too large)') : readResponse(url, textOf(body));
    } catch {
      return lostResponse(url, 'answer (cannot be read)');
    }
  };
  const wrappers = [watchFetch(view, watching), watchRequests(view, watching)];
  port.addEventListener('message', () => {
    isStopped = true;
    for (const { undo } of wrappers) undo();
    port.close();
  });
  port.start();
}
