import { useEffect, useState } from 'react';
import { activeTabId, watchActiveTab } from '../../lib/browser/active-tab.ts';
import { getPageState, watchPageState } from '../../lib/browser/page-states.ts';
import type { PageState } from '../../lib/model/page-state.ts';

export interface ActivePage {
  tabId: number | null;
  /** Null for a tab of which nothing was reported. */
  state: PageState | null;
  isLoading: boolean;
}

/** What the active tab of this window shows, now and whenever it changes. */
export function usePageState(): ActivePage {
  const [page, setPage] = useState<ActivePage>({ tabId: null, state: null, isLoading: true });
  useEffect(() => {
    let current: number | null = null;
    let stopState = () => {};
    const follow = (tabId: number | null) => {
      if (tabId !== null && tabId === current) return;
      current = tabId;
      stopState();
      if (tabId === null) return setPage({ tabId, state: null, isLoading: false });
      const show = (state: PageState | null) => {
        if (current === tabId) setPage({ tabId, state, isLoading: false });
      };
      stopState = watchPageState(tabId, show);
      void getPageState(tabId).then(show);
    };
    const stopTabs = watchActiveTab(follow);
    void activeTabId().then((tabId) => {
      if (current === null) follow(tabId);
    });
    return () => {
      current = null;
      stopTabs();
      stopState();
    };
  }, []);
  return page;
}
