import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface Props {
  label: string;
  /** Null for what the preset says. */
  value: number | null;
  /** What the preset says. */
  placeholder: string;
  min: number;
  max: number;
  onChange: (value: number | null) => void;
}

/** A whole number that is kept when one leaves the field; emptied, the preset holds again. */
export function NumberField({ label, value, placeholder, min, max, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const settle = () => {
    if (draft === null) return;
    const number = draft.trim() === '' ? null : Number(draft);
    const isAllowed = number === null || (Number.isInteger(number) && number >= min && number <= max);
    if (isAllowed && number !== value) onChange(number);
    setDraft(null);
  };
  return (
    <TextField
      label={label}
      type="number"
      min={min}
      max={max}
      placeholder={placeholder}
      value={draft ?? (value === null ? '' : String(value))}
      onChange={setDraft}
      onBlur={settle}
    />
  );
}
