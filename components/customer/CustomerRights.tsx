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
import { Note } from '../ui/Note.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { percentText } from '../words/amounts.ts';
import { goalText, ladderText, levelText, rightText, settleWord } from '../words/rights.ts';
import { dayNumberOf } from '../words/times.ts';
import { FriendField, type Friend } from './FriendField.tsx';
import styles from './CustomerDates.module.css';

interface Props {
  view: CustomerView;
  shopId: string;
}

/** How far they are on levels and the ladder, what is owed to them, and a line to note more. */
export function CustomerRights({
  view: { customerId, level, ladder, goals, unsaid, rights, rightNames },
  shopId,
}: Props) {
  const now = useNow();
  const change = useUndoable();
  const standing = [
    ...(level ? [levelText(level)] : []),
    ...(ladder ? [ladderText(ladder)] : []),
    ...goals.map(goalText),
    ...(unsaid ? [t('progress_unsaid', percentText(unsaid.share), percentText(unsaid.needed))] : []),
  ];
  const [seats, setSeats] = useState<number | null>(null);
  const note = (right: Right) => {
    setSeats(null);
    change.run(async () => {
      const answer = await toBackground.noteRight({ rightId: crypto.randomUUID(), shopId, right });
      if (!('refused' in answer)) return answer;
      setSeats(answer.seats);
      return null;
    });
  };
  return (
    <div className={styles.dates}>
      {standing.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul>
        {rights.map(({ rightId, right }) => (
          <li key={rightId} className={styles.line}>
            <span>{rightText(right, dayOf(now), rightNames)}</span>
            <Button onClick={() => change.run(() => toBackground.settleRight({ rightId }))}>{settleWord(right)}</Button>
          </li>
        ))}
      </ul>
      {rights.length > 0 && <UndoNote undoable={change} />}
      <Disclosure summary={t('rights_title')}>
        <RightForm customerId={customerId} today={dayOf(now)} onNote={note} />
        {seats !== null && (
          <div className={styles.refusal}>
            <Note tone="watch" isLive>
              {t('rights_noSeat', seats)}
            </Note>
          </div>
        )}
        {rights.length === 0 && <UndoNote undoable={change} />}
      </Disclosure>
    </div>
  );
}

interface Typed {
  customerId: string;
  name: string;
  fen: number;
  friend: Friend;
  dueDay: number;
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
  const [friend, setFriend] = useState(nobody);
  const [until, setUntil] = useState('');
  const right = rightOf(what, {
    customerId,
    name: name.trim(),
    fen: Math.round(Number(yuan) * 100),
    friend,
    dueDay: dayNumberOf(until) ?? today,
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!right) return;
        onNote(right);
        setName('');
        setYuan('');
        setFriend(nobody);
        setUntil('');
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
      {what === 'referral' && <FriendField customerId={customerId} friend={friend} onChange={setFriend} />}
      {what !== 'trialSeat' && (
        <TextField label={t(`rights_yuan_${what}`)} type="number" min={0} value={yuan} onChange={setYuan} />
      )}
      {what === 'referral' && <TextField label={t('rights_until')} type="date" value={until} onChange={setUntil} />}
      <Button type="submit" disabled={!right}>
        {t('dates_set')}
      </Button>
    </form>
  );
}

const nobody: Friend = { text: '', customerId: null };

/** A reward for a referral is due the same day (ACT-43), unless a later one was agreed on. */
function rightOf(what: Right['what'], { customerId, name, fen, friend, dueDay }: Typed): Right | null {
  if (what === 'referral') {
    const friendName = friend.text.trim();
    if (fen <= 0 || friendName === '') return null;
    const came = friend.customerId === null ? { friendName } : { friendId: friend.customerId };
    return { what, customerId, ...came, rewardFen: fen, dueDay };
  }
  if (name === '') return null;
  if (what === 'trialSeat') return { what, customerId, trial: name };
  return fen >= 0 ? { what, customerId, name, yearlyFen: fen } : null;
}
