import { useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Undoable } from '../hooks/useUndoable.ts';
import { Button } from './Button.tsx';
import styles from './UndoNote.module.css';

/** What became of the last command. Its place is kept free, so that nothing moves when it appears; it keeps the focus of the button that goes. */
export function UndoNote({ undoable }: { undoable: Undoable }) {
  const { state, refusal } = undoable;
  const note = useRef<HTMLOutputElement>(null);
  const undo = () => {
    note.current?.focus();
    undoable.undo();
  };
  return (
    <output ref={note} tabIndex={-1} className={state === 'failed' ? styles.failed : styles.note}>
      {state === 'saved' && t('dashSaved')}
      {state === 'undone' && t('dashUndone')}
      {state === 'failed' && t(refusal ? `refused_${refusal}` : 'dashNotSaved')}
      {state === 'saved' && (
        <Button look="plain" onClick={undo}>
          {t('undo')}
        </Button>
      )}
    </output>
  );
}
