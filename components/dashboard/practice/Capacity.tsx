import { jobs } from '../../../lib/actions/job.ts';
import { t } from '../../../lib/browser/i18n.ts';
import type { ShopPractice } from '../../../lib/model/practice-event.ts';
import { dayListRules } from '../../../lib/rules/playbooks.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Practice.module.css';

interface Props {
  perDay: ShopPractice['perDay'];
  onChange: (perDay: ShopPractice['perDay']) => void;
}

/** How many customers of each job a day's list shows at once. */
export function Capacity({ perDay, onChange }: Props) {
  return (
    <div className={styles.form}>
      {jobs.map((job) => (
        <NumberField
          key={job}
          label={t(`today_${job}`)}
          value={perDay[job]}
          placeholder={String(dayListRules.perDay)}
          min={1}
          max={200}
          onChange={(value) => onChange({ ...perDay, [job]: value })}
        />
      ))}
    </div>
  );
}
