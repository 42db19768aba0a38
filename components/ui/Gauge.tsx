import type { CSSProperties } from 'react';
import type { Tone } from './Badge.tsx';
import styles from './Gauge.module.css';

interface Props {
  /** 0..1. */
  share: number;
  tone: Tone;
  /** Where marks stand on the line, 0..1. */
  marks: readonly number[];
}

/** A quiet line that is filled in part. It shows what is said in numbers beside it, so it is not read out. */
export function Gauge({ share, tone, marks }: Props) {
  return (
    <span className={`${styles.gauge} ${styles[tone]}`} aria-hidden>
      <span className={styles.filled} style={placed(share)} />
      {marks.map((mark) => (
        <span key={mark} className={styles.mark} style={placed(mark)} />
      ))}
    </span>
  );
}

function placed(share: number): CSSProperties {
  return { '--share': `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%` } as CSSProperties;
}
