import { useId } from 'react';
import styles from './NumberField.module.css';

interface Props {
  label: string;
  /** As typed: what is no number yet is not taken for one. */
  value: string;
  min: number;
  max: number;
  step?: number;
  onChange: (value: string) => void;
}

/** A number under its label; what is beyond its range is marked. */
export function NumberField({ label, value, min, max, step = 1, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-invalid={value !== '' && numberIn(value, min, max) === null}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** @returns null of what is no number of the range */
export function numberIn(text: string, min: number, max: number): number | null {
  const number = Number(text);
  return text.trim() !== '' && number >= min && number <= max ? number : null;
}
