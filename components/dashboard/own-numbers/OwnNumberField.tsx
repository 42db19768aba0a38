import { useId } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './OwnNumberField.module.css';

interface Props {
  label: string;
  /** As typed. */
  text: string;
  unit: string;
  /** The same in a larger unit; empty where it is none, left out where no field of the form says so. */
  means?: string;
  /** What ships, as it would be typed. */
  shipped: string;
  /** The same as it is said; left out where that is no different. */
  shippedText?: string;
  /** What can be chosen, where nothing is typed. */
  choices?: readonly { value: string; label: string }[] | undefined;
  /** Why it cannot be so; null where it can. */
  problem: string | null;
  onChange: (text: string) => void;
}

/** A number of the shipped rules that a shop may set: what ships stays beside it, and one click puts it back. */
export function OwnNumberField({
  label,
  text,
  unit,
  means,
  shipped,
  shippedText = shipped,
  choices,
  problem,
  onChange,
}: Props) {
  const [inputId, hintId] = [useId(), useId()];
  const isOwn = text !== shipped;
  return (
    <div className={styles.field}>
      <label htmlFor={inputId} className={styles.label}>
        {label}
      </label>
      <span className={styles.typed}>
        {choices ? (
          <select
            id={inputId}
            className={styles.choice}
            aria-describedby={hintId}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={inputId}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            className={styles.number}
            aria-invalid={problem !== null}
            aria-describedby={hintId}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
        <span className={styles.unit}>{unit}</span>
      </span>
      <span className={styles.aside}>
        {means !== undefined && <span className={styles.means}>{means}</span>}
        <span id={hintId} className={isOwn ? styles.differs : styles.shipped}>
          {t('own_shipped', shippedText)}
        </span>
        {isOwn && (
          <Button look="plain" aria-label={t('own_putBackOf', label, shippedText)} onClick={() => onChange(shipped)}>
            {t('own_putBack')}
          </Button>
        )}
      </span>
      {problem !== null && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}
