import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import type { ShopInsight } from '../../lib/views/shops/insight-view.ts';
import { useWeek, WeekFigures } from '../dashboard/overview/WeekFigures.tsx';
import { useInsight } from '../dashboard/useInsight.ts';
import { Button } from '../ui/Button.tsx';
import styles from './LastWeek.module.css';

/** Which week it was, what its figures rest on, and these. */
export function WeekOfShop({ shopId }: { shopId: string }) {
  const state = useInsight(shopId);
  return state.kind === 'ready' ? <Figures insight={state.insight} /> : <div aria-busy="true" />;
}

function Figures({ insight }: { insight: ShopInsight }) {
  const week = useWeek(insight);
  const troubles = (
    <Button look="plain" onClick={() => void openDashboard('attribution')}>
      {t('dash_attribution')}
    </Button>
  );
  return (
    <div className={styles.body}>
      <p className={styles.ground}>
        {week.title}
        <br />
        {week.ground}
      </p>
      <WeekFigures week={week} troubles={troubles} />
    </div>
  );
}
