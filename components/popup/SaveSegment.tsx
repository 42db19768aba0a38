import { useState, type SyntheticEvent } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { SavedSegment } from '../../lib/model/event.ts';
import { isComposing } from '../hooks/ime.ts';
import { Button } from '../ui/Button.tsx';
import { lineMeaning } from '../words/segments.ts';
import styles from './SaveSegment.module.css';

const LONGEST_NAME = 40;

interface Props {
  query: string;
  saved: readonly SavedSegment[];
  onSave: (label: string) => void;
  /** The name is given, or not to be given after all. */
  onDone: () => void;
}

/** The button that was pressed is gone: the cursor goes where one types next. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus();

/** Keeps the line under a name: one button, and where it stood, the name. */
export function SaveSegment({ query, saved, onSave, onDone }: Props) {
  const [name, setName] = useState<string | null>(null);
  const same = saved.find((segment) => lineMeaning(segment.query) === lineMeaning(query));
  if (name === null) {
    return same ? (
      <span className={styles.known}>{t('segment_isSaved', same.label)}</span>
    ) : (
      <Button look="plain" onClick={() => setName(query.trim().slice(0, LONGEST_NAME))}>
        {t('segment_saveAs')}
      </Button>
    );
  }
  const close = () => {
    setName(null);
    onDone();
  };
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    close();
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <input
        ref={focusOnce}
        aria-label={t('segment_name')}
        className={styles.name}
        maxLength={LONGEST_NAME}
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          close();
        }}
      />
      <Button type="submit" look="primary" disabled={name.trim() === ''}>
        {t('segment_save')}
      </Button>
      <Button look="plain" onClick={close}>
        {t('segment_cancel')}
      </Button>
    </form>
  );
}
