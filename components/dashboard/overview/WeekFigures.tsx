import { useMemo, type ReactNode } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { coveredShare, tellsRates, type Span } from '../../../lib/insight/coverage.ts';
import { spanFigures } from '../../../lib/insight/retention/months.ts';
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

interface Props {
  insight: ShopInsight;
  /** Leads to the part about troubles. */
  troubles: ReactNode;
}

/** What came in during the last week that is over beside the week before, what went wrong, what was done. */
export function WeekFigures({ insight: { measures, context }, troubles }: Props) {
  const { shopId, asOfDay, seenSpans } = context;
  const [before, week] = lastWeeks(asOfDay);
  const [figuresBefore, figures] = useMemo(() => spanFigures(measures, lastWeeks(asOfDay)), [measures, asOfDay]);
  const seen = coveredShare(seenSpans, ...week);
  return (
    <>
      {tellsRates(seen) ? (
        <MonthNumbers
          figures={figures!}
          before={coveredShare(seenSpans, ...before) === 1 && seen === 1 ? figuresBefore! : null}
          beforeName="weekBefore"
        />
      ) : (
        <EmptyLine>{t('weekUnseen')}</EmptyLine>
      )}
      <Troubles shopId={shopId} days={week} more={troubles} />
      <DoneText shopId={shopId} days={week} />
    </>
  );
}

/** "上周小结 · 11-23 至 11-29" */
export function weekText({ context: { asOfDay } }: ShopInsight): string {
  const [, [first, last]] = lastWeeks(asOfDay);
  return t('weekTitle', shortDayText(startOfDay(first)), shortDayText(startOfDay(last)));
}

/** How many buyers its figures rest on, and how much of it was seen. */
export function weekGround({ measures, context: { asOfDay, seenSpans } }: ShopInsight): string {
  const [, week] = lastWeeks(asOfDay);
  const [figures] = spanFigures(measures, [week]);
  return [t('dashN', countText(figures!.buyers)), t('dashCovered', percentText(coveredShare(seenSpans, ...week)))].join(
    ' · ',
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
