import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { MetricName } from '../../../lib/insight/metrics.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import type { BandCounts } from '../../../lib/views/shops/shop-overview.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { countText, metricText, signs, wordsFor } from '../numbers.ts';
import { CountTable } from './CountTable.tsx';

interface Props {
  bands: BandCounts;
  isTold: boolean;
  insight: ShopInsight;
}

/** Customers by one number cut into bands; the cuts are said, for a band's name does not. */
export function BandCountTable({ bands, isTold, insight }: Props) {
  const { metric, cuts, note, rows } = bands;
  const told = [labelText(wordsFor(metric).definition)];
  if (note) told.push(labelText(note));
  const known = rows.reduce((sum, { count }) => sum + count, 0);
  const unknown = bands.unknown > 0 ? ` · ${t('dashUnknown', countText(bands.unknown))}` : '';
  return (
    <DashSection
      hasTable
      title={labelText(bands.label)}
      definition={told.join(t('dashSentences'))}
      ground={`${groundOf(insight, known)}${unknown}`}
    >
      <CountTable
        title={labelText(bands.label)}
        name={t('dashBand')}
        rows={rows.map((row, at) => ({ ...row, range: cuts && rangeText(metric, cuts, at) }))}
        of={known}
        isTold={isTold}
      />
    </DashSection>
  );
}

/** "< ¥155.00" of the lowest band, "≥ ¥155.00" of the next: a value on a cut belongs to the band above. */
function rangeText(metric: MetricName, cuts: readonly number[], band: number): string {
  return band === 0
    ? `${signs['<']} ${metricText(metric, cuts[0])}`
    : `${signs['>=']} ${metricText(metric, cuts[band - 1])}`;
}
