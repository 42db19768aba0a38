import { useEffect, useState } from 'react';
import { pinnedSegments } from '../../lib/browser/settings.ts';
import { lineMeaning } from '../words/segments.ts';

/** More would not fit above what is always there. */
export const MOST_PINS = 6;

interface Pins {
  /** The lines, in the order in which they were starred; null while they are being read. */
  pins: readonly string[] | null;
  /** One line is another that says the same. */
  has: (query: string) => boolean;
  isFull: boolean;
  toggle: (query: string) => void;
}

/** What somebody starred. */
export function usePins(): Pins {
  const [pins, setPins] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void pinnedSegments.getValue().then(setPins);
    return pinnedSegments.watch(setPins);
  }, []);
  const meanings = new Set(pins?.map(lineMeaning));
  const has = (query: string) => meanings.has(lineMeaning(query));
  const isFull = (pins?.length ?? 0) >= MOST_PINS;
  return {
    pins,
    has,
    isFull,
    toggle(query) {
      const without = (pins ?? []).filter((pin) => lineMeaning(pin) !== lineMeaning(query));
      if (has(query)) void pinnedSegments.setValue(without);
      else if (!isFull) void pinnedSegments.setValue([...without, query.trim()]);
    },
  };
}
