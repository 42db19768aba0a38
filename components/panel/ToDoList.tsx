import { t } from '../../lib/browser/i18n.ts';
import { useNow } from '../hooks/useNow.ts';
import { useToDoCounters } from '../hooks/useToDoCounters.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { minuteText } from '../words/times.ts';
import styles from './ToDoList.module.css';

/** What the console's home page says waits, in its own words; what does not wait stands back. */
export function ToDoList({ shopId }: { shopId: string }) {
  const now = useNow();
  const read = useToDoCounters(shopId);
  if (read === undefined) return null;
  if (read === null) return <EmptyState title={t('toDoNone')} />;
  return (
    <Section
      title={t('toDoTitle')}
      aside={<span className={styles.at}>{t('toDoReadAt', minuteText(read.readAt, now))}</span>}
    >
      <ul className={styles.counters}>
        {read.counters.map(({ counterId, label, count }) => (
          <li key={counterId} className={count > 0 ? styles.waiting : styles.quiet}>
            <span>{label}</span>
            <span className={styles.count}>{count.toLocaleString('zh-CN')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
