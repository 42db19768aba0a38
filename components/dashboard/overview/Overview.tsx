import { Suspense, useMemo } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { MIN_COVERAGE } from '../../../lib/insight/coverage.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import { lifecycle } from '../../../lib/rules/tiers.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { overviewOf } from '../../../lib/views/shops/shop-overview.ts';
import { later } from '../../ui/later.ts';
import { percentText } from '../../words/amounts.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { countText, wholePercentText } from '../numbers.ts';
import { BandCountTable } from './BandCountTable.tsx';
import { CoverageByMonth } from './CoverageByMonth.tsx';
import { CountTable } from './CountTable.tsx';
import { Figure } from './Figure.tsx';
import styles from './Overview.module.css';

const WeekDigest = later(async () => (await import('./WeekDigest.tsx')).WeekDigest);

/** How many customers the shop has, and where they stand. */
export function Overview({ insight }: { insight: ShopInsight }) {
  const { measures, context, maskedOrders } = insight;
  const overview = useMemo(() => overviewOf(measures, context), [measures, context]);
  const { customers, buyers } = overview;
  const { coverage } = context;
  const isTold = tellsRates(insight);
  const ground = groundOf(insight, buyers);
  const untiered = { id: '', label: { zh: t('dashNoTier'), en: t('dashNoTier') }, count: overview.untiered };
  return (
    <>
      <h2 className={styles.heading}>{t('dash_overview')}</h2>
      <dl className={styles.figures}>
        <Figure name={t('dashCustomers')} value={countText(customers)} definition={t('dashCustomersMeans')} />
        <Figure
          name={t('dashBuyers')}
          value={countText(buyers)}
          definition={
            customers === buyers ? t('dashBuyersMeansAll') : t('dashBuyersMeans', countText(customers - buyers))
          }
        />
        <Figure
          name={t('dashCoverage')}
          value={percentText(coverage.share)}
          definition={t('dashCoverageMeans', wholePercentText(MIN_COVERAGE))}
        />
        <Figure
          name={t('dashSeenFrom')}
          value={coverage.startDay === null ? t('none') : formatDay(coverage.startDay)}
          definition={
            maskedOrders > 0
              ? t('maskedOrders', countText(maskedOrders))
              : t('dashSeenFromMeans', formatDay(context.asOfDay))
          }
        />
      </dl>
      <Suspense fallback={null}>
        <WeekDigest insight={insight} />
      </Suspense>
      <CoverageByMonth shopId={context.shopId} />
      <div className={styles.tables}>
        <DashSection title={t('dashTierCounts')} definition={t('dashTierCountsMeans')} ground={ground} hasTable>
          <CountTable
            title={t('dashTierCounts')}
            of={buyers}
            isTold={isTold}
            rows={[...overview.tiers, untiered]}
            name={t('dashTier')}
          />
        </DashSection>
        <DashSection title={t('dashLifecycle')} definition={labelText(lifecycle.note)} ground={ground} hasTable>
          <CountTable
            title={t('dashLifecycle')}
            of={buyers}
            isTold={isTold}
            rows={overview.lifecycle}
            name={t('dashState')}
          />
        </DashSection>
        {overview.bands.map((bands) => (
          <BandCountTable key={bands.id} bands={bands} isTold={isTold} insight={insight} />
        ))}
      </div>
    </>
  );
}
