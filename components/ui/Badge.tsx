import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export type Tone = 'good' | 'calm' | 'watch' | 'risk' | 'plain';

interface Props {
  tone: Tone;
  /** Without ground: for what is true beside the main thing. */
  isOutline?: boolean;
  title?: string;
  children: ReactNode;
}

/** A short word with a tone; the word says what the colour says. */
export function Badge({ tone, isOutline = false, title, children }: Props) {
  return (
    <span className={`${styles.badge} ${styles[tone]} ${isOutline ? styles.outline : ''}`} title={title}>
      {children}
    </span>
  );
}
