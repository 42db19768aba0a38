import { useEffect, useState } from 'react';
import { diagnoseTab } from '../../lib/browser/diagnose-tab.ts';

export type DiagnosticState =
  | { kind: 'none' | 'making' | 'failed' | 'silent' }
  /** `url` of the file in memory, for as long as it is shown. */
  | { kind: 'made'; file: string; url: string; name: string };

/** The diagnostic file of the page in a tab: made on a click, gone when it is not wanted. */
export function useDiagnosticFile(tabId: number) {
  const [state, setState] = useState<DiagnosticState>({ kind: 'none' });
  const url = state.kind === 'made' ? state.url : null;
  useEffect(() => () => void (url !== null && URL.revokeObjectURL(url)), [url]);
  return {
    state,
    make: async () => {
      setState({ kind: 'making' });
      const file = await diagnoseTab(tabId).catch(() => undefined);
      if (file === undefined) return setState({ kind: 'failed' });
      if (file === null) return setState({ kind: 'silent' });
      const made = URL.createObjectURL(new Blob([file], { type: 'text/html' }));
      setState({ kind: 'made', file, url: made, name: `liuke-diagnostic-${timeStamp(Date.now())}.html` });
    },
    discard: () => setState({ kind: 'none' }),
  };
}

/** "20261129-104512", for the name of a file. */
function timeStamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
