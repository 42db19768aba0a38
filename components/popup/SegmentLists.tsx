import { labelText, t } from '../../lib/browser/i18n.ts';
import type { SavedSegment } from '../../lib/model/event.ts';
import { quickSegments } from '../../lib/rules/segments.ts';
import { Button } from '../ui/Button.tsx';
import styles from './SegmentLists.module.css';

interface Counted {
  /** By line; null for one that cannot be read. What is not in it is still being counted. */
  counts: ReadonlyMap<string, number | null>;
  onOpen: (query: string) => void;
}

interface SavedProps extends Counted {
  segments: readonly SavedSegment[];
  onRemove: (segment: SavedSegment) => void;
}

/** The segments people saved, in the order they did. */
export function SavedSegments({ segments, counts, onOpen, onRemove }: SavedProps) {
  if (segments.length === 0) return null;
  return (
    <section aria-label={t('segment_saved')}>
      <h2 className={styles.title}>{t('segment_saved')}</h2>
      <ul>
        {segments.map((segment) => (
          <li key={segment.segmentId} className={styles.saved}>
            <button
              type="button"
              className={styles.row}
              title={`${segment.label}\n${segment.query}`}
              onClick={() => onOpen(segment.query)}
            >
              <span className={styles.label}>{segment.label}</span>
              {segment.label !== segment.query && <span className={styles.query}>{segment.query}</span>}
              <Count of={counts.get(segment.query)} />
            </button>
            <Button look="plain" aria-label={t('segment_removeNamed', segment.label)} onClick={() => onRemove(segment)}>
              {t('segment_remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The shipped segments, always at the same places. */
export function QuickSegments({ counts, onOpen }: Counted) {
  return (
    <section aria-label={t('segment_quick')}>
      <h2 className={styles.title}>{t('segment_quick')}</h2>
      <ul className={styles.grid}>
        {quickSegments.map(({ id, label, query }) => (
          <li key={id} className={styles.cell}>
            <button
              type="button"
              className={styles.row}
              title={`${labelText(label)}\n${query}`}
              onClick={() => onOpen(query)}
            >
              <span className={styles.label}>{labelText(label)}</span>
              <Count of={counts.get(query)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
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
