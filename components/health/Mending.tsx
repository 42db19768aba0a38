import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The stored columns are damaged: has the background build them anew, says so, and tells when they are whole. */
export function Mending({ onDone }: { onDone: () => void }) {
  const [isOrdered, setOrdered] = useState(false);
  useEffect(() => {
    void toBackground.rebuildColumns({}).then(() => setOrdered(true));
  }, []);
  const isDone = useKeyedQuery(
    isOrdered ? 'rebuild' : null,
    0,
    async () => !(await database.jobs.get('rebuildColumns')),
  );
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  return (
    <EmptyState title={t('dashRebuilding')}>
      <output>{t('dashDamaged')}</output>
    </EmptyState>
  );
}
