import { useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ServiceHours } from '../../../lib/model/service-hours.ts';
import { holidayYears, usualHours } from '../../../lib/rules/clocks.ts';
import { daysIn, daysText, weekIn, weekText } from '../../../lib/service/hours-text.ts';
import { readShopHours } from '../../../lib/views/service/shop-hours.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import styles from '../../service/service.module.css';

/** When the shop answers: its clocks stand still at all other times. */
export function ShopHours({ shopId }: { shopId: string }) {
  const undoable = useUndoable();
  const read = useKeyedQuery(shopId, 0, async () => ({ hours: await readShopHours(database, shopId) }));
  if (!read) return null;
  const hours = read.hours ?? usualHours;
  return <HoursForm key={JSON.stringify(hours)} shopId={shopId} hours={hours} undoable={undoable} />;
}

interface FormProps {
  shopId: string;
  hours: ServiceHours;
  undoable: Undoable;
}

function HoursForm({ shopId, hours, undoable }: FormProps) {
  const [week, setWeek] = useState(() => weekText(hours.week));
  const [closed, setClosed] = useState(daysText(hours.closedDays));
  const [open, setOpen] = useState(daysText(hours.openDays));
  const [keepsHolidays, setKeepsHolidays] = useState(hours.keepsHolidays);
  const [isCrossBorder, setCrossBorder] = useState(hours.isCrossBorder);
  const spans = weekIn(week);
  const [closedDays, openDays] = [daysIn(closed), daysIn(open)];
  const isWhole =
    spans.every((each) => each !== null) && spans.some((each) => each.length > 0) && closedDays && openDays;
  const save = () => {
    if (!isWhole) return;
    const changed: ServiceHours = { week: spans, keepsHolidays, closedDays, openDays, isCrossBorder };
    undoable.run(() => toBackground.setShopHours({ shopId, hours: changed }));
  };
  return (
    <form
      className={`${styles.tools} ${styles.narrow}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {week.map((text, day) => (
        <TextField
          key={weekdays[day]}
          label={t(`weekday_${weekdays[day]!}`)}
          placeholder={t('hours_closed')}
          value={text}
          aria-invalid={spans[day] === null}
          onChange={(typed) => setWeek(week.map((each, at) => (at === day ? typed : each)))}
        />
      ))}
      <Switch label={t('hours_holidays')} isOn={keepsHolidays} onChange={setKeepsHolidays} />
      {keepsHolidays && (
        <ul className={styles.aside}>
          {holidayYears.map(({ year, note, workdays }) => (
            <li key={year}>
              {labelText(note)}
              {workdays.length > 0 && ` ${t('hours_workdays', daysText(workdays))}`}
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t('hours_closedDays')}
        placeholder="2027-02-09"
        value={closed}
        aria-invalid={closedDays === null}
        onChange={setClosed}
      />
      <TextField
        label={t('hours_openDays')}
        placeholder="2027-02-05"
        value={open}
        aria-invalid={openDays === null}
        onChange={setOpen}
      />
      <Switch label={t('hours_crossBorder')} isOn={isCrossBorder} onChange={setCrossBorder} />
      <div className={styles.line}>
        <Button look="primary" type="submit" disabled={!isWhole}>
          {t('hours_save')}
        </Button>
        <Button onClick={() => undoable.run(() => toBackground.setShopHours({ shopId, hours: null }))}>
          {t('hours_usual')}
        </Button>
        <UndoNote undoable={undoable} />
        {!isWhole && <span className={styles.late}>{t('hours_wrong')}</span>}
      </div>
    </form>
  );
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
