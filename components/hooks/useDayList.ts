import { useMemo, useRef } from 'react';
import type { Job } from '../../lib/actions/job.ts';
import type { JobCount, TaskList } from '../../lib/views/actions/day-list.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useModule } from './useModule.ts';
import { useNow } from './useNow.ts';
import { useOpenOrders } from './useOpenOrders.ts';

/** With all playbooks and the calendar it is the largest part of the panel that nothing waits for. */
const loadDayList = async () => await import('../../lib/views/actions/day-list.ts');

/** What stands there may be so old: the rows of a page that was just read come first. */
const RECOUNT_AFTER_MS = 300;

/**
 * How many customers each job has today; undefined while they are being counted.
 * @param shopId null for all shops together; undefined while it is not known
 */
export function useJobCounts(shopId: string | null | undefined): Record<Job, JobCount> | undefined {
  const now = useNow();
  const dayList = useModule(loadDayList);
  const troubled = useOpenOrders();
  const version = useMemo(() => ({ now, troubled }), [now, troubled]);
  const key = shopId === undefined || !troubled || !dayList ? null : String(shopId);
  const counted = useRef<string | null>(null);
  return useKeyedQuery(key, version, async () => {
    if (counted.current === key) await Promise.resolve(rest());
    const counts = await dayList!.readJobCounts(database, shopId!, now, troubled);
    counted.current = key;
    return counts;
  });
}

/** The first of one job's customers; undefined while they are being read. */
export function useTasks(shopId: string | null, job: Job, most: number): TaskList | undefined {
  const now = useNow();
  const dayList = useModule(loadDayList);
  const troubled = useOpenOrders();
  const version = useMemo(() => ({ now, troubled }), [now, troubled]);
  const key = troubled && dayList ? JSON.stringify([shopId, job, most]) : null;
  return useKeyedQuery(key, version, () => dayList!.readTasks(database, shopId, job, now, most, troubled));
}

async function rest(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, RECOUNT_AFTER_MS);
  });
}
