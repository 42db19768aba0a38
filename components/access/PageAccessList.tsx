import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { askForPages, givePagesBack, type Access } from '../../lib/browser/page-access.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { usePageAccess } from '../hooks/usePageAccess.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PageAccessList.module.css';

const platforms = ['jd', 'taobao'] as const satisfies readonly Platform[];

/** Platform by platform whether its pages may be read: allowed by the browser's own question, taken back with one click. */
export function PageAccessList() {
  const access = usePageAccess();
  if (!access) return <div aria-busy="true" />;
  return (
    <ul className={styles.platforms}>
      {platforms.map((platform) => (
        <PlatformAccess key={platform} platform={platform} access={access[platform]} />
      ))}
    </ul>
  );
}

function PlatformAccess({ platform, access }: { platform: Platform; access: Access }) {
  const [isRefused, setRefused] = useState(false);
  const name = t(`platform_${platform}`);
  // Nothing before the question: browsers ask only in the turn of a click.
  const ask = () => void askForPages(platform).then((isAllowed) => setRefused(!isAllowed));
  const giveBack = () => void givePagesBack(platform).then((isDone) => setRefused(!isDone));
  return (
    <li className={styles.platform}>
      {access === 'all' ? (
        <>
          <span className={styles.state}>✓ {t('accessGiven', name)}</span>
          <Button look="plain" aria-label={t('accessTakeBackOf', name)} onClick={giveBack}>
            {t('accessTakeBack')}
          </Button>
        </>
      ) : (
        <Button look="primary" onClick={ask}>
          {t(access === 'none' ? 'accessAsk' : 'accessAskRest', name)}
        </Button>
      )}
      <output className={styles.refused}>{isRefused && t(access === 'all' ? 'accessKept' : 'accessRefused')}</output>
    </li>
  );
}
