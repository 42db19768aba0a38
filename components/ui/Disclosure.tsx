import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface Props {
  summary: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}

/** More on demand, by the browser's own `details`. */
export function Disclosure({ summary, isOpen = false, children }: Props) {
  return (
    <details className={styles.disclosure} open={isOpen}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
