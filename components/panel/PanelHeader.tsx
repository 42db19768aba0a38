import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './PanelHeader.module.css';

interface Props {
  state: PageState | null;
  onSearch: () => void;
}

/** Whose shop this is, looking somebody up, and the switch for what we draw on its pages. */
export function PanelHeader({ state, onSearch }: Props) {
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
      <Button look="plain" title="/" aria-keyshortcuts="/" onClick={onSearch}>
        {t('panelSearchOpen')}
      </Button>
      {isOverlayOn !== null && <Switch label={t('overlaySwitch')} isOn={isOverlayOn} onChange={setOverlay} />}
    </header>
  );
}
