import { useEffect, useMemo, useRef, useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { movers } from '../../../lib/insight/tiers/migration.ts';
import { monthsBefore } from '../../../lib/insight/tiers/calendar-month.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { migrationOf, type TierMigration } from '../../../lib/views/shops/tier-migration.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { countText, shareText } from '../numbers.ts';
import { TopCustomers } from '../segments/TopCustomers.tsx';
import { MigrationMatrix, type Move } from './MigrationMatrix.tsx';
import { TierFlows } from './TierFlows.tsx';

/** Who moved between tiers in the last month: is the shop gaining or leaking. */
export function Migration({ insight }: { insight: ShopInsight }) {
  const { measures, context } = insight;
  const moves = useMemo(() => migrationOf(measures, context), [measures, context]);
  const [chosen, setChosen] = useState<Move | null>(null);
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
        <MigrationMatrix counts={moves.counts} names={names} chosen={chosen} onChoose={setChosen} />
      </DashSection>
      {chosen && (
        <Movers
          key={`${chosen.from} ${chosen.to}`}
          insight={insight}
          moves={moves}
          move={chosen}
          whose={t('dashTierToTier', names[chosen.from]!, names[chosen.to]!)}
        />
      )}
    </>
  );
}

interface MoversProps {
  insight: ShopInsight;
  moves: TierMigration;
  move: Move;
  whose: string;
}

/** The people of a cell, below the table and brought into sight. */
function Movers({ insight, moves, move: { from, to }, whose }: MoversProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const { before, after } = moves;
  const mask = useMemo(() => movers(before, after, from, to), [before, after, from, to]);
  return (
    <div ref={place}>
      <TopCustomers insight={insight} mask={mask} customers={moves.counts[from]![to]!} whose={whose} />
    </div>
  );
}
