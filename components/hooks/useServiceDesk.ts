import { useEffect, useState } from 'react';
import { lookedAt, type LookedAt } from '../../lib/browser/clock-alarm.ts';
import { readServiceDesk, type ServiceDesk } from '../../lib/views/service/service-desk.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/** Everything that runs against the clock, of all shops; undefined while it is being read. */
export function useServiceDesk(): ServiceDesk | undefined {
  const now = useNow();
  return useKeyedQuery('desk', now, () => readServiceDesk(database, now));
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
