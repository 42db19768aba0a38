import { useMemo } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { coveredShare, tellsRates, type Span } from '../../../lib/insight/coverage.ts';
import { spanFigures } from '../../../lib/insight/retention/months.ts';
import { lastWeeks } from '../../../lib/insight/retention/weeks.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { readAttribution } from '../../../lib/views/service/month-troubles.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { percentText } from '../../words/amounts.ts';
import { shortDayText } from '../../words/times.ts';
import { reasonsText } from '../attribution/trouble-text.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { DoneText } from '../report/DoneText.tsx';
import { MonthNumbers } from '../report/MonthNumbers.tsx';

const SHOWN_REASONS = 3;

/** The last week that is over: what came in beside the week before, what went wrong, what was done (CAL-25). */
export function WeekDigest({ insight: { measures, context } }: { insight: ShopInsight }) {
  const { shopId, asOfDay, seenSpans } = context;
  const [before, week] = lastWeeks(asOfDay);
  const [figuresBefore, figures] = useMemo(() => spanFigures(measures, lastWeeks(asOfDay)), [measures, asOfDay]);
  const seen = coveredShare(seenSpans, ...week);
  return (
    <DashSection
      title={t('weekTitle', shortDayText(startOfDay(week[0])), shortDayText(startOfDay(week[1])))}
      definition={t('weekMeans')}
      ground={[t('dashN', countText(figures!.buyers)), t('dashCovered', percentText(seen))].join(' · ')}
    >
      {tellsRates(seen) ? (
        <MonthNumbers
          figures={figures!}
          before={coveredShare(seenSpans, ...before) === 1 && seen === 1 ? figuresBefore! : null}
          beforeName="weekBefore"
        />
      ) : (
        <EmptyLine>{t('weekUnseen')}</EmptyLine>
      )}
      <Troubles shopId={shopId} days={week} />
      <DoneText shopId={shopId} days={week} />
    </DashSection>
  );
}

/** How many troubles, and most of what; the rest is in the part about them. */
function Troubles({ shopId, days: [first, last] }: { shopId: string; days: Span }) {
  const troubles = useKeyedQuery(`${shopId} ${first}`, 0, () =>
    readAttribution(database, shopId, startOfDay(first), startOfDay(last + 1)),
  );
  if (!troubles) return null;
  const { told, labels } = troubles;
  if (told === 0) return <p>{t('weekNoTrouble')}</p>;
  return (
    <p>
      {t('weekTroubles', countText(told), reasonsText(labels.slice(0, SHOWN_REASONS)))}{' '}
      <a href="#attribution">{t('dash_attribution')}</a>
    </p>
  );
}
