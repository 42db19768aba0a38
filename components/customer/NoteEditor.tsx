import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { MAX_NOTE_CHARS } from '../../lib/model/limits.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { isTag, MAX_TAG_CHARS, MAX_TAGS, tagKey } from '../../lib/model/tag.ts';
import { hasInitials, mayBeInitials } from '../../lib/replies/search/initials.ts';
import type { CustomerNotes } from '../../lib/views/customers/customer-notes.ts';
import { isComposing } from '../hooks/ime.ts';
import type { Undoable } from '../hooks/useUndoable.ts';
import { useTags } from '../hooks/useTags.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { privateParts } from './note-check.ts';
import styles from './CustomerNotes.module.css';

interface Props {
  /** Rises when one asks for it again: the cursor comes back. */
  asked: number;
  customerId: string;
  /** Whose rules say what is private. */
  platform: Platform;
  notes: CustomerNotes;
  change: Undoable;
  onClose: () => void;
}

/** What waits to be saved: `parts` had better not be kept; null where nobody could say. */
interface Doubt {
  parts: readonly string[] | null;
  save: () => void;
}

/** Tags, those of the shop to choose from, and one short note. What looks private is saved by a second click alone. */
export function NoteEditor({ asked, customerId, platform, notes, change, onClose }: Props) {
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const place = useRef<HTMLDivElement>(null);
  /** Where the text was written that somebody is asked about. */
  const written = useRef<Element>(null);
  useEffect(() => {
    if (asked > 0) place.current?.querySelector('input')?.focus();
  }, [asked]);
  const saveUnlessPrivate = async (text: string, save: () => void) => {
    setDoubt(null);
    written.current = document.activeElement;
    const parts = await privateParts(text, platform).catch(() => null);
    if (parts?.length === 0) save();
    else setDoubt({ parts, save });
  };
  const answer = (isSaved: boolean) => {
    if (isSaved) doubt?.save();
    setDoubt(null);
    focusOn(written.current);
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc closes from wherever one is in it
    <div ref={place} className={styles.editor} onKeyDown={close}>
      <TagForm
        notes={notes}
        onPut={(tag, isNew) => {
          const put = () => change.run(() => toBackground.tagCustomer({ customerId, tag, isOn: true }));
          if (isNew) void saveUnlessPrivate(tag, put);
          else put();
        }}
      />
      <NoteForm
        note={notes.note}
        onSave={(text) => {
          const save = () => change.run(() => toBackground.noteCustomer({ customerId, text }));
          if (text === null) save();
          else void saveUnlessPrivate(text, save);
        }}
      />
      {doubt && (
        <Note tone="watch" isLive>
          {doubt.parts ? t('notes_private', doubt.parts.join(t('enumeration'))) : t('notes_unchecked')}
          <Button look="plain" onClick={() => answer(true)}>
            {t('notes_saveAnyway')}
          </Button>
          <Button look="plain" onClick={() => answer(false)}>
            {t('notes_reconsider')}
          </Button>
        </Note>
      )}
      <p className={styles.means}>{t('notes_mean', MAX_TAG_CHARS, MAX_TAGS, MAX_NOTE_CHARS)}</p>
      <div>
        <Button onClick={onClose}>{t('notes_close')}</Button>
      </div>
    </div>
  );
}

/** Before what was pressed goes away or to sleep, and the focus with it. */
function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}

const MOST_OFFERED = 8;

interface TagFormProps {
  notes: CustomerNotes;
  /** `isNew`: no customer has it yet. */
  onPut: (tag: string, isNew: boolean) => void;
}

function TagForm({ notes: { tags }, onPut }: TagFormProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const known = useTags(true);
  const typed = text.trim();
  const has = new Set(tags.map(({ tag }) => tagKey(tag)));
  const isFull = tags.length >= MAX_TAGS;
  const offered = known.filter((tag) => !has.has(tagKey(tag)) && begins(tag, typed)).slice(0, MOST_OFFERED);
  const put = (tag: string) => {
    focusOn(field.current);
    onPut(tag, !known.some((one) => tagKey(one) === tagKey(tag)));
    setText('');
  };
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isTag(typed) && !isFull && !has.has(tagKey(typed))) put(typed);
        }}
      >
        <TextField
          ref={field}
          label={t('notes_tag')}
          value={text}
          maxLength={MAX_TAG_CHARS}
          aria-invalid={typed !== '' && !isTag(typed)}
          onChange={setText}
        />
        <Button type="submit" disabled={!isTag(typed) || isFull || has.has(tagKey(typed))}>
          {t('notes_put')}
        </Button>
      </form>
      {typed !== '' && !isTag(typed) && <p className={styles.means}>{t('notes_tagSigns')}</p>}
      {isFull && <p className={styles.means}>{t('notes_full', MAX_TAGS)}</p>}
      {offered.length > 0 && !isFull && (
        <ul className={styles.offered} aria-label={t('notes_ofShop')}>
          {offered.map((tag) => (
            <li key={tag}>
              <Button onClick={() => put(tag)}>{tag}</Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** By its letters, or by the initials of its pinyin. */
function begins(tag: string, typed: string): boolean {
  const text = typed.toLowerCase();
  return tagKey(tag).startsWith(tagKey(text)) || (mayBeInitials(text) && hasInitials(tag, text));
}

interface NoteFormProps {
  note: CustomerNotes['note'];
  onSave: (text: string | null) => void;
}

function NoteForm({ note, onSave }: NoteFormProps) {
  const kept = note?.text ?? '';
  const [text, setText] = useState(kept);
  const field = useRef<HTMLInputElement>(null);
  const typed = text.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        focusOn(field.current);
        if (typed !== kept) onSave(typed || null);
      }}
    >
      <TextField
        ref={field}
        label={t('notes_note')}
        value={text}
        placeholder={t('notes_hint')}
        maxLength={MAX_NOTE_CHARS}
        onChange={setText}
      />
      <Button type="submit" disabled={typed === kept}>
        {t(typed === '' && kept !== '' ? 'notes_remove' : 'notes_save')}
      </Button>
    </form>
  );
}
