import { t } from '../../../lib/browser/i18n.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import { readRetention } from '../../../lib/views/data/retention.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { Note } from '../../ui/Note.tsx';

/** Some of a file's orders are older than orders are kept: they would come and soon go again. @param from its first day */
export function OlderThanKept({ from }: { from: string }) {
  const now = useNow();
  const retention = useKeyedQuery('retention', 0, () => readRetention(database));
  if (!retention) return null;
  const firstDay = formatDay(dayOf(now) - retention.orders);
  return from < firstDay && <Note tone="watch">{t('importOlderThanKept', firstDay)}</Note>;
}
