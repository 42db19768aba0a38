import { useEffect, useState } from 'react';
import { lookedAt, type LookedAt } from '../../lib/browser/clock-alarm.ts';
import { readServiceDesk, type ServiceDesk } from '../../lib/views/service/service-desk.ts';
import type { Reach } from '../../lib/views/service/work-order-events.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/**
 * Everything that runs against the clock, of all shops; undefined while it is being read.
 * @param reach of which work orders also those that were closed long ago are wanted
 */
export function useServiceDesk(reach: Reach = 'inUse'): ServiceDesk | undefined {
  const now = useNow();
  // While more of it is fetched, what was there stays.
  const key = typeof reach === 'string' ? 'desk' : reach.customerId;
  return useKeyedQuery(key, `${now} ${JSON.stringify(reach)}`, () => readServiceDesk(database, now, reach));
}

/** When the browser was closed while something ran out; null for never, or when that was read. */
export function useAsleep(): LookedAt['asleep'] {
  const [asleep, setAsleep] = useState<LookedAt['asleep']>(null);
  useEffect(() => {
    const show = (looked: LookedAt) => setAsleep(looked.asleep);
    void lookedAt.getValue().then(show);
    return lookedAt.watch(show);
  }, []);
  return asleep;
}
