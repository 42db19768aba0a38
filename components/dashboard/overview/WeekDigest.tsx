import { t } from '../../../lib/browser/i18n.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { DashSection } from '../DashSection.tsx';
import { useWeek, WeekFigures } from './WeekFigures.tsx';

/** The last week that is over (CAL-25). */
export function WeekDigest({ insight }: { insight: ShopInsight }) {
  const week = useWeek(insight);
  return (
    <DashSection title={week.title} definition={t('weekMeans')} ground={week.ground}>
      <WeekFigures week={week} troubles={<a href="#attribution">{t('dash_attribution')}</a>} />
    </DashSection>
  );
}
