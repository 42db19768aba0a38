import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import { readNextDueDay } from '../../lib/views/actions/next-due.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** A calm day: nobody is due, when somebody will be, and what the time is good for. @param shopId null for all shops together */
export function NothingDue({ shopId }: { shopId: string | null }) {
  const now = useNow();
  const answer = useKeyedQuery(String(shopId), now, async () => ({ day: await readNextDueDay(database, shopId, now) }));
  if (!answer) return <div aria-busy="true" />;
  return (
    <EmptyState title={t('nothingDue')}>
      <p>{answer.day === null ? t('nextDueUnknown') : t('nextDue', formatDay(answer.day))}</p>
      <Button onClick={() => void openDashboard('replies')}>{t('tidyReplies')}</Button>
    </EmptyState>
  );
}
