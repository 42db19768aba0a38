import { useMemo } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { rfmGrid } from '../../../lib/insight/tiers/rfm-columns.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { shopLexicon } from '../../../lib/views/segments/segment-lexicon.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { ChancePool } from './ChancePool.tsx';
import { RfmGrid } from './RfmGrid.tsx';

/** Whom to work on: the shop's customers by when and how often they bought, and by how likely they are to return. */
export function RfmSection({ insight }: { insight: ShopInsight }) {
  const { measures, context } = insight;
  const grid = useMemo(() => rfmGrid(measures), [measures]);
  const scored = grid.flat().reduce((sum, { customers }) => sum + customers, 0);
  return (
    <>
      <DashSection
        title={t('rfmGrid')}
        decides="rfm"
        definition={t('rfmGridMeans')}
        ground={groundOf(insight, scored)}
        hasTable={scored > 0}
      >
        {context.benchmarks && scored > 0 ? (
          <RfmGrid
            grid={grid}
            benchmarks={context.benchmarks}
            asOfDay={context.asOfDay}
            vocabulary={shopLexicon(context.tiers).vocabulary}
            isTold={tellsRates(insight)}
          />
        ) : (
          <EmptyLine>{t('rfmTooFew')}</EmptyLine>
        )}
      </DashSection>
      <ChancePool insight={insight} />
    </>
  );
}
