import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { AuditEntry } from '../../../lib/model/audit.ts';
import { refusalIn, type Refusal } from '../../../lib/model/refused.ts';
import type { DeleteShopJobRecord } from '../../../lib/store/privacy-records.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { Receipt } from '../../forget/Receipt.tsx';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { Deliberate } from '../../ui/Deliberate.tsx';
import { Note } from '../../ui/Note.tsx';
import { countsText } from '../../words/audit.ts';
import { DashSection } from '../DashSection.tsx';
import { SampleLeft } from './SampleLeft.tsx';

type Deleting =
  | { kind: 'asking' | 'busy' }
  | { kind: 'failed'; refusal: Refusal | null }
  | { kind: 'done'; receipt: AuditEntry };

/** One shop, or everything, for good. */
export function DeleteData({ shop }: { shop: ShopChoice | undefined }) {
  const [state, setState] = useState<Deleting>({ kind: 'asking' });
  const [since] = useState(Date.now);
  const jobs = useKeyedQuery('deleting', 0, readJobs) ?? [];
  const done = useKeyedQuery('deletedShops', 0, async () => await readDeleted(since)) ?? [];
  const attempt = async (run: () => Promise<Deleting>) => {
    setState({ kind: 'busy' });
    try {
      setState(await run());
    } catch (error) {
      setState({ kind: 'failed', refusal: refusalIn(error) });
    }
  };
  const isBusy = state.kind === 'busy';
  const name = shop ? `${shop.name ?? t('unnamedShop')} · ${t(`platform_${shop.platform}`)}` : '';
  return (
    <DashSection title={t('deleteTitle')} definition={t('deleteMeans')}>
      <SampleLeft />
      {shop && (
        <Deliberate
          key={shop.shopId}
          start={t('deleteShop', name)}
          says={t('deleteShopMeans', name)}
          agree={t('deleteAgree')}
          confirm={t('deleteShopNow')}
          isBusy={isBusy}
          onConfirm={() =>
            void attempt(async () => {
              await toBackground.deleteShop({ shopId: shop.shopId });
              return { kind: 'asking' };
            })
          }
        />
      )}
      {jobs.map(({ id, counts }) => (
        <Note key={id} tone="calm" isLive>
          {t('deleteRunning', countsText(counts))}
        </Note>
      ))}
      {done.map((entry) => (
        <Receipt key={entry.id} entry={entry} />
      ))}
      <Deliberate
        start={t('deleteStore')}
        says={t('deleteStoreMeans')}
        agree={t('deleteAgree')}
        confirm={t('deleteStoreNow')}
        isBusy={isBusy}
        onConfirm={() => void attempt(async () => ({ kind: 'done', receipt: await toBackground.deleteStore({}) }))}
      />
      {state.kind === 'done' && <Receipt entry={state.receipt} />}
      {state.kind === 'failed' && (
        <Note tone="risk" isLive>
          {t(state.refusal ? `refused_${state.refusal}` : 'forgetFailed')}
        </Note>
      )}
    </DashSection>
  );
}

async function readJobs(): Promise<DeleteShopJobRecord[]> {
  return (await database.jobs.where('id').startsWith('deleteShop|').toArray()) as DeleteShopJobRecord[];
}

/** Shops that were deleted since this page was opened: their receipts. */
async function readDeleted(since: number): Promise<AuditEntry[]> {
  return await database.audit.filter(({ kind, at }) => kind === 'shopDeleted' && at >= since).toArray();
}
