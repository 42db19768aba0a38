import { useEffect, useState } from 'react';
import { pinnedSegments } from '../../lib/browser/settings.ts';

/** More would not fit above what is always there. */
export const MOST_PINS = 6;

/** The lines that somebody starred, in the order in which they did; null while they are being read. */
export function usePins(): { pins: readonly string[] | null; isFull: boolean; toggle: (query: string) => void } {
  const [pins, setPins] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void pinnedSegments.getValue().then(setPins);
    return pinnedSegments.watch(setPins);
  }, []);
  const isFull = (pins?.length ?? 0) >= MOST_PINS;
  return {
    pins,
    isFull,
    toggle(query) {
      const line = query.trim();
      const without = (pins ?? []).filter((pin) => pin !== line);
      const isPinned = without.length < (pins?.length ?? 0);
      if (isPinned || !isFull) void pinnedSegments.setValue(isPinned ? without : [...without, line]);
    },
  };
}
