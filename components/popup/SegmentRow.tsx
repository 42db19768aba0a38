import { t } from '../../lib/browser/i18n.ts';
import type { SegmentTrend } from '../../lib/views/segments/segment-trends.ts';
import { yuanText } from '../words/amounts.ts';
import { StarButton } from './StarButton.tsx';
import { TrendText } from './TrendText.tsx';
import type { SegmentFacts } from './segment-facts.ts';
import styles from './SegmentLists.module.css';

interface Props {
  label: string;
  query: string;
  facts: SegmentFacts;
  /** The line is shown beside its name. */
  hasLine?: boolean;
}

/** One segment: its name, how many it has, how that moved; a star keeps it at the top. */
export function SegmentRow({ label, query, facts, hasLine = false }: Props) {
  const { counts, trends, onOpen } = facts;
  const trend = trends.get(query);
  return (
    <>
      <button
        type="button"
        className={styles.row}
        title={[`${label}\n${query}`, ...salesText(trend)].join('\n')}
        data-segment={query}
        aria-keyshortcuts="ArrowRight C Enter"
        onClick={() => onOpen(query)}
      >
        <span className={styles.label}>{label}</span>
        {hasLine && label !== query && <span className={styles.query}>{query}</span>}
        <TrendText trend={trend} />
        <Count of={counts.get(query)} />
      </button>
      <StarButton label={label} query={query} pins={facts.pins} />
    </>
  );
}

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
