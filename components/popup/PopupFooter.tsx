import { Suspense } from 'react';
import { openCompanion } from '../../lib/browser/companion-window.ts';
import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { useNow } from '../hooks/useNow.ts';
import { KeyHelpButton } from '../keys/KeyHelpButton.tsx';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { percentText } from '../words/amounts.ts';
import { minuteText } from '../words/times.ts';
import styles from './PopupFooter.module.css';

const LockButton = later(async () => (await import('../lock/LockButton.tsx')).LockButton);

interface Props {
  /** When a page was last taken in (epoch ms); null before any. */
  asOf: number | null;
  /** Share of the days that were seen, 0..1; null before any. */
  coverage: number | null;
  /** Null until the window is known. */
  onOpenPanel: (() => void) | null;
}

export function PopupFooter({ asOf, coverage, onOpenPanel }: Props) {
  const now = useNow();
  return (
    <footer className={styles.footer}>
      <Button look="primary" disabled={onOpenPanel === null} onClick={() => onOpenPanel?.()}>
        {t('openPanel')}
      </Button>
      <Button look="plain" onClick={() => void openDashboard().then(() => window.close())}>
        {t('dashOpen')}
      </Button>
      <Button look="plain" onClick={() => void openCompanion('chat').then(() => window.close())}>
        {t('companionOpen')}
      </Button>
      <Suspense fallback={null}>
        <LockButton />
      </Suspense>
      <KeyHelpButton screen="popup" />
      {asOf !== null && (
        <span className={styles.asOf}>
          {t('dataAsOf', minuteText(asOf, now))}
          {coverage !== null && ` · ${t('dashCovered', percentText(coverage))}`}
        </span>
      )}
    </footer>
  );
}
