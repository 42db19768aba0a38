import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import type { Tone } from '../../lib/model/own-template.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { useReplySearch } from '../hooks/useReplySearch.ts';
import { isComposing } from '../hooks/ime.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Listbox, Option } from '../ui/Listbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { templateName, textWithBlanks, useLibrary } from './library-context.ts';
import styles from './ReplySearch.module.css';

interface Props {
  platform: Platform;
  tone: Tone;
  ref: Ref<HTMLInputElement>;
  onChoose: (template: ReplyTemplate) => void;
}

/** Any reply of the library, found while one types. What an input method still composes is not searched for. */
export function ReplySearch({ platform, tone, ref, onChoose }: Props) {
  const library = useLibrary();
  const listId = useId();
  const [{ text, settled }, setQuery] = useState({ text: '', settled: '' });
  const [active, setActive] = useState(0);
  const isComposed = useRef(true);
  const answer = useReplySearch(settled, platform, tone);
  const isOpen = answer !== null;
  const shown = (answer?.ids ?? []).flatMap((id) => library.templates.find((template) => template.id === id) ?? []);
  /** What Enter takes must be what the letters say, not what they said before. */
  const isCurrent = answer?.query === settled;

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
    else if (event.key === 'Enter' && isCurrent && shown[active]) take(shown[active]);
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
      {answer && answer.total > shown.length && <EmptyLine>{t('searchMore', answer.total)}</EmptyLine>}
    </div>
  );
}
