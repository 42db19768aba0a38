import type { Job } from '../../lib/actions/job.ts';
import { readJobCounts, readTasks, type JobCount, type TaskList } from '../../lib/views/day-list.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/**
 * How many customers each job has today; undefined while they are being counted.
 * @param shopId null for all shops together; undefined while it is not known
 */
export function useJobCounts(shopId: string | null | undefined): Record<Job, JobCount> | undefined {
  const now = useNow();
  const key = shopId === undefined ? null : String(shopId);
  return useKeyedQuery(key, now, () => readJobCounts(database, shopId!, now));
}

/** The first of one job's customers; undefined while they are being read. */
export function useTasks(shopId: string | null, job: Job, most: number): TaskList | undefined {
  const now = useNow();
  return useKeyedQuery(JSON.stringify([shopId, job, most]), now, () => readTasks(database, shopId, job, now, most));
}
