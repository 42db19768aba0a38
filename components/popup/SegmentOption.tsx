import { Option } from '../ui/Listbox.tsx';
import { shownLine } from '../words/segments.ts';
import type { NamedSegment } from './named-segments.ts';
import styles from './SegmentOption.module.css';

interface Props {
  id: string;
  segment: NamedSegment;
  /** Undefined while it is being counted; null for a line that cannot be read. */
  count: number | null | undefined;
  isActive: boolean;
  onChoose: () => void;
}

/** A segment to open, found by its name. */
export function SegmentOption({ id, segment: { label, query }, count, isActive, onChoose }: Props) {
  const line = shownLine(query);
  return (
    <Option id={id} isActive={isActive} className={styles.segment} onClick={onChoose}>
      <span className={styles.label}>{label}</span>
      <span className={styles.query}>{line === label ? '' : line}</span>
      <span className={styles.count}>{count === undefined ? '·' : (count?.toLocaleString('zh-CN') ?? '?')}</span>
    </Option>
  );
}
