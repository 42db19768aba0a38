import { Suspense, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { later } from '../ui/later.ts';
import styles from './LastWeek.module.css';

const WeekOfShop = later(async () => (await import('./WeekOfShop.tsx')).WeekOfShop);

/** How the last week went (CAL-25): folded, and read when it is opened. */
export function LastWeek({ shopId }: { shopId: string }) {
  const [isOpened, setIsOpened] = useState(false);
  return (
    <div className={styles.week}>
      <Disclosure summary={t('weekLast')} onOpen={() => setIsOpened(true)}>
        {isOpened && (
          <Suspense fallback={<div aria-busy="true" />}>
            <WeekOfShop shopId={shopId} />
          </Suspense>
        )}
      </Disclosure>
    </div>
  );
}
