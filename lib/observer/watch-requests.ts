/**
 * Looks on while the page sends XMLHttpRequests. `open` tells the address; a request that we want gets one more listener before it is
 * sent, and what the page got is read after the page was told of it.
 */
import { MAX_BODY_BYTES, nativeOf, nothing, quietly, replace, type Watching } from './watching.ts';

/** @returns how to take the wrappers away */
export function watchRequests(view: Window & typeof globalThis, watching: Watching): { undo: () => void } {
  const { prototype } = view.XMLHttpRequest;
  const listen = nativeOf(view.EventTarget.prototype, 'addEventListener');
  const bytesOf = nativeOf(view.Blob.prototype, 'arrayBuffer');
  const nativeGet = gettersOf(prototype);
  const addresses = new WeakMap<XMLHttpRequest, URL>();

  const read = (request: XMLHttpRequest, url: URL) => {
    // Opened anew in the meantime, or led elsewhere.
    if (addresses.get(request) !== url || watching.wanted(nativeGet(request, 'responseURL')) === null) return;
    const type = nativeGet(request, 'responseType');
    const body = nativeGet(request, type === '' || type === 'text' ? 'responseText' : 'response');
    if (type === 'blob') {
      const blob = body as Blob;
      if (blob.size > MAX_BODY_BYTES) watching.take(url, null);
      else
        void (bytesOf(blob) as Promise<ArrayBuffer>).then(
          (bytes) => watching.take(url, new Uint8Array(bytes)),
          nothing,
        );
    } else if (type === 'arraybuffer') {
      const { byteLength } = body as ArrayBuffer;
      watching.take(url, byteLength > MAX_BODY_BYTES ? null : new Uint8Array(body as ArrayBuffer).slice());
    } else if (type !== 'document' && body !== null) {
      const text = type === 'json' ? JSON.stringify(body) : (body as string);
      watching.take(url, text.length > MAX_BODY_BYTES ? null : text);
    }
  };
  const open = replace(prototype, 'open', (original) => {
    return new Proxy(original, {
      apply(target, self: XMLHttpRequest, args: Parameters<XMLHttpRequest['open']>) {
        quietly(() => addresses.delete(self));
        const result: unknown = Reflect.apply(target, self, args);
        quietly(() => {
          const url = watching.wanted(args[1]);
          if (url) addresses.set(self, url);
        });
        return result;
      },
    });
  });
  const send = replace(prototype, 'send', (original) => {
    return new Proxy(original, {
      apply(target, self: XMLHttpRequest, args: Parameters<XMLHttpRequest['send']>) {
        quietly(() => {
          const url = addresses.get(self);
          if (url) {
            const onLoad = () => quietly(() => read(self, url));
            listen(self, 'load', onLoad, { once: true });
          }
        });
        return Reflect.apply(target, self, args) as unknown;
      },
    });
  });
  return {
    undo() {
      open.undo();
      send.undo();
    },
  };
}

type Told = 'responseURL' | 'responseType' | 'responseText' | 'response';

/** What the browser itself says of a request, whatever the page has laid over it since. */
function gettersOf(prototype: XMLHttpRequest): (request: XMLHttpRequest, name: Told) => unknown {
  const getter = (name: Told) => nativeOf(Object.getOwnPropertyDescriptor(prototype, name)!, 'get');
  const getters: Readonly<Record<Told, (request: XMLHttpRequest) => unknown>> = {
    responseURL: getter('responseURL'),
    responseType: getter('responseType'),
    responseText: getter('responseText'),
    response: getter('response'),
  };
  return (request, name) => getters[name](request);
}
