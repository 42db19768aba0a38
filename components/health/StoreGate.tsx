import type { ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useStoreTrouble } from '../hooks/useStoreTrouble.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { StorageFullNote } from './StorageFullNote.tsx';
import { StoreLostNote } from './StoreLostNote.tsx';

/** What a page shows while its store can be used; else why not, and what helps. */
export function StoreGate({ children }: { children: ReactNode }) {
  const trouble = useStoreTrouble();
  if (trouble)
    return (
      <main>
        <EmptyState title={t(`store_${trouble}`)}>
          <p>{t(`storeDo_${trouble}`)}</p>
          {trouble === 'olderPage' && (
            <Button look="primary" onClick={() => location.reload()}>
              {t('storeReload')}
            </Button>
          )}
        </EmptyState>
      </main>
    );
  return (
    <>
      <StorageFullNote />
      <StoreLostNote />
      {children}
    </>
  );
}
