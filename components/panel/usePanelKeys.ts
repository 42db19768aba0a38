import { jobs } from '../../lib/actions/job.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { focusRow, openRow } from '../keys/rows.ts';
import { useHistoryKeys } from '../keys/useHistoryKeys.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import type { Today } from '../today/useToday.ts';

interface Ways {
  /** Null for nothing to go back to, or forth. */
  goBack: (() => void) | null;
  goForward: (() => void) | null;
  /** To what the page itself shows. */
  goHome: () => void;
  /** To the customer of the page, else to the one shown last; null for none. */
  goCustomer: (() => void) | null;
  /** To looking somebody up. */
  search: () => void;
}

/** The keys of the panel as a whole; those of a part are the part's and come first. */
export function usePanelKeys(
  { counts, job, open }: Today,
  { goBack, goForward, goHome, goCustomer, search }: Ways,
): void {
  useHistoryKeys(goBack, goForward);
  useShortcuts(
    {
      search,
      next: () => focusRow(1),
      previous: () => focusRow(-1),
      choose: (key) => openRow(Number(key) - 1),
      goInsight: () => void openDashboard('overview'),
      goSettings: () => void openDashboard('tiers'),
      goToday() {
        if (!counts) return false;
        goHome();
        open(jobs.find((each) => counts[each].due > 0) ?? jobs[0]);
        return true;
      },
      goCustomer() {
        goCustomer?.();
        return goCustomer !== null;
      },
      back() {
        if (goBack) goBack();
        else if (job !== null) open(null);
        return goBack !== null || job !== null;
      },
    },
    window,
  );
}
