import { Suspense } from 'react';
import { openCompanion } from '../../lib/browser/companion-window.ts';
import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { PageHealth } from '../health/PageHealth.tsx';
import { KeyHelpButton } from '../keys/KeyHelpButton.tsx';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { zoneText } from '../words/times.ts';
import { StoreReminder } from './StoreReminder.tsx';
import styles from './PanelFooter.module.css';

const LockButton = later(async () => (await import('../lock/LockButton.tsx')).LockButton);

interface Props {
  state: PageState | null;
  tabId: number | null;
  onWorkOrders: () => void;
}

export function PanelFooter({ state, tabId, onWorkOrders }: Props) {
  const zone = zoneText(useNow());
  return (
    <footer className={styles.footer}>
      {state ? <PageHealth state={state} tabId={tabId} /> : <span>{t('healthNoPage')}</span>}
      <span className={styles.aside}>
        <StoreReminder />
        {zone !== null && <span className={styles.zone}>{zone}</span>}
        <Button look="plain" onClick={onWorkOrders}>
          {t('wo_title')}
        </Button>
        <Button look="plain" onClick={() => void openCompanion('chat')}>
          {t('companionOpen')}
        </Button>
        <Button look="plain" onClick={() => void openDashboard()}>
          {t('dashOpen')}
        </Button>
        <Suspense fallback={null}>
          <LockButton />
        </Suspense>
        <KeyHelpButton screen="panel" />
        <span className={styles.promise} title={t('promiseOffline')}>
          {t('networkRequests')}
        </span>
      </span>
    </footer>
  );
}
