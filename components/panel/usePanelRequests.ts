import { useEffect, useState } from 'react';
import { watchPanelFocus } from '../../lib/browser/panel-focus.ts';

/** What the popup or a key of the browser asked the panel to show besides a customer: a segment, or whoever a text names. */
export function usePanelRequests() {
  const [segment, setSegment] = useState<{ shopId: string | null; query: string } | null>(null);
  /** Null while nobody is looked up. */
  const [search, setSearch] = useState<string | null>(null);
  useEffect(
    () =>
      watchPanelFocus((subject) => {
        if ('query' in subject) setSegment(subject);
        if ('text' in subject) setSearch(subject.text);
      }),
    [],
  );
  return { segment, closeSegment: () => setSegment(null), search, setSearch };
}
