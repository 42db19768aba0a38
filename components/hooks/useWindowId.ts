import { useEffect, useState } from 'react';
import { currentWindowId } from '../../lib/browser/active-tab.ts';

/** The window this page belongs to; known before the first click, so that the click need not wait for it. */
export function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    void currentWindowId().then(setWindowId);
  }, []);
  return windowId;
}
