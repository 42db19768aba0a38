import type { ReactNode } from 'react';
import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import type { Undoable } from '../../hooks/useUndoable.ts';
import { OwnNumbersActions } from '../own-numbers/OwnNumbersActions.tsx';
import styles from './Practice.module.css';

interface Props {
  /** As the shop set them. */
  own: Numbers;
  /** As they are typed, without those that are as they ship. */
  numbers: Numbers;
  /** Nothing is wrong with them. */
  isWhole: boolean;
  isChanged: boolean;
  saved: Undoable;
  onKeep: (numbers: Numbers) => void;
  /** What was typed is to be as if it had not been. */
  onForget: () => void;
  /** The fields, and what is said of them. */
  children: ReactNode;
}

/** Limits that a shop sets for itself: kept together, or all put back as they ship. */
export function OwnLimitsForm({ own, numbers, isWhole, isChanged, saved, onKeep, onForget, children }: Props) {
  const hasOwn = Object.keys(own).length > 0;
  return (
    <form
      className={styles.numbers}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && isChanged) onKeep(numbers);
      }}
    >
      {children}
      <OwnNumbersActions
        canSave={isWhole && isChanged && saved.state !== 'saving'}
        isChanged={isChanged}
        hasOwn={hasOwn}
        onPutAllBack={() => {
          onForget();
          if (hasOwn) onKeep({});
        }}
      />
    </form>
  );
}
