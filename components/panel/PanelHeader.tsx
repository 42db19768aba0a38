import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { Switch } from '../ui/Switch.tsx';
import styles from './PanelHeader.module.css';

/** Whose shop this is, and the switch for what we draw on its pages. */
export function PanelHeader({ state }: { state: PageState | null }) {
  const [isOverlayOn, setOverlay] = useOverlay();
  return (
    <header className={styles.header}>
      <p className={styles.shop} title={state?.shopName ?? undefined}>
        {state?.platform ? (
          <>
            <strong>{state.shopName ?? t(state.shopId === null ? 'appName' : 'unnamedShop')}</strong>{' '}
            <span className={styles.platform}>{t(`platform_${state.platform}`)}</span>
          </>
        ) : (
          <strong>{t('appName')}</strong>
        )}
      </p>
      {isOverlayOn !== null && <Switch label={t('overlaySwitch')} isOn={isOverlayOn} onChange={setOverlay} />}
    </header>
  );
}
