import type { ReactNode } from 'react';
import styles from './EmptyLine.module.css';

/** Within a section: nothing here, in one line. */
export function EmptyLine({ children }: { children: ReactNode }) {
  return <p className={styles.line}>{children}</p>;
}
