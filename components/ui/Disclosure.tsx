import type { ReactNode, Ref } from 'react';
import styles from './Disclosure.module.css';

interface Props {
  summary: ReactNode;
  isOpen?: boolean;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}

/** More on demand, by the browser's own `details`. */
export function Disclosure({ summary, isOpen = false, ref, children }: Props) {
  return (
    <details ref={ref} className={styles.disclosure} open={isOpen}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
