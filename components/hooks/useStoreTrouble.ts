import { useSyncExternalStore } from 'react';
import type { StoreTrouble } from '../../lib/store/store-trouble.ts';
import { database } from './database.ts';

/** Why the store cannot be read on this page; null when it can. */
export function useStoreTrouble(): StoreTrouble | null {
  return useSyncExternalStore(watch, () => database.trouble);
}

function watch(onChange: () => void): () => void {
  database.troubleWatchers.add(onChange);
  return () => database.troubleWatchers.delete(onChange);
}
