import { useId, type ReactNode } from 'react';
import styles from './DashSection.module.css';

interface Props {
  title: string;
  /** What is counted, in one or two sentences. */
  definition: string;
  /** What the figures rest on: how many, how much of the time, as of when. */
  ground?: string;
  /** At the end of the title's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of the page that says what its figures mean. */
export function DashSection({ title, definition, ground, aside, children }: Props) {
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      <p className={styles.definition}>{definition}</p>
      {ground && <p className={styles.ground}>{ground}</p>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}
