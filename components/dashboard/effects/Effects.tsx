import type { Outcome } from '../../../lib/actions/trials/outcome.ts';
import { EFFECT_DAYS, readContactEffects } from '../../../lib/views/actions/contact-effects.ts';
import { t } from '../../../lib/browser/i18n.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import type { KeptTrial } from '../../../lib/views/actions/trials.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { ANSWER_DAYS, FATIGUE_WINDOW_DAYS, MIN_APPROACHES } from '../../../lib/actions/effects/fatigue.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { FatigueChart } from './FatigueChart.tsx';
import { FunnelList } from './FunnelList.tsx';

interface Props {
  insight: ShopInsight;
  /** The newest first. */
  trials: readonly KeptTrial[];
  /** Null while they are being counted. */
  outcomes: ReadonlyMap<string, Outcome> | null;
}

/** What became of offers, and how often is too often. */
export function Effects({ insight, trials, outcomes }: Props) {
  const { shopId } = insight.context;
  const now = useNow();
  const effects = useKeyedQuery(shopId, now, () => readContactEffects(database, shopId, now));
  if (!effects) return null;
  const { funnels, fatigue, approaches } = effects;
  const sent = funnels.reduce((sum, one) => sum + one.sent, 0);
  const hasFatigue = fatigue.some(({ interval }) => interval !== null);
  return (
    <>
      <DashSection
        hasTable={funnels.length > 0}
        title={t('funnelTitle')}
        decides="funnel"
        definition={t('funnelMeans', EFFECT_DAYS)}
        ground={groundOf(insight, sent)}
      >
        {funnels.length === 0 ? (
          <EmptyLine>{t('funnelNone')}</EmptyLine>
        ) : (
          <FunnelList funnels={funnels} trials={trials} outcomes={outcomes} tellsRates={tellsRates(insight)} />
        )}
      </DashSection>
      <DashSection
        hasTable={hasFatigue}
        title={t('fatigueTitle')}
        decides="fatigue"
        definition={t('fatigueMeans', FATIGUE_WINDOW_DAYS, ANSWER_DAYS)}
        ground={groundOf(insight, approaches)}
      >
        {hasFatigue && tellsRates(insight) ? (
          <FatigueChart points={fatigue} />
        ) : (
          <EmptyLine>{t('fatigueFew', MIN_APPROACHES)}</EmptyLine>
        )}
      </DashSection>
    </>
  );
}
