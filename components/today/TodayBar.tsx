import { jobs, type Job } from '../../lib/actions/job.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { JobCount } from '../../lib/views/actions/day-list.ts';
import styles from './TodayBar.module.css';

interface Props {
  counts: Record<Job, JobCount>;
  /** The job whose list is open; null for none. */
  open: Job | null;
  onOpen: (job: Job | null) => void;
}

/** The three things of the day, each with how many customers wait for it. */
export function TodayBar({ counts, open, onOpen }: Props) {
  return (
    <nav className={styles.bar} aria-label={t('today_title')}>
      {jobs.map((job) => (
        <button
          key={job}
          type="button"
          className={`${styles.job} ${counts[job].due > 0 ? styles[job] : styles.quiet}`}
          aria-pressed={job === open}
          onClick={() => onOpen(job === open ? null : job)}
        >
          {t(`today_${job}`)}
          <strong className={styles.count}>{counts[job].due.toLocaleString('zh-CN')}</strong>
        </button>
      ))}
    </nav>
  );
}
