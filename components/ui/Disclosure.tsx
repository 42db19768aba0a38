import type { ReactNode, Ref } from 'react';
import styles from './Disclosure.module.css';

interface Props {
  summary: ReactNode;
  isOpen?: boolean;
  /** It was opened, perhaps not for the first time. */
  onOpen?: () => void;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}

/** More on demand, by the browser's own `details`. */
export function Disclosure({ summary, isOpen = false, onOpen, ref, children }: Props) {
  return (
    <details
      ref={ref}
      className={styles.disclosure}
      open={isOpen}
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
    >
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
