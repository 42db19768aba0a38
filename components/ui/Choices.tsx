import { useId } from 'react';
import styles from './Choices.module.css';

interface Props<Value extends string> {
  /** Read out; the options say enough to the eye. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** The key that goes on to the next one. */
  shortcut?: string;
}

/** One of a few, all of them in sight. */
export function Choices<Value extends string>({ label, value, options, onChange, shortcut }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choices} aria-label={label} title={shortcut} aria-keyshortcuts={shortcut}>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.text}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
