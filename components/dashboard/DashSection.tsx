import { useId, useRef, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Chart } from './decisions.ts';
import { SavePicture } from './SavePicture.tsx';
import { SaveTable } from './SaveTable.tsx';
import styles from './DashSection.module.css';

interface Props {
  title: string;
  /** What is counted, in one or two sentences. */
  definition: string;
  /** The chart that stands in it: which decision it serves is said first. */
  decides?: Chart;
  /** What the figures rest on: how many, how much of the time, as of when. */
  ground?: string | undefined;
  /** At the end of the title's line. */
  aside?: ReactNode;
  /** There are figures in tables, which may be saved as a file, and as a picture. */
  hasTable?: boolean;
  children: ReactNode;
}

/** A titled part of the page that says what its figures mean. */
export function DashSection({ title, definition, decides, ground, aside, hasTable, children }: Props) {
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside}
        {hasTable && (
          <span className={styles.saves}>
            <SaveTable within={body} name={title} />
            <SavePicture within={body} title={title} definition={definition} ground={ground} />
          </span>
        )}
      </header>
      <p className={styles.definition}>
        {decides && <strong className={styles.decides}>{t(`decides_${decides}`)}</strong>}
        {definition}
      </p>
      {ground && <p className={styles.ground}>{ground}</p>}
      <div ref={body} className={styles.body}>
        {children}
      </div>
    </section>
  );
}
