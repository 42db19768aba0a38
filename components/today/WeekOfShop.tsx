import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { WeekFigures, weekGround, weekText } from '../dashboard/overview/WeekFigures.tsx';
import { useInsight } from '../dashboard/useInsight.ts';
import { Button } from '../ui/Button.tsx';
import styles from './LastWeek.module.css';

/** Which week it was, what its figures rest on, and these. */
export function WeekOfShop({ shopId }: { shopId: string }) {
  const state = useInsight(shopId);
  if (state.kind !== 'ready') return <div aria-busy="true" />;
  const { insight } = state;
  const troubles = (
    <Button look="plain" onClick={() => void openDashboard('attribution')}>
      {t('dash_attribution')}
    </Button>
  );
  return (
    <div className={styles.body}>
      <p className={styles.ground}>
        {weekText(insight)}
        <br />
        {weekGround(insight)}
      </p>
      <WeekFigures insight={insight} troubles={troubles} />
    </div>
  );
}
