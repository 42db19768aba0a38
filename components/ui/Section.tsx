import { useId, type ReactNode, type Ref } from 'react';
import styles from './Section.module.css';

interface Props {
  title: string;
  /** Small things at the end of the title's line. */
  aside?: ReactNode;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A titled part of the panel. */
export function Section({ title, aside, ref, children }: Props) {
  const titleId = useId();
  return (
    <section ref={ref} tabIndex={-1} className={styles.section} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
