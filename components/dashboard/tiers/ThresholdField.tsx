import { useId, useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { Threshold } from '../../../lib/insight/tiers/threshold-schema.ts';
import { rounded, sliderOf } from './slider.ts';
import styles from './ThresholdField.module.css';

interface Props {
  threshold: Threshold;
  /** Null: taken from the shop's own customers. */
  value: number | null;
  /** What else there is to say of it, in a few words. */
  hint?: string;
  /** How far it may be moved where its neighbours are nearer than its own range. */
  limits?: readonly [min: number, max: number];
  /** With null the shop has no number of its own any more. */
  onChange: (value: number | null) => void;
}

/** A number that a shop may set, by hand or by dragging; money is shown in yuan. What is beyond its range is not taken over. */
export function ThresholdField({ threshold, value, hint = '', limits, onChange }: Props) {
  const hintId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { unit, min, max, step } = threshold;
  const [low, high] = limits ?? [min, max];
  const slider = sliderOf(threshold);
  const scale = unit === 'fen' ? 100 : 1;
  const shown = (number: number) => String(rounded(number / scale));
  const label = labelText(threshold.label);
  const isWithin = (text: string) => Number(text) * scale >= low && Number(text) * scale <= high;
  const isCleared = typed === '' && threshold.default === null;
  const isBeyond = typed !== null && !isCleared && (typed === '' || !isWithin(typed));
  const take = (text: string) => {
    setTyped(text);
    if (text === '' && threshold.default === null) onChange(null);
    else if (text !== '' && isWithin(text)) onChange(rounded(Number(text) * scale));
  };
  return (
    <span className={styles.field}>
      <input
        type="range"
        className={styles.range}
        aria-label={label}
        aria-valuetext={value === null ? t('dashAutomatic') : `${shown(value)} ${t(`dashUnit_${unit}`)}`}
        {...slider.range}
        value={slider.placeOf(value ?? low)}
        onChange={(event) => {
          setTyped(null);
          onChange(Math.min(high, Math.max(low, slider.valueAt(Number(event.target.value)))));
        }}
      />
      <input
        type="number"
        className={styles.number}
        aria-label={t('dashTypedFor', label)}
        aria-invalid={isBeyond}
        aria-describedby={hintId}
        placeholder={t('dashAutomatic')}
        min={low / scale}
        max={high / scale}
        step={step / scale}
        value={typed ?? (value === null ? '' : shown(value))}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <span className={styles.unit}>{t(`dashUnit_${unit}`)}</span>
      <span id={hintId} className={isBeyond ? styles.beyond : styles.hint}>
        {isBeyond ? t('dashRange', shown(low), shown(high)) : hint}
      </span>
    </span>
  );
}
