import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { SegmentError } from '../../lib/insight/segments/segment.ts';
import type { QueryBoxState } from './useQueryBox.ts';
import styles from './QueryBox.module.css';

interface Props {
  state: QueryBoxState;
  /** What cannot be read, to be marked where it stands; null for nothing, and while it is only unfinished. */
  error: SegmentError | null;
  hasOptions: boolean;
  /** Ids of the list of options, of the one that Enter takes, and of what is said of the line. */
  listId: string;
  activeId: string | null;
  statusId: string;
  onType: (text: string, caret: number, isComposed: boolean) => void;
  onCaret: (caret: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Where one types. What an input method is still composing is not searched for, nor are its keys ours. */
export function QueryBox({ state, error, hasOptions, listId, activeId, statusId, onType, onCaret, onKeyDown }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  // A text put in by a click or an option has its caret behind it, and one goes on typing there.
  useLayoutEffect(() => {
    const input = box.current!;
    input.focus();
    if (state.text === state.settled && input.selectionStart !== state.caret)
      input.setSelectionRange(state.caret, state.caret);
  }, [state]);
  useLayoutEffect(() => align(mirror.current, box.current));

  return (
    <div className={styles.frame}>
      {error && (
        <div ref={mirror} className={styles.mirror} aria-hidden>
          {state.settled.slice(0, error.start)}
          <mark className={styles.wrong}>{state.settled.slice(error.start, error.end)}</mark>
          {state.settled.slice(error.end)}
        </div>
      )}
      <input
        ref={box}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('searchLabel')}
        aria-expanded={hasOptions}
        aria-controls={hasOptions ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={activeId ?? undefined}
        aria-describedby={statusId}
        aria-invalid={error !== null}
        placeholder={t('searchHint')}
        className={styles.box}
        value={state.text}
        onChange={({ target, nativeEvent }) =>
          onType(target.value, target.selectionStart ?? target.value.length, !(nativeEvent as InputEvent).isComposing)
        }
        onCompositionEnd={({ currentTarget: { value, selectionStart } }) =>
          onType(value, selectionStart ?? value.length, true)
        }
        onSelect={({ currentTarget: { selectionStart } }) => {
          if (state.text === state.settled) onCaret(selectionStart ?? state.text.length);
        }}
        onScroll={({ currentTarget }) => align(mirror.current, currentTarget)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The marks lie under the text, however far a long line was scrolled. */
function align(mirror: HTMLElement | null, box: HTMLElement | null): void {
  if (mirror && box) mirror.scrollLeft = box.scrollLeft;
}
