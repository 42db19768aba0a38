import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { AuditEntry } from '../../lib/model/audit.ts';
import { isLocked } from '../../lib/store/lock-trouble.ts';
import { readHeldOf } from '../../lib/views/data/held-data.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { Deliberate } from '../ui/Deliberate.tsx';
import { Note } from '../ui/Note.tsx';
import { countsText } from '../words/audit.ts';
import { Receipt } from './Receipt.tsx';

type Forgetting = { kind: 'asking' | 'busy' | 'failed' | 'locked' } | { kind: 'done'; receipt: AuditEntry };

/** Everything of one customer, for good: said first, done on a deliberate second step, with a receipt. */
export function ForgetCustomer({ customerId, look }: { customerId: string; look: 'quiet' | 'plain' }) {
  const [state, setState] = useState<Forgetting>({ kind: 'asking' });
  const held = useKeyedQuery(customerId, 0, () => readHeldOf(database, customerId));
  const forget = async () => {
    setState({ kind: 'busy' });
    try {
      setState({ kind: 'done', receipt: await toBackground.forgetCustomer({ customerId }) });
    } catch (error) {
      setState({ kind: isLocked(error) ? 'locked' : 'failed' });
    }
  };
  if (state.kind === 'done') return <Receipt entry={state.receipt} takesFocus />;
  return (
    <>
      <Deliberate
        start={t('forget')}
        look={look}
        says={t('forgetMeans', (held && countsText(held)) || t('none'))}
        agree={t('forgetAgree')}
        confirm={t('forgetNow')}
        isBusy={state.kind === 'busy'}
        onConfirm={() => void forget()}
      />
      {state.kind === 'locked' && (
        <Note tone="watch" isLive>
          {t('lockedForget')}
        </Note>
      )}
      {state.kind === 'failed' && (
        <Note tone="risk" isLive>
          {t('forgetFailed')}
        </Note>
      )}
    </>
  );
}
