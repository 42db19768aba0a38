import { useState } from 'react';
import { jobs, type Job } from '../../lib/actions/job.ts';
import type { JobCount } from '../../lib/views/actions/day-list.ts';
import { useJobCounts } from '../hooks/useDayList.ts';
import type { ActivePage } from '../hooks/usePageState.ts';

export interface Today {
  /** Of the page's shop, or of all shops on a page of none. */
  shopId: string | null;
  /** Null while nothing is known, and in a shop in which there is nothing to do and nothing was done. */
  counts: Record<Job, JobCount> | null;
  /** Whose list is open. On a page that says nothing it is the first that has somebody. */
  job: Job | null;
  open: (job: Job | null) => void;
}

/** The list of the day beside a page. */
export function useToday({ state, isLoading }: ActivePage): Today {
  const [chosen, setChosen] = useState<Job | null>(null);
  const shopId = state?.shopId ?? null;
  const read = useJobCounts(isLoading ? undefined : shopId);
  const counts =
    read && Object.values(read).some(({ due, done, lowCoverage }) => due + done > 0 || lowCoverage !== null)
      ? read
      : null;
  const isIdle = state === null || state.page === 'unknown';
  const first = jobs.find((job) => (counts?.[job].due ?? 0) > 0) ?? null;
  return { shopId, counts, job: counts && (chosen ?? (isIdle ? first : null)), open: setChosen };
}
