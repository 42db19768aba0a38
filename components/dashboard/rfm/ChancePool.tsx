import { useId, useMemo, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { chanceBins } from '../../../lib/insight/retention/histogram.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';
import type { Segment } from '../../../lib/insight/segments/segment.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { shopLexicon } from '../../../lib/views/segments/segment-lexicon.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { withheldText } from '../../words/health.ts';
import { ColumnChart } from '../charts/ColumnChart.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { countText, shareText } from '../numbers.ts';
import { segmentAddress } from '../sections.ts';
import styles from './ChancePool.module.css';

const FIRST_THRESHOLD = 20;

/** How many customers are as good as gone: the chances of all, and how many lie below a line that one moves. */
export function ChancePool({ insight }: { insight: ShopInsight }) {
  const id = useId();
  const [threshold, setThreshold] = useState(FIRST_THRESHOLD);
  const { measures, context } = insight;
  const percents = measures.column('returnPercent');
  const bins = useMemo(() => chanceBins(percents), [percents]);
  const told = bins.reduce((sum, { count }) => sum + count, 0);
  const below = useMemo(
    () => percents.reduce((sum, percent) => sum + Number(percent < threshold), 0),
    [percents, threshold],
  );
  const horizon = context.model?.horizonDays;
  const why = context.withheld.percentages ?? context.withheld.health;
  if (told === 0 || horizon === undefined)
    return (
      <DashSection title={t('chanceTitle')} definition={t('chanceMeans')}>
        <EmptyLine>{why ? withheldText(why) : t('dashNotFitted')}</EmptyLine>
      </DashSection>
    );
  const segment: Segment = { kind: 'clause', clause: { metric: 'returnPercent', is: '<', value: threshold } };
  const line = printSegment(segment, shopLexicon(context.tiers).vocabulary);
  return (
    <DashSection
      hasTable
      title={t('chanceTitle')}
      decides="chances"
      definition={t('chanceMeans')}
      ground={`${groundOf(insight, told)} · ${t('dashHorizonIs', horizon)}`}
    >
      <ColumnChart
        title={t('chanceTitle')}
        axis={t('chanceAxis')}
        of={t('dashCustomers')}
        columns={bins.map(({ from, to, count }) => ({
          name: `${from}%`,
          range: `${from}–${to}%`,
          count,
          isMarked: from < threshold,
        }))}
        marks={[{ name: t('chanceBelow', threshold), place: threshold / 10 }]}
      />
      <p className={styles.line}>
        <label htmlFor={id}>{t('chanceThreshold')}</label>
        <input
          id={id}
          type="range"
          min={1}
          max={99}
          value={threshold}
          aria-valuetext={`${threshold}%`}
          onChange={(event) => setThreshold(Number(event.target.value))}
        />
        <output htmlFor={id}>
          {t('chanceBelowCount', threshold, countText(below), shareText(below, told, true) ?? '–')}
        </output>
        <a href={segmentAddress(line)}>{t('chanceToSegment')}</a>
      </p>
    </DashSection>
  );
}
