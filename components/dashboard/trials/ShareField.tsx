import { useState } from 'react';
import { numberIn } from '../NumberField.tsx';
import { percentOf, ranges } from './trial-draft.ts';
import styles from './Trials.module.css';

interface Props {
  label: string;
  share: number;
  onChange: (share: number) => void;
}

/** A share in a cell, saved when one is done with it. */
export function ShareField({ label, share, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="number"
      className={styles.share}
      aria-label={label}
      min={ranges.share[0]}
      max={ranges.share[1]}
      value={typed ?? percentOf(share)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const percent = typed === null ? null : numberIn(typed, ...ranges.share);
        setTyped(null);
        if (percent !== null && percent !== Number(percentOf(share))) onChange(percent / 100);
      }}
    />
  );
}
