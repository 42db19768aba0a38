/**
 * One small value in the browser's own storage. Forty lines of ours in place of WXT's storage, whose migrations and batches would be in
 * every page of a seller.
 */
import { browser } from 'wxt/browser';

export interface StoredItem<Value> {
  /** What it is until somebody sets it. */
  readonly fallback: Value;
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  /** Calls back with each new value. @returns how to stop */
  watch(onValue: (value: Value) => void): () => void;
}

/** @param area `local` is kept on the disk, `session` as long as the browser is open */
export function storedItem<Value>(area: 'local' | 'session', key: string, fallback: Value): StoredItem<Value> {
  const valueOf = (stored: unknown) => (stored === undefined || stored === null ? fallback : (stored as Value));
  return {
    fallback,
    async getValue() {
      return valueOf((await browser.storage[area].get(key))[key]);
    },
    async setValue(value) {
      await browser.storage[area].set({ [key]: value });
    },
    watch(onValue) {
      const listen = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        if (changedArea === area && Object.hasOwn(changes, key)) onValue(valueOf(changes[key]!.newValue));
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}
