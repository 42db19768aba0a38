import { useMemo } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { WAKE_BEFORE_DAYS } from '../../../lib/insight/measures/cycles.ts';
import { gapHistogram, type Bin } from '../../../lib/insight/retention/histogram.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { dayCountText } from '../../words/amounts.ts';
import { ColumnChart } from '../charts/ColumnChart.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { countText } from '../numbers.ts';

/** Where the usual wait lies, and what it means for waking (CHN-13) and for the sign of churn (CHN-01). */
export function GapChart({ insight }: { insight: ShopInsight }) {
  const { measures } = insight;
  const { bins, gaps, medianDays } = useMemo(() => gapHistogram(measures), [measures]);
  if (gaps === 0) return null;
  const marks = [
    { name: t('gapWake', dayCountText(medianDays - WAKE_BEFORE_DAYS)), days: medianDays - WAKE_BEFORE_DAYS },
    { name: t('gapMedian', dayCountText(medianDays)), days: medianDays },
    { name: t('gapChurn', dayCountText(medianDays * 2)), days: medianDays * 2 },
  ];
  const end = bins.at(-1)!.to ?? bins.at(-1)!.from;
  return (
    <DashSection
      hasTable
      title={t('gapTitle')}
      decides="gaps"
      definition={t('gapMeans')}
      ground={`${groundOf(insight, measures.size)} · ${t('dashGaps', countText(gaps))}`}
    >
      <ColumnChart
        title={t('gapTitle')}
        axis={t('gapAxis')}
        of={t('gapCount')}
        columns={bins.map((bin) => ({
          name: bin.to === null ? `${bin.from}+` : String(bin.from),
          range: rangeText(bin),
          count: bin.count,
        }))}
        marks={marks
          .filter(({ days }) => days > 0 && days < end)
          .map(({ name, days }) => ({ name, place: days / bins[0]!.to! }))}
      />
    </DashSection>
  );
}

function rangeText({ from, to }: Bin): string {
  if (to === null) return t('gapAndMore', from);
  return to - from === 1 ? t('days', from) : t('days', `${from}–${to - 1}`);
}
