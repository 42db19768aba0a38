import { t } from '../../lib/browser/i18n.ts';
import type { SegmentTrend } from '../../lib/views/segments/segment-trends.ts';
import { percentText, sumText, yuanText } from '../words/amounts.ts';
import { shownLine } from '../words/segments.ts';
import { StarButton } from './StarButton.tsx';
import { TrendText } from './TrendText.tsx';
import type { SegmentFacts } from './segment-facts.ts';
import styles from './SegmentLists.module.css';

interface Props {
  label: string;
  query: string;
  facts: SegmentFacts;
  /** Somebody wrote it, and it is shown beside its name. */
  hasLine?: boolean;
}

/** One segment: its name, how many it has, how that moved, which part that is and what it bought; a star keeps it at the top. */
export function SegmentRow({ label, query, facts, hasLine = false }: Props) {
  const { counts, trends, of, onOpen } = facts;
  const trend = trends.get(query);
  const line = shownLine(query);
  return (
    <>
      <button
        type="button"
        className={styles.row}
        title={[`${label}\n${line}`, ...salesText(trend)].join('\n')}
        data-segment={query}
        aria-keyshortcuts="ArrowRight C Enter"
        onClick={() => onOpen(line)}
      >
        <span className={styles.first}>
          <span className={styles.label}>{label}</span>
          {hasLine && label !== line && <span className={styles.query}>{line}</span>}
          <TrendText trend={trend} />
          <Count of={counts.get(query)} />
        </span>{' '}
        <span className={styles.facts}>
          {[...shareText(counts.get(query), of), ...shortSalesText(trend)].join(' · ')}
        </span>
      </button>
      <StarButton label={label} query={query} pins={facts.pins} />
    </>
  );
}

function shareText(count: number | null | undefined, of: number | null): string[] {
  return of && count ? [percentText(count / of)] : [];
}

function shortSalesText(trend: SegmentTrend | undefined): string[] {
  return trend?.salesFen ? [t('popup_salesShort', sumText(trend.salesFen))] : [];
}

/** To the fen. */
function salesText(trend: SegmentTrend | undefined): string[] {
  return trend?.salesFen === null || trend === undefined ? [] : [t('popup_sales', yuanText(trend.salesFen))];
}

function Count({ of }: { of: number | null | undefined }) {
  if (of === undefined) return <span className={styles.none}>·</span>;
  if (of === null) {
    return (
      <span className={styles.none} title={t('segment_unreadable')}>
        ?
      </span>
    );
  }
  return <span className={of === 0 ? styles.none : styles.count}>{of.toLocaleString('zh-CN')}</span>;
}
