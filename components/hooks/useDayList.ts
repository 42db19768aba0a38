import { useMemo } from 'react';
import type { Job } from '../../lib/actions/job.ts';
import type { JobCount, TaskList } from '../../lib/views/actions/day-list.ts';
import { database } from './database.ts';
import { useModule } from './useModule.ts';
import { useNow } from './useNow.ts';
import { useOpenOrders } from './useOpenOrders.ts';
import { useStillShop } from './useStillShop.ts';

/** With all playbooks and the calendar it is the largest part of the panel that nothing waits for. */
const loadDayList = async () => await import('../../lib/views/actions/day-list.ts');

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
  return useStillShop(key, version, () => dayList!.readJobCounts(database, shopId!, now, troubled));
}

/** The first of one job's customers; undefined while they are being read. */
export function useTasks(shopId: string | null, job: Job, most: number): TaskList | undefined {
  const now = useNow();
  const dayList = useModule(loadDayList);
  const troubled = useOpenOrders();
  const version = useMemo(() => ({ now, troubled }), [now, troubled]);
  const key = troubled && dayList ? JSON.stringify([shopId, job, most]) : null;
  return useStillShop(key, version, () => dayList!.readTasks(database, shopId, job, now, most, troubled));
}
