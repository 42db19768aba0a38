import { useId, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { indexReplies, searchReplies } from '../../lib/replies/search/search-replies.ts';
import { isComposing } from '../hooks/ime.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Listbox, Option } from '../ui/Listbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { templateName, textWithBlanks, useLibrary } from './library-context.ts';
import styles from './ReplySearch.module.css';

interface Props {
  /** Those that may be sent from here. */
  templates: readonly ReplyTemplate[];
  ref: Ref<HTMLInputElement>;
  onChoose: (template: ReplyTemplate) => void;
}

const SHOWN = 8;

/** Any reply of the library, found while one types. What an input method still composes is not searched for. */
export function ReplySearch({ templates, ref, onChoose }: Props) {
  const library = useLibrary();
  const listId = useId();
  const [{ text, settled }, setQuery] = useState({ text: '', settled: '' });
  const [active, setActive] = useState(0);
  const isComposed = useRef(true);
  const isOpen = settled.trim() !== '';
  /** Made when it is first needed: most buyers are answered without a search. */
  const index = useMemo(
    () => (isOpen ? indexReplies(templates, (template) => templateName(library, template)) : null),
    [isOpen, templates, library],
  );
  const found = useMemo(() => (index && isOpen ? searchReplies(index, settled) : []), [index, isOpen, settled]);
  const shown = found.slice(0, SHOWN);

  const type = (next: string, isSettled: boolean) => {
    setQuery((before) => ({ text: next, settled: isSettled ? next : before.settled }));
    setActive(0);
  };
  const take = (template: ReplyTemplate) => {
    type('', true);
    onChoose(template);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((at) => Math.min(shown.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter' && shown[active]) take(shown[active]);
    else if (event.key === 'Escape' && text !== '') type('', true);
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <TextField
        ref={ref}
        type="search"
        label={t('searchReplies')}
        value={text}
        placeholder={t('replySearchHint')}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        onChange={(next) => type(next, isComposed.current)}
        onCompositionStart={() => {
          isComposed.current = false;
        }}
        onCompositionEnd={({ currentTarget }) => {
          isComposed.current = true;
          type(currentTarget.value, true);
        }}
        onKeyDown={press}
      />
      {isOpen && shown.length === 0 && <EmptyLine>{t('noReplyFound')}</EmptyLine>}
      {shown.length > 0 && (
        <Listbox id={listId} label={t('repliesFound')} className={styles.list}>
          {shown.map((template, at) => (
            <Option
              key={template.id}
              id={`${listId}-${at}`}
              isActive={at === active}
              className={styles.option}
              title={textWithBlanks(library, template.text)}
              onClick={() => take(template)}
            >
              <span className={styles.name}>{templateName(library, template)}</span>
              <span className={styles.text}>{textWithBlanks(library, template.text)}</span>
            </Option>
          ))}
        </Listbox>
      )}
      {found.length > SHOWN && <EmptyLine>{t('searchMore', found.length)}</EmptyLine>}
    </div>
  );
}
