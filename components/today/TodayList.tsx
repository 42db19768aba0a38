import { Suspense, useState } from 'react';
import { isQuietAt } from '../../lib/actions/guards.ts';
import type { Job } from '../../lib/actions/job.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { DeclineReason } from '../../lib/model/decline-reason.ts';
import { dayListRules } from '../../lib/rules/playbooks.ts';
import { noNumbers } from '../../lib/views/shops/number-changes.ts';
import { ownLimits } from '../../lib/views/shops/own-numbers.ts';
import type { JobCount, Task } from '../../lib/views/actions/day-list.ts';
import { useTasks } from '../hooks/useDayList.ts';
import { useNow } from '../hooks/useNow.ts';
import { useOwnNumbers } from '../hooks/useOwnNumbers.ts';
import { usePractice } from '../hooks/usePractice.ts';
import { focusedRow, leaveRow } from '../keys/rows.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.ts';
import { Note } from '../ui/Note.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { DeclineSelect } from './DeclineSelect.tsx';
import { percentText } from '../words/amounts.ts';
import { PlatformFilters } from './PlatformFilters.tsx';
import { TaskRow } from './TaskRow.tsx';
import { useTaskCommands } from './useTaskCommands.ts';
import styles from './TodayList.module.css';

const BatchResults = later(async () => (await import('./BatchResults.tsx')).BatchResults);

interface Props {
  shopId: string | null;
  job: Job;
  count: JobCount;
  onOpen: (shopId: string, customerId: string) => void;
}

/** A day's work of one job: whom to turn to, why, and what became of it. Nothing is sent from here. */
export function TodayList({ shopId, job, count: { due, done, heldOut, lowCoverage }, onOpen }: Props) {
  const [portions, setPortions] = useState(1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const perDay = usePractice(shopId)?.perDay[job] ?? dayListRules.perDay;
  const limits = ownLimits(useOwnNumbers(shopId) ?? noNumbers);
  const list = useTasks(shopId, job, portions * perDay);
  const now = useNow();
  const { undoable, note, putOff } = useTaskCommands();
  /** Does it with the row that has the focus, which then goes away. */
  const atFocus = (run: (task: Task) => void) => () => {
    const task = list?.tasks.find(({ customer }) => customer.customerId === focusedRow());
    if (task) run(task);
    return task !== undefined;
  };
  const noteOne = (task: Task) => {
    leaveRow(task.customer.customerId);
    note([task]);
  };
  const putOffOne = (task: Task, reason: DeclineReason | null) => {
    leaveRow(task.customer.customerId);
    putOff([task], reason);
  };
  useShortcuts({
    done: atFocus(noteOne),
    later: atFocus((task) => putOffOne(task, null)),
    decline: atFocus(() => {
      const select = document.activeElement?.closest('li')?.querySelector('select');
      select?.focus();
      select?.showPicker?.();
    }),
  });
  if (!list) return <div aria-busy="true" />;
  const { tasks, order, tried, underMargin, beyondLimit } = list;
  const picked = tasks.filter(({ customer }) => chosen.has(customer.customerId));
  const pick = ({ customer: { customerId } }: Task, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, customerId] : [...before].filter((id) => id !== customerId)));
  return (
    <section aria-label={t(`today_${job}`)}>
      <header className={styles.head}>
        <p className={styles.order}>{t(`today_order_${order}`)}</p>
        {tried > 0 && <p className={styles.order}>{t('today_tried', tried)}</p>}
        {isQuietAt(now, limits) && (
          <p className={styles.quiet}>{t('today_quiet', limits.quietFromHour, limits.quietToHour)}</p>
        )}
        {done > 0 && <p className={styles.done}>{t('today_done', done)}</p>}
        {underMargin > 0 && <p className={styles.done}>{t('today_underMargin', underMargin)}</p>}
        {beyondLimit > 0 && <p className={styles.done}>{t('today_beyondLimit', beyondLimit)}</p>}
        {heldOut > 0 && <p className={styles.done}>{t('today_heldOut', heldOut.toLocaleString('zh-CN'))}</p>}
      </header>
      {lowCoverage && (
        <Note tone="watch">
          {t('today_coverageTooLow', percentText(lowCoverage.share), percentText(lowCoverage.needed))}
        </Note>
      )}
      {tasks.length === 0 && !lowCoverage && <EmptyState title={t(`today_none_${job}`)} />}
      <div className={styles.tools}>
        {tasks.length > 0 && (
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={picked.length === tasks.length}
              onChange={({ target }) =>
                setChosen(new Set(target.checked ? tasks.map(({ customer }) => customer.customerId) : []))
              }
            />
            {picked.length === 0 ? t('today_all') : t('today_picked', picked.length)}
          </label>
        )}
        {picked.length > 0 && (
          <>
            <Button look="plain" onClick={() => note(picked)}>
              {t('today_noteAll')}
            </Button>
            <Button look="plain" onClick={() => putOff(picked, null)}>
              {t('today_later')}
            </Button>
            <DeclineSelect label={t('today_declineAll')} onDecline={(reason) => putOff(picked, reason)} />
          </>
        )}
        <span className={styles.became}>
          <UndoNote undoable={undoable} />
        </span>
      </div>
      <ul className={styles.rows}>
        {tasks.map((task) => (
          <TaskRow
            key={task.customer.customerId}
            task={task}
            order={order}
            isPicked={chosen.has(task.customer.customerId)}
            onPick={(isOn) => pick(task, isOn)}
            onOpen={() => onOpen(task.customer.shopId, task.customer.customerId)}
            onNote={() => noteOne(task)}
            onPutOff={(reason) => putOffOne(task, reason)}
          />
        ))}
      </ul>
      {tasks.length > 0 && job !== 'calm' && <PlatformFilters tasks={tasks} />}
      {shopId !== null && (
        <Suspense fallback={null}>
          <BatchResults shopId={shopId} job={job} />
        </Suspense>
      )}
      {due > tasks.length && tasks.length > 0 && (
        <p className={styles.more}>
          <span>{t('today_rest', (due - tasks.length).toLocaleString('zh-CN'))}</span>
          <Button look="plain" onClick={() => setPortions(portions + 1)}>
            {t('today_more', perDay)}
          </Button>
        </p>
      )}
    </section>
  );
}
