import { useEffect, useState } from 'react';
import { watchSilence } from '../../lib/browser/page-script.ts';
import type { ActivePage } from './usePageState.ts';

/** Whether the active tab is a seller's page that was opened before this version of the extension: it reports nothing until it is loaded anew. */
export function useNeedsReload({ tabId, state, isLoading }: ActivePage): boolean {
  const [silentTab, setSilentTab] = useState<number | null>(null);
  const isUnheard = !isLoading && state === null;
  useEffect(() => {
    if (tabId === null || !isUnheard) return undefined;
    return watchSilence(tabId, (isSilent) => setSilentTab(isSilent ? tabId : null));
  }, [tabId, isUnheard]);
  return isUnheard && tabId !== null && silentTab === tabId;
}
