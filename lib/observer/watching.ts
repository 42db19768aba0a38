/** What the wrappers around the page's calls ask and tell. */

/** No answer that we read is larger; a larger one is left alone. */
export const MAX_BODY_BYTES = 2_000_000;

export interface Watching {
  /** The address as a whole, when its answer may be looked at; null for all others. */
  wanted(address: unknown): URL | null;
  /** A body as the page got it: bytes, or a text that the browser has decoded; null for one too large to be read. Never throws. */
  take(url: URL, body: Uint8Array | string | null): void;
}

/** The wrappers' own mistakes are nobody's but ours. */
export function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // The page goes on as if we were not there.
  }
}

export function nothing(): void {}

/** A function of the browser's own as it is now, whatever the page may put in its place later. */
export function nativeOf<Owner extends object>(owner: Owner, name: keyof Owner) {
  const method = owner[name] as (...args: unknown[]) => unknown;
  return (self: unknown, ...args: unknown[]): unknown => Reflect.apply(method, self, args);
}

/** Puts a wrapper in the place of a function, described as that one was; `undo` takes it away if it is still there. */
export function replace<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  wrap: (original: Owner[Name]) => Owner[Name],
): { undo: () => void } {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (!before || !('value' in before) || !before.configurable) return { undo: () => {} };
  const wrapped = wrap(before.value as Owner[Name]);
  Object.defineProperty(owner, name, { ...before, value: wrapped });
  return {
    undo() {
      if (Object.getOwnPropertyDescriptor(owner, name)?.value === wrapped) Object.defineProperty(owner, name, before);
    },
  };
}
