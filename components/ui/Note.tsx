import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import styles from './Note.module.css';

interface Props {
  tone: Tone;
  /** Read out when it appears; for what happened just now. */
  isLive?: boolean;
  children: ReactNode;
}

/** A line that says how things stand. */
export function Note({ tone, isLive = false, children }: Props) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} {...(isLive ? { role: 'status' } : {})}>
      {children}
    </div>
  );
}
