import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { SavedSegment } from '../../../lib/model/event.ts';
import { Button } from '../../ui/Button.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { useUndoable } from '../../hooks/useUndoable.ts';
import styles from './SaveSegment.module.css';

interface Props {
  line: string;
  /** A line that cannot be read is not saved. */
  isReadable: boolean;
  saved: readonly SavedSegment[];
}

/** Keeps the line under a name; under a name that is taken, the line of that one changes. */
export function SaveSegment({ line, isReadable, saved }: Props) {
  const [name, setName] = useState('');
  const change = useUndoable();
  const label = name.trim();
  const same = saved.find((segment) => segment.label === label);
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        const segmentId = same?.segmentId ?? crypto.randomUUID();
        change.run(() => toBackground.saveSegment({ segmentId, label, query: line.trim() }));
        setName('');
      }}
    >
      <input
        className={styles.name}
        aria-label={t('dashSegmentName')}
        placeholder={t('dashSegmentName')}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={label === '' || !isReadable}>
        {t(same ? 'dashReplace' : 'dashSaveSegment')}
      </Button>
      <UndoNote undoable={change} />
    </form>
  );
}
