import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { labelText, shownLanguage, t } from '../../../lib/browser/i18n.ts';
import { complete, type CompletionOption } from '../../../lib/insight/segments/complete.ts';
import type { Lexicon } from '../../../lib/insight/segments/lexicon.ts';
import type { SegmentError } from '../../../lib/insight/segments/segment.ts';
import { isComposing } from '../../hooks/ime.ts';
import { Listbox, Option } from '../../ui/Listbox.tsx';
import { isUnfinished } from './QueryProblem.tsx';
import styles from './QueryLine.module.css';

interface Props {
  line: string;
  lexicon: Lexicon;
  /** Of the shop. */
  tags: readonly string[];
  /** Its characters are marked where they stand. */
  error: SegmentError | null;
  onLine: (line: string) => void;
}

const MOST_OPTIONS = 9;

/** The line of a query: words are offered while it is written, by keyboard alone. An input method's keys are not ours. */
export function QueryLine({ line, lexicon, tags, error, onLine }: Props) {
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const completion =
    caret === null ? null : complete(line, caret, lexicon, { most: MOST_OPTIONS, language: shownLanguage(), tags });
  const options = completion?.options ?? [];
  const isOpen = options.length > 0;

  const close = () => {
    setCaret(null);
    setActive(-1);
  };
  const open = () => {
    setCaret(box.current!.selectionStart ?? line.length);
    setActive(-1);
  };
  const take = (option: CompletionOption) => {
    const { start, end } = completion!;
    const head = line.slice(0, start) + option.insert;
    onLine(head + line.slice(end));
    setActive(-1);
    setCaret(head.length);
    requestAnimationFrame(() => box.current?.setSelectionRange(head.length, head.length));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) setActive((active + step + options.length + (active === -1 && step === -1 ? 1 : 0)) % options.length);
      else open();
    } else if (event.key === 'Enter' || (event.key === 'Tab' && active >= 0)) {
      const option = options[active];
      if (option) event.preventDefault();
      if (option) take(option);
      else close();
    } else if (event.key === 'Escape') close();
  };

  return (
    <div className={styles.line}>
      <div ref={mirror} className={styles.mirror} aria-hidden>
        {error && !isUnfinished(line, error) && <MarkedLine line={line} error={error} />}
      </div>
      <input
        ref={box}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        className={styles.box}
        aria-label={t('dashQuery')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        aria-invalid={error !== null}
        placeholder={t('dashQueryHint')}
        value={line}
        onChange={(event) => {
          onLine(event.target.value);
          open();
        }}
        onClick={open}
        onBlur={close}
        onKeyDown={onKeyDown}
        onScroll={() => {
          mirror.current!.scrollLeft = box.current!.scrollLeft;
        }}
      />
      {isOpen && (
        <Listbox id={listId} label={t('dashOptions')} className={styles.options}>
          {options.map((option, at) => (
            <Option
              key={`${option.kind} ${option.insert}`}
              id={`${listId}-${at}`}
              isActive={at === active}
              className={styles.option}
              onClick={() => take(option)}
            >
              <span>{labelText(option.label)}</span>
              <span className={styles.kind}>{t(`segment_kind_${option.kind}`)}</span>
              {option.detail && <span className={styles.detail}>{labelText(option.detail)}</span>}
            </Option>
          ))}
        </Listbox>
      )}
    </div>
  );
}

/** The same line with the place of the error marked; at the end of the line an empty place is. */
function MarkedLine({ line, error: { start, end } }: { line: string; error: SegmentError }) {
  return (
    <>
      {line.slice(0, start)}
      <mark className={styles.mark}>{line.slice(start, end) || '\u00a0\u00a0'}</mark>
      {line.slice(end)}
    </>
  );
}
