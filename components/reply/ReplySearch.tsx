import { useId, type Ref } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import type { Tone } from '../../lib/model/own-template.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { useReplySearch } from '../hooks/useReplySearch.ts';
import { useSearchBox } from '../hooks/useSearchBox.ts';
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
  const { text, settled, active, clear, type, composition, press } = useSearchBox();
  const answer = useReplySearch(settled, platform, tone);
  const isOpen = answer !== null;
  const shown = (answer?.ids ?? []).flatMap((id) => library.templates.find((template) => template.id === id) ?? []);
  /** What Enter takes must be what the letters say, not what they said before. */
  const isCurrent = answer?.query === settled;

  const take = (template: ReplyTemplate) => {
    clear();
    onChoose(template);
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
        onChange={type}
        {...composition}
        onKeyDown={(event) =>
          press(event, {
            count: shown.length,
            onTake: (at) => {
              if (isCurrent) take(shown[at]!);
            },
            onLeave: () => event.currentTarget.blur(),
          })
        }
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
