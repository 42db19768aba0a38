import { useId, useState, type ReactNode, type Ref } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { useBridged } from '../hooks/useBridged.ts';
import { useSearch, type AssessedHit, type Found } from '../hooks/useSearch.ts';
import { useSearchBox } from '../hooks/useSearchBox.ts';
import { MaskedOrderOption } from '../popup/MaskedOrderOption.tsx';
import { PersonOption } from '../popup/PersonOption.tsx';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Listbox } from '../ui/Listbox.tsx';
import { Note } from '../ui/Note.tsx';
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

const nothing: Found = { hits: [], masked: [] };

/** Looking somebody up by nick or order number while one types. What an input method still composes is not searched for. */
export function PersonSearch({ field, begin = '', label, hint, onOpen, onLeave, children }: Props) {
  const box = useSearchBox(begin);
  const { text, settled, active } = box;
  const listId = useId();
  const found = useSearch(settled);
  const bridged = useBridged(found);
  const isEmpty = settled.trim() === '';
  const { hits, masked } = (isEmpty ? null : (found ?? bridged)) ?? nothing;
  const count = hits.length + masked.length;
  /** The order that was taken and leads to nobody. */
  const [leadless, setLeadless] = useState<{ orderId: string; text: string } | null>(null);
  const open = (hit: AssessedHit) => {
    box.clear();
    onOpen(hit);
  };
  const sayLeadless = (orderId: string) => setLeadless({ orderId, text: settled });
  /** Taken is what the letters say now, not what they said before. */
  const take = (at: number) => {
    const hit = found?.hits[at];
    const order = found?.masked[at - found.hits.length];
    if (hit) open(hit);
    else if (order) sayLeadless(order.orderId);
  };
  const said = leadless?.text === settled ? t('companionMaskedOrder', orderTail(leadless.orderId)) : '';

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
          aria-expanded={count > 0}
          aria-controls={count > 0 ? listId : undefined}
          aria-activedescendant={active < count ? `${listId}-${active}` : undefined}
          placeholder={hint}
          className={styles.field}
          value={text}
          onChange={(event) => box.type(event.target.value)}
          {...box.composition}
          onKeyDown={(event) => box.press(event, { count, onTake: take, onLeave })}
        />
        {children}
      </div>
      {count > 0 && (
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
          {masked.map((order, at) => (
            <MaskedOrderOption
              key={order.id}
              id={`${listId}-${hits.length + at}`}
              order={order}
              isActive={hits.length + at === active}
              onChoose={() => sayLeadless(order.orderId)}
            />
          ))}
        </Listbox>
      )}
      {said !== '' && (
        <Note tone="plain" isLive>
          {said}
        </Note>
      )}
      {found && count === 0 && <EmptyLine>{t('searchNothing')}</EmptyLine>}
    </search>
  );
}
