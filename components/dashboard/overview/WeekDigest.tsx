import { t } from '../../../lib/browser/i18n.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { DashSection } from '../DashSection.tsx';
import { WeekFigures, weekGround, weekText } from './WeekFigures.tsx';

/** The last week that is over (CAL-25). */
export function WeekDigest({ insight }: { insight: ShopInsight }) {
  return (
    <DashSection title={weekText(insight)} definition={t('weekMeans')} ground={weekGround(insight)}>
      <WeekFigures insight={insight} troubles={<a href="#attribution">{t('dash_attribution')}</a>} />
    </DashSection>
  );
}
