import { jobs } from '../../lib/actions/job.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { focusRow } from '../keys/rows.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import type { Today } from '../today/useToday.ts';

/**
 * The keys of the panel as a whole; those of a part are the part's.
 * @param goBack null for nothing to go back to
 */
export function usePanelKeys({ counts, job, open }: Today, goBack: (() => void) | null): void {
  useShortcuts({
    next: () => focusRow(1),
    previous: () => focusRow(-1),
    goInsight: () => void openDashboard('overview'),
    goSettings: () => void openDashboard('tiers'),
    goToday() {
      if (!counts) return false;
      goBack?.();
      open(jobs.find((each) => counts[each].due > 0) ?? jobs[0]);
      return true;
    },
    back() {
      if (goBack) goBack();
      else if (job !== null) open(null);
      return goBack !== null || job !== null;
    },
  });
}
