import { Suspense, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { UndoNote } from '../ui/UndoNote.tsx';
import { dayText } from '../words/times.ts';
import styles from './CustomerNotes.module.css';

const NoteEditor = later(async () => (await import('./NoteEditor.tsx')).NoteEditor);

/** What people wrote down of the customer in their own words: tags, and a note. `T` writes. */
export function CustomerNotes({ view }: { view: Pick<CustomerView, 'customerId' | 'platform' | 'notes'> }) {
  const { customerId, platform, notes } = view;
  const change = useUndoable();
  /** Counted, so that the key brings the cursor back to an editor that is open; 0 while none is. */
  const [asked, setAsked] = useState(0);
  const ask = () => setAsked((times) => times + 1);
  // What is not seen would be written over.
  useShortcuts({ tag: () => (notes.isSealed ? false : ask()) });
  const opener = useRef<HTMLButtonElement>(null);
  /** What had the focus goes away: it stays beside it. */
  const stay = () => opener.current?.focus();
  const takeOff = (tag: string) => {
    stay();
    change.run(() => toBackground.tagCustomer({ customerId, tag, isOn: false }));
  };
  return (
    <section aria-label={t('notes_title')} className={styles.notes}>
      <div className={styles.line}>
        {notes.tags.map(({ tag, at }) => (
          <span key={tag} className={styles.tag}>
            <Badge tone="calm" isOutline title={t('notes_since', dayText(at))}>
              {tag}
            </Badge>
            <Button look="plain" aria-label={t('notes_takeOff', tag)} onClick={() => takeOff(tag)}>
              ×
            </Button>
          </span>
        ))}
        {notes.isSealed ? (
          <span className={styles.means}>{t('notes_sealed')}</span>
        ) : (
          <Button ref={opener} look="plain" title="T" aria-keyshortcuts="T" aria-expanded={asked > 0} onClick={ask}>
            {t('notes_write')}
          </Button>
        )}
        <UndoNote undoable={change} />
      </div>
      {notes.note && (
        <p className={styles.note} title={t('notes_since', dayText(notes.note.at))}>
          {notes.note.text}
        </p>
      )}
      {asked > 0 && !notes.isSealed && (
        <Suspense fallback={null}>
          <NoteEditor
            key={customerId}
            asked={asked}
            customerId={customerId}
            platform={platform ?? 'taobao'}
            notes={notes}
            change={change}
            onClose={() => {
              stay();
              setAsked(0);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
