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
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { yuanText } from '../../words/amounts.ts';
import { paidText, rightText, settleWord } from '../../words/rights.ts';
import { shownName, shownNote } from '../../words/shown-name.ts';
import styles from './Practice.module.css';

/** More are not looked for here. */
const PAID_SHOWN = 50;

/** What the shop owes for referrals, how many seats of each trial are left, and what its long promises cost in a year. */
export function RightsRegister({ shopId, change }: { shopId: string; change: Undoable }) {
  const today = dayOf(useNow());
  const read = useKeyedQuery(shopId, 0, async () => {
    const kept = await readRights(database, shopId);
    return { kept, names: await readRightHolders(database, kept) };
  });
  const entries = read?.kept ?? [];
  const { referrals, paid, trials, promises, yearlyFen } = registerOf(entries, dayListRules.trialSeats);
  return (
    <>
      {entries.length === 0 && <EmptyLine>{t('rights_none')}</EmptyLine>}
      {trials.map(({ trial, taken, seats }) => (
        <Note key={trial} tone={taken > seats ? 'risk' : taken === seats ? 'watch' : 'plain'}>
          {t(taken < seats ? 'rights_seats' : 'rights_seatsFull', shownNote(trial), taken, seats)}
        </Note>
      ))}
      {promises.length > 0 && <Note tone="watch">{t('rights_yearly', promises.length, yuanText(yearlyFen))}</Note>}
      <ul className={styles.rows}>
        {[...referrals, ...promises].map((entry) => (
          <EntryRow key={entry.rightId} entry={entry} names={read?.names ?? new Map()} today={today} change={change} />
        ))}
      </ul>
      {paid.length > 0 && (
        <Disclosure summary={t('rights_paid', paid.length)}>
          <ul className={styles.rows}>
            {paid.slice(0, PAID_SHOWN).map((entry) => (
              <li key={entry.rightId} className={styles.row}>
                <span>{paidText(entry, read?.names ?? new Map())}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <PromiseForm
        onAdd={(name, costFen) =>
          change.run(async () => {
            const right = { what: 'longPromise' as const, customerId: null, name, yearlyFen: costFen };
            const answer = await toBackground.noteRight({ rightId: crypto.randomUUID(), shopId, right });
            return 'refused' in answer ? null : answer;
          })
        }
      />
    </>
  );
}

function EntryRow({
  entry: { rightId, right },
  names,
  today,
  change,
}: {
  entry: RightEntry;
  /** Of customers by id. */
  names: ReadonlyMap<string, string>;
  today: number;
  change: Undoable;
}) {
  const name = names.get(right.customerId ?? '');
  return (
    <li className={styles.row}>
      <strong>
        {name === undefined ? t(right.customerId === null ? 'rights_ofAll' : 'unnamedBuyer') : shownName(name)}
      </strong>
      <span>{rightText(right, today, names)}</span>
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
