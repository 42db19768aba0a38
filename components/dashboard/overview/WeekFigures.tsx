import { useMemo, type ReactNode } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { coveredShare, tellsRates, type Span } from '../../../lib/insight/coverage.ts';
import { spanFigures, type SpanFigures } from '../../../lib/insight/retention/months.ts';
import { lastWeeks } from '../../../lib/insight/retention/weeks.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { readAttribution } from '../../../lib/views/service/month-troubles.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { AwaitedLine } from '../../ui/AwaitedLine.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { percentText } from '../../words/amounts.ts';
import { shortDayText } from '../../words/times.ts';
import { reasonsText } from '../attribution/trouble-text.ts';
import { countText } from '../numbers.ts';
import { DoneText } from '../report/DoneText.tsx';
import { MonthNumbers } from '../report/MonthNumbers.tsx';

const SHOWN_REASONS = 3;

/** The last week that is over. */
export interface Week {
  shopId: string;
  days: Span;
  /** "上周小结 · 11-23 至 11-29" */
  title: string;
  /** How many buyers its figures rest on, and how much of it was seen. */
  ground: string;
  /** Null where too little was seen. */
  figures: SpanFigures | null;
  /** Of the week before; null unless both were seen in full. */
  before: SpanFigures | null;
}

export function useWeek({ measures, context }: ShopInsight): Week {
  const { shopId, asOfDay, seenSpans } = context;
  return useMemo(() => {
    const [daysBefore, days] = lastWeeks(asOfDay);
    const [before, figures] = spanFigures(measures, [daysBefore, days]);
    const seen = coveredShare(seenSpans, ...days);
    const isWhole = coveredShare(seenSpans, ...daysBefore) === 1 && seen === 1;
    return {
      shopId,
      days,
      title: t('weekTitle', ...days.map((day) => shortDayText(startOfDay(day)))),
      ground: [t('dashN', countText(figures!.buyers)), t('dashCovered', percentText(seen))].join(' · '),
      figures: tellsRates(seen) ? figures! : null,
      before: isWhole ? before! : null,
    };
  }, [measures, shopId, asOfDay, seenSpans]);
}

interface Props {
  week: Week;
  /** Leads to the part about troubles. */
  troubles: ReactNode;
}

/** What came in during a week beside the week before, what went wrong, what was done. */
export function WeekFigures({ week: { shopId, days, figures, before }, troubles }: Props) {
  return (
    <>
      {figures ? (
        <MonthNumbers figures={figures} before={before} beforeName="weekBefore" />
      ) : (
        <EmptyLine>{t('weekUnseen')}</EmptyLine>
      )}
      <Troubles shopId={shopId} days={days} more={troubles} />
      <DoneText shopId={shopId} days={days} />
    </>
  );
}

interface TroublesProps {
  shopId: string;
  days: Span;
  more: ReactNode;
}

/** How many troubles, and most of what; the rest is in the part about them. */
function Troubles({ shopId, days: [first, last], more }: TroublesProps) {
  const troubles = useKeyedQuery(`${shopId} ${first}`, 0, () =>
    readAttribution(database, shopId, startOfDay(first), startOfDay(last + 1)),
  );
  if (!troubles) return <AwaitedLine />;
  const { told, labels } = troubles;
  if (told === 0) return <p>{t('weekNoTrouble')}</p>;
  return (
    <p>
      {t('weekTroubles', countText(told), reasonsText(labels.slice(0, SHOWN_REASONS)))} {more}
    </p>
  );
}
