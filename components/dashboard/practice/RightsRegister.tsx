import { useState } from 'react';
import { registerOf, type RightEntry } from '../../../lib/actions/rights.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { MAX_NAME_CHARS } from '../../../lib/model/limits.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { dayListRules } from '../../../lib/rules/playbooks.ts';
import { readRightHolders, readRights } from '../../../lib/views/actions/shop-practice.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import type { Undoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { yuanText } from '../../words/amounts.ts';
import { rightText, settleWord } from '../../words/rights.ts';
import { shownName } from '../../words/shown-name.ts';
import styles from './Practice.module.css';

/** What the shop owes for referrals, how many seats of each trial are left, and what its long promises cost in a year. */
export function RightsRegister({ shopId, change }: { shopId: string; change: Undoable }) {
  const today = dayOf(useNow());
  const read = useKeyedQuery(shopId, 0, async () => {
    const kept = await readRights(database, shopId);
    return { kept, names: await readRightHolders(database, kept) };
  });
  const entries = read?.kept ?? [];
  const { referrals, trials, promises, yearlyFen } = registerOf(entries, dayListRules.trialSeats);
  return (
    <>
      {entries.length === 0 && <EmptyLine>{t('rights_none')}</EmptyLine>}
      {trials.map(({ trial, taken, seats }) => (
        <Note key={trial} tone={taken > seats ? 'risk' : 'plain'}>
          {t('rights_seats', trial, taken, seats)}
        </Note>
      ))}
      {promises.length > 0 && <Note tone="watch">{t('rights_yearly', promises.length, yuanText(yearlyFen))}</Note>}
      <ul className={styles.rows}>
        {[...referrals, ...promises].map((entry) => (
          <EntryRow
            key={entry.rightId}
            entry={entry}
            name={read?.names.get(entry.right.customerId ?? '') ?? null}
            today={today}
            change={change}
          />
        ))}
      </ul>
      <PromiseForm
        onAdd={(name, costFen) =>
          change.run(() =>
            toBackground.noteRight({
              rightId: crypto.randomUUID(),
              shopId,
              right: { what: 'longPromise', customerId: null, name, yearlyFen: costFen },
            }),
          )
        }
      />
    </>
  );
}

function EntryRow({
  entry: { rightId, right },
  name,
  today,
  change,
}: {
  entry: RightEntry;
  /** Null for all customers, and for one who is not known any more. */
  name: string | null;
  today: number;
  change: Undoable;
}) {
  return (
    <li className={styles.row}>
      <strong>
        {name === null ? t(right.customerId === null ? 'rights_ofAll' : 'unnamedBuyer') : shownName(name)}
      </strong>
      <span>{rightText(right, today)}</span>
      <Button look="plain" onClick={() => change.run(() => toBackground.settleRight({ rightId }))}>
        {settleWord(right)}
      </Button>
    </li>
  );
}

/** A promise to all customers; one to a single customer is noted on their card. */
function PromiseForm({ onAdd }: { onAdd: (name: string, yearlyFen: number) => void }) {
  const [name, setName] = useState('');
  const [yuan, setYuan] = useState('');
  const fen = Math.round(Number(yuan) * 100);
  const canAdd = name.trim() !== '' && yuan !== '' && fen >= 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canAdd) return;
        onAdd(name.trim(), fen);
        setName('');
        setYuan('');
      }}
    >
      <TextField label={t('rights_name_longPromise')} value={name} maxLength={MAX_NAME_CHARS} onChange={setName} />
      <TextField label={t('rights_yuan_longPromise')} type="number" min={0} value={yuan} onChange={setYuan} />
      <Button type="submit" disabled={!canAdd}>
        {t('practice_add')}
      </Button>
    </form>
  );
}
