/**
 * Looks on while the page fetches. The page's own promise goes back to it untouched; of an answer that we want a clone is read, and
 * only after the page's call has been made. One trace is left: a list that fails to load and that the page does not catch is not
 * reported to it as unhandled.
 */
import { MAX_BODY_BYTES, nativeOf, nothing, quietly, replace, type Watching } from './watching.ts';

/** @returns how to take the wrapper away */
export function watchFetch(view: Window & typeof globalThis, watching: Watching): { undo: () => void } {
  const { Request, Response, Promise } = view;
  const then = nativeOf(Promise.prototype, 'then');
  const clone = nativeOf(Response.prototype, 'clone');
  const addressOf = (input: unknown) => (input instanceof Request ? input.url : input);

  const read = (url: URL, response: Response) => {
    if (response.url !== '' && watching.wanted(response.url) === null) return;
    const copy = clone(response) as Response;
    if (copy.body) void readUpTo(copy.body, MAX_BODY_BYTES).then((bytes) => watching.take(url, bytes), nothing);
  };
  return replace(view, 'fetch', (original) => {
    return new Proxy(original, {
      apply(target, self, args: unknown[]) {
        const answer = Reflect.apply(target, self, args) as Promise<Response>;
        quietly(() => {
          const url = watching.wanted(addressOf(args[0]));
          if (url) then(answer, (response: Response) => quietly(() => read(url, response)), nothing);
        });
        return answer;
      },
    });
  });
}

/** The whole of a stream, or null when it is larger; what is left is not fetched for us. */
async function readUpTo(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      // Not waited for: it ends when the page's own copy does.
      reader.cancel().catch(nothing);
      return null;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
