import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { MAX_NAME_CHARS } from '../../lib/model/limits.ts';
import type { Right } from '../../lib/model/rights-event.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { useNow } from '../hooks/useNow.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { ladderText, levelText, rightText, settleWord } from '../words/rights.ts';
import styles from './CustomerDates.module.css';

interface Props {
  view: CustomerView;
  shopId: string;
}

/** How far they are on levels and the ladder, what is owed to them, and a line to note more. */
export function CustomerRights({ view: { customerId, level, ladder, rights }, shopId }: Props) {
  const now = useNow();
  const change = useUndoable();
  const standing = [...(level ? [levelText(level)] : []), ...(ladder ? [ladderText(ladder)] : [])];
  const note = (right: Right) =>
    change.run(() => toBackground.noteRight({ rightId: crypto.randomUUID(), shopId, right }));
  return (
    <div className={styles.dates}>
      {standing.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul>
        {rights.map(({ rightId, right }) => (
          <li key={rightId} className={styles.line}>
            <span>{rightText(right, dayOf(now))}</span>
            <Button look="plain" onClick={() => change.run(() => toBackground.settleRight({ rightId }))}>
              {settleWord(right)}
            </Button>
          </li>
        ))}
      </ul>
      {rights.length > 0 && <UndoNote undoable={change} />}
      <Disclosure summary={t('rights_title')}>
        <RightForm customerId={customerId} today={dayOf(now)} onNote={note} />
        {rights.length === 0 && <UndoNote undoable={change} />}
      </Disclosure>
    </div>
  );
}

const kinds = ['referral', 'trialSeat', 'longPromise'] as const;

interface FormProps {
  customerId: string;
  today: number;
  onNote: (right: Right) => void;
}

function RightForm({ customerId, today, onNote }: FormProps) {
  const [what, setWhat] = useState<Right['what']>('referral');
  const [name, setName] = useState('');
  const [yuan, setYuan] = useState('');
  const right = rightOf(what, { customerId, today, name: name.trim(), fen: Math.round(Number(yuan) * 100) });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!right) return;
        onNote(right);
        setName('');
        setYuan('');
      }}
    >
      <SelectField
        label={t('rights_kind')}
        value={what}
        options={kinds.map((value) => ({ value, label: t(`right_${value}`) }))}
        onChange={(value) => setWhat(kinds.find((one) => one === value)!)}
      />
      {what !== 'referral' && (
        <TextField label={t(`rights_name_${what}`)} value={name} maxLength={MAX_NAME_CHARS} onChange={setName} />
      )}
      {what !== 'trialSeat' && (
        <TextField label={t(`rights_yuan_${what}`)} type="number" min={0} value={yuan} onChange={setYuan} />
      )}
      <Button type="submit" disabled={!right}>
        {t('dates_set')}
      </Button>
    </form>
  );
}

/** A reward for a referral is due the same day (ACT-43). */
function rightOf(
  what: Right['what'],
  { customerId, today, name, fen }: { customerId: string; today: number; name: string; fen: number },
): Right | null {
  if (what === 'referral') return fen > 0 ? { what, customerId, rewardFen: fen, dueDay: today } : null;
  if (name === '') return null;
  if (what === 'trialSeat') return { what, customerId, trial: name };
  return fen >= 0 ? { what, customerId, name, yearlyFen: fen } : null;
}
