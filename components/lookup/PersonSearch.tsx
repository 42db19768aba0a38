import { useId, type ReactNode, type Ref } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useBridged } from '../hooks/useBridged.ts';
import { useSearch, type AssessedHit } from '../hooks/useSearch.ts';
import { useSearchBox } from '../hooks/useSearchBox.ts';
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
  const box = useSearchBox(begin);
  const { text, settled, active } = box;
  const listId = useId();
  const found = useSearch(settled);
  const bridged = useBridged(found);
  const hits = settled.trim() === '' ? [] : (found ?? bridged ?? []);
  const open = (hit: AssessedHit) => {
    box.clear();
    onOpen(hit);
  };
  /** Taken is what the letters say now, not what they said before. */
  const take = (at: number) => {
    if (found?.[at]) open(found[at]);
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
          onChange={(event) => box.type(event.target.value)}
          {...box.composition}
          onKeyDown={(event) => box.press(event, { count: hits.length, onTake: take, onLeave })}
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
