import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { CustomerDate } from '../../lib/model/practice-event.ts';
import type { CustomerDates as Dates } from '../../lib/views/actions/shop-practice.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { pointsText } from '../words/standing.ts';
import { dayNumberOf } from '../words/times.ts';
import styles from './CustomerDates.module.css';

interface Props {
  customerId: string;
  dates: Dates;
  /** What their points come to; null for not known. */
  pointsWorthFen: number | null;
}

/** Days that a person writes down because the customer said them: month and day of a birthday, when how many points expire. */
export function CustomerDates({ customerId, dates, pointsWorthFen }: Props) {
  const change = useUndoable();
  const set = (date: CustomerDate) => change.run(() => toBackground.setCustomerDate({ customerId, date }));
  const remove = (what: CustomerDate['what']) =>
    change.run(() => toBackground.removeCustomerDate({ customerId, what }));
  const { birthday, pointsExpiry } = dates;
  const known = [
    ...(birthday ? [t('dates_birthdayIs', birthday.month, birthday.day)] : []),
    ...(pointsExpiry ? [pointsText(pointsExpiry, pointsWorthFen)] : []),
  ];
  return (
    <div className={styles.dates}>
      <Disclosure summary={known.length === 0 ? t('dates_title') : known.join(' · ')}>
        <p className={styles.note}>{t('dates_mean')}</p>
        <BirthdayForm isKnown={birthday !== undefined} onSet={set} onRemove={() => remove('birthday')} />
        <PointsForm isKnown={pointsExpiry !== undefined} onSet={set} onRemove={() => remove('pointsExpiry')} />
        <UndoNote undoable={change} />
      </Disclosure>
    </div>
  );
}

interface FormProps {
  isKnown: boolean;
  onSet: (date: CustomerDate) => void;
  onRemove: () => void;
}

function BirthdayForm({ isKnown, onSet, onRemove }: FormProps) {
  const [text, setText] = useState('');
  const date = birthdayIn(text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!date) return;
        onSet(date);
        setText('');
      }}
    >
      <TextField label={t('dates_birthday')} value={text} placeholder="08-16" maxLength={5} onChange={setText} />
      <Button type="submit" disabled={!date}>
        {t('dates_set')}
      </Button>
      {isKnown && (
        <Button look="plain" onClick={onRemove}>
          {t('dates_removeBirthday')}
        </Button>
      )}
    </form>
  );
}

function PointsForm({ isKnown, onSet, onRemove }: FormProps) {
  const [text, setText] = useState('');
  const [count, setCount] = useState('');
  const day = dayNumberOf(text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day === null) return;
        const points = Number(count);
        onSet({ what: 'pointsExpiry', day, points: Number.isInteger(points) && points > 0 ? points : null });
        setText('');
        setCount('');
      }}
    >
      <TextField label={t('dates_points')} type="date" value={text} onChange={setText} />
      <TextField label={t('dates_pointsCount')} type="number" min={1} value={count} onChange={setCount} />
      <Button type="submit" disabled={day === null}>
        {t('dates_set')}
      </Button>
      {isKnown && (
        <Button look="plain" onClick={onRemove}>
          {t('dates_removePoints')}
        </Button>
      )}
    </form>
  );
}

/** "8-16", "08/16", "8月16" -> month and day; null for what is no day of a year. */
function birthdayIn(text: string): CustomerDate | null {
  const [, month, day] = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? [];
  if (month === undefined || day === undefined) return null;
  // A year with a 29th of February: whoever was born on it has a birthday.
  const isDay = dayNumberOf(`2028-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) !== null;
  return isDay ? { what: 'birthday', month: Number(month), day: Number(day) } : null;
}
