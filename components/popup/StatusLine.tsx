import type { ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { SegmentError } from '../../lib/insight/segments/segment.ts';
import type { SegmentAnswer } from '../../lib/views/segments/segment-counts.ts';
import { Button } from '../ui/Button.tsx';
import { percentText } from '../words/amounts.ts';
import { withheldText } from '../words/health.ts';
import { segmentErrorText, segmentNextText } from '../words/segments.ts';
import styles from './StatusLine.module.css';

/** What is said of the line. */
export type Status =
  | { of: 'nothing' }
  /** Undefined while it takes longer than a moment to count. */
  | { of: 'segment'; answer: SegmentAnswer | undefined; tellsRates: boolean }
  | { of: 'error'; error: SegmentError }
  | { of: 'unfinished'; error: SegmentError }
  /** Customers, undefined while searching; orders whose buyers are masked; segments of that name. */
  | {
      of: 'name';
      found: number | undefined;
      masked: number;
      segments: number;
      isShortNumber: boolean;
      isLocked: boolean;
    };

interface Props {
  id: string;
  status: Status;
  /** Puts one of an error's suggestions in the place of what is wrong. */
  onReplace: (error: SegmentError, by: string) => void;
  /** What may be done with a segment. */
  children: ReactNode;
}

/** Below the box, always there and always as high: the count, or what the line lacks. */
export function StatusLine({ id, status, onReplace, children }: Props) {
  return (
    <div className={styles.line}>
      <output id={id} className={status.of === 'error' ? styles.wrong : styles.status}>
        <StatusText status={status} />
      </output>
      {status.of === 'segment' && children}
      {status.of === 'error' && (
        <span className={styles.suggestions}>
          {status.error.suggestions.slice(0, 3).map((by) => (
            <Button key={by} look="plain" onClick={() => onReplace(status.error, by)}>
              {by === '' ? t('segment_remove') : t('segment_replaceBy', by)}
            </Button>
          ))}
        </span>
      )}
    </div>
  );
}

function StatusText({ status }: { status: Status }): ReactNode {
  switch (status.of) {
    case 'nothing':
      return t('segment_hint');
    case 'segment':
      return status.answer ? <Count answer={status.answer} tellsRates={status.tellsRates} /> : t('segment_counting');
    case 'error':
      return segmentErrorText(status.error);
    case 'unfinished':
      return segmentNextText(status.error);
    default:
      if (status.found === undefined) return null;
      if (status.found > 0) return t('segment_found', status.found);
      if (status.masked > 0) return t('searchMaskedFound', status.masked);
      if (status.segments > 0) return t('popup_segmentsFound', status.segments);
      if (status.isLocked) return t('searchLocked');
      return t(status.isShortNumber ? 'searchNeedsDigits' : 'searchNothing');
  }
}

/** No share of what too little was seen of. */
function Count({ answer: { count, of, withheld }, tellsRates }: { answer: SegmentAnswer; tellsRates: boolean }) {
  if (withheld?.because === 'locked') return t('segment_tagsLocked');
  if (count === 0) return withheld ? t('segment_noFigures', withheldText(withheld)) : t('segment_nobody');
  return (
    <>
      <strong className={styles.count}>{t('segment_count', count.toLocaleString('zh-CN'))}</strong>{' '}
      {of > 0 && tellsRates && t('segment_share', percentText(count / of))}
    </>
  );
}
