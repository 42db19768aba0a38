import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useBridged } from '../hooks/useBridged.ts';
import { isComposing } from '../hooks/ime.ts';
import { useSearch, type AssessedHit } from '../hooks/useSearch.ts';
import { PersonOption } from '../popup/PersonOption.tsx';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Listbox } from '../ui/Listbox.tsx';
import styles from './PersonSearch.module.css';

interface Props {
  field: Ref<HTMLInputElement>;
  /** What stands in it at first. */
  begin?: string;
  label: string;
  hint: string;
  onOpen: (hit: AssessedHit) => void;
  /** Escape in an empty field. */
  onLeave: () => void;
  /** Beside the field. */
  children?: ReactNode;
}

/** Looking somebody up by nick or order number while one types. What an input method still composes is not searched for. */
export function PersonSearch({ field, begin = '', label, hint, onOpen, onLeave, children }: Props) {
  const [{ text, settled }, setTyped] = useState({ text: begin, settled: begin });
  const [isComposed, setIsComposed] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = useSearch(settled);
  const bridged = useBridged(found);
  const hits = settled.trim() === '' ? [] : (found ?? bridged ?? []);

  const type = (next: string, isSettled: boolean) => {
    setTyped((before) => ({ text: next, settled: isSettled ? next : before.settled }));
    setActive(0);
  };
  const open = (hit: AssessedHit) => {
    type('', true);
    onOpen(hit);
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Taken is what the letters say now, not what they said before.
    const hit = found?.[active];
    if (step !== undefined) setActive((at) => Math.min(hits.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter' && hit) open(hit);
    else if (event.key === 'Escape' && text !== '') type('', true);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        <input
          ref={field}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-expanded={hits.length > 0}
          aria-controls={hits.length > 0 ? listId : undefined}
          aria-activedescendant={hits[active] ? `${listId}-${active}` : undefined}
          placeholder={hint}
          className={styles.field}
          value={text}
          onChange={(event) => type(event.target.value, !isComposed)}
          onCompositionStart={() => setIsComposed(true)}
          onCompositionEnd={({ currentTarget }) => {
            setIsComposed(false);
            type(currentTarget.value, true);
          }}
          onKeyDown={press}
        />
        {children}
      </div>
      {hits.length > 0 && (
        <Listbox id={listId} label={t('searchResults')} className={styles.hits}>
          {hits.map((hit, at) => (
            <PersonOption
              key={hit.customer.customerId}
              id={`${listId}-${at}`}
              person={{ ...hit, order: null }}
              isActive={at === active}
              onChoose={() => open(hit)}
            />
          ))}
        </Listbox>
      )}
      {found?.length === 0 && <EmptyLine>{t('searchNothing')}</EmptyLine>}
    </search>
  );
}
