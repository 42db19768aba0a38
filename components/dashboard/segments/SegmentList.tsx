import { t } from '../../../lib/browser/i18n.ts';
import { shownLine } from '../../words/segments.ts';
import { countText } from '../numbers.ts';
import type { SegmentCounts } from './useSegmentCounts.ts';
import styles from './SegmentList.module.css';

interface Props {
  title: string;
  segments: readonly { id: string; label: string; query: string }[];
  counts: SegmentCounts;
  /** The line that is being looked at. */
  current: string;
  onChoose: (query: string) => void;
}

/** Segments with their counts; one is looked at by a click. */
export function SegmentList({ title, segments, counts, current, onChoose }: Props) {
  return (
    <section className={styles.lists} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {segments.map(({ id, label, query }) => (
          <li key={id}>
            <SegmentButton
              label={label}
              query={query}
              count={counts.get(query)}
              current={current}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ButtonProps {
  label: string;
  query: string;
  /** Null for a line that cannot be read, undefined while it is to be counted. */
  count: number | null | undefined;
  current: string;
  onChoose: (line: string) => void;
}

export function SegmentButton({ label, query, count, current, onChoose }: ButtonProps) {
  const line = shownLine(query);
  const isCurrent = line === current;
  return (
    <button
      type="button"
      className={isCurrent ? styles.current : styles.segment}
      aria-pressed={isCurrent}
      title={line}
      onClick={() => onChoose(line)}
    >
      <span>{label}</span>
      <span className={styles.count}>
        {count === undefined ? '…' : count === null ? t('dashUnreadable') : countText(count)}
      </span>
    </button>
  );
}
