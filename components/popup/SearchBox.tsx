import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { AssessedHit } from '../hooks/useSearch.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { HitRow } from './HitRow.tsx';
import styles from './SearchBox.module.css';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** Undefined while searching. */
  hits: readonly AssessedHit[] | undefined;
  onChoose: (hit: AssessedHit) => void;
}

/**
 * Search as you type, by keyboard alone: Enter takes the first hit, the arrow keys walk through the others. What an input
 * method is still composing is not searched for, nor are its keys ours.
 */
export function SearchBox({ query, onQuery, hits, onChoose }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  useEffect(() => box.current?.focus(), []);

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [box.current!, ...list.current!.querySelectorAll('button')];
    stops[Math.max(0, stops.indexOf(event.currentTarget as HTMLButtonElement) + step)]?.focus();
    event.preventDefault();
  };
  const takeFirst = (event: KeyboardEvent<HTMLElement>) => {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    const first = hits?.[0];
    if (event.key === 'Enter' && !isComposing && first) onChoose(first);
    else walk(event);
  };

  return (
    <div>
      <input
        ref={box}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('searchLabel')}
        placeholder={t('searchHint')}
        className={styles.box}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) onQuery(event.target.value);
        }}
        onCompositionEnd={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={takeFirst}
      />
      <ul ref={list} aria-label={t('searchResults')} className={styles.hits}>
        {hits?.map((hit) => (
          <HitRow key={hit.customer.customerId} hit={hit} onChoose={() => onChoose(hit)} onKeyDown={walk} />
        ))}
      </ul>
      {query.trim() !== '' && hits?.length === 0 && (
        <EmptyLine>{t(/^\d{1,3}$/.test(query.trim()) ? 'searchNeedsDigits' : 'searchNothing')}</EmptyLine>
      )}
    </div>
  );
}
