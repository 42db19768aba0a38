import { labelText, t } from '../../lib/browser/i18n.ts';
import type { SavedSegment } from '../../lib/model/event.ts';
import { quickSegments } from '../../lib/rules/segments.ts';
import { Button } from '../ui/Button.tsx';
import { lineMeaning, shownLine } from '../words/segments.ts';
import { SegmentRow } from './SegmentRow.tsx';
import type { SegmentFacts } from './segment-facts.ts';
import styles from './SegmentLists.module.css';

interface Props {
  segments: readonly SavedSegment[];
  facts: SegmentFacts;
  onRemove: (segment: SavedSegment) => void;
}

/** Those with a star, at the top, in the order in which they got it. */
export function PinnedSegments({ segments, facts }: Omit<Props, 'onRemove'>) {
  const { pins } = facts.pins;
  if (!pins || pins.length === 0) return null;
  return (
    <section aria-label={t('popup_pinned')}>
      <h2 className={styles.title}>{t('popup_pinned')}</h2>
      <ul className={styles.grid}>
        {pins.map((query) => (
          <li key={query} className={styles.cell}>
            <SegmentRow label={segmentName(query, segments)} query={query} facts={facts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The segments people saved, in the order they did. */
export function SavedSegments({ segments, facts, onRemove }: Props) {
  if (segments.length === 0) return null;
  return (
    <section aria-label={t('segment_saved')}>
      <h2 className={styles.title}>{t('segment_saved')}</h2>
      <ul>
        {segments.map((segment) => (
          <li key={segment.segmentId} className={styles.saved}>
            <SegmentRow label={segment.label} query={segment.query} facts={facts} hasLine />
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
export function QuickSegments({ facts }: { facts: SegmentFacts }) {
  return (
    <section aria-label={t('segment_quick')}>
      <h2 className={styles.title}>{t('segment_quick')}</h2>
      <ul className={styles.grid}>
        {quickSegments.map(({ id, label, query }) => (
          <li key={id} className={styles.cell}>
            <SegmentRow label={labelText(label)} query={query} facts={facts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As somebody called it, else as it is shipped, else the line itself. */
function segmentName(query: string, saved: readonly SavedSegment[]): string {
  const meaning = lineMeaning(query);
  const isIt = (segment: { query: string }) => lineMeaning(segment.query) === meaning;
  const shipped = quickSegments.find(isIt);
  return saved.find(isIt)?.label ?? (shipped ? labelText(shipped.label) : shownLine(query));
}
