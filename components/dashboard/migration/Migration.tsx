import { useMemo } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { monthsBefore } from '../../../lib/insight/tiers/calendar-month.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { migrationOf } from '../../../lib/views/shops/tier-migration.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { countText, shareText } from '../numbers.ts';
import { MigrationMatrix } from './MigrationMatrix.tsx';
import { TierFlows } from './TierFlows.tsx';

/** Who moved between tiers in the last month: is the shop gaining or leaking. */
export function Migration({ insight }: { insight: ShopInsight }) {
  const { measures, context } = insight;
  const moves = useMemo(() => migrationOf(measures, context), [measures, context]);
  const from = formatDay(moves?.fromDay ?? monthsBefore(context.asOfDay));
  const definition = t('dashMigrationMeans', from, formatDay(context.asOfDay));
  if (!moves)
    return (
      <DashSection title={t('dash_migration')} definition={definition}>
        <EmptyLine>{t('dashNoMonthAgo', from)}</EmptyLine>
      </DashSection>
    );
  const names = [t('dashNoTier'), ...context.tiers.map(({ label }) => labelText(label))];
  const stayed = moves.counts.reduce((sum, row, at) => sum + (at === 0 ? 0 : row[at]!), 0);
  const tiered = moves.counts.slice(1).reduce((sum, row) => sum + row.reduce((all, count) => all + count, 0), 0);
  const share = shareText(stayed, tiered, tellsRates(insight));
  const told = [t('dashMoved', countText(moves.moved))];
  if (share !== null) told.push(t('dashStayed', share));
  return (
    <>
      <DashSection
        hasTable
        title={t('dashFlows')}
        definition={t('dashFlowsMeans')}
        ground={`${groundOf(insight, measures.size)} · ${told.join(t('listSeparator'))}`}
      >
        <TierFlows counts={moves.counts} names={names} />
      </DashSection>
      <DashSection
        title={t('dash_migration')}
        decides="migration"
        definition={definition}
        ground={groundOf(insight, measures.size)}
        hasTable
      >
        <MigrationMatrix counts={moves.counts} names={names} />
      </DashSection>
    </>
  );
}
