import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { FormRow } from '../../../lib/insight/segments/form.ts';
import type { MetricUnit } from '../../../lib/insight/segments/vocabulary-schema.ts';
import { MAX_FEN } from '../../../lib/model/money.ts';
import styles from './ConditionRow.module.css';

type NumberRow = Extract<FormRow, { kind: 'number' }>;

interface Props {
  row: NumberRow;
  unit: MetricUnit;
  onValues: (values: NumberRow['values']) => void;
}

/** The value of a comparison, or its two ends, in the unit that people write: what cannot be taken is marked, and changes nothing. */
export function RowValues({ row, unit, onValues }: Props) {
  const hintId = useId();
  /** What was typed and is not taken over yet. */
  const [typed, setTyped] = useState<{ at: number; text: string } | null>(null);
  const scale = unit === 'fen' ? 100 : 1;
  const { values } = row;
  const hasEnds = values.length === 2;
  const ends = values.map((value, at) => ({ at, value }));
  const take = (at: number, text: string) => {
    const value = valueIn(text, scale);
    setTyped({ at, text });
    if (value === null) return;
    const [low, high] = values;
    const taken =
      high === undefined ? ([value] as const) : at === 0 ? ([value, high] as const) : ([low, value] as const);
    if (taken.length === 1 || taken[0] <= taken[1]) onValues(taken);
  };
  const wrong = typed && problemOf(typed, values, scale);
  return (
    <span className={styles.values}>
      {ends.map(({ at, value }) => (
        <span key={at} className={styles.end}>
          {at === 1 && <span aria-hidden>~</span>}
          <input
            type="number"
            step="any"
            className={styles.number}
            aria-label={t(hasEnds ? (at === 0 ? 'rowLow' : 'rowHigh') : 'rowValue')}
            aria-invalid={wrong !== null && typed?.at === at}
            aria-describedby={hintId}
            value={typed?.at === at ? typed.text : value / scale}
            onChange={(event) => take(at, event.target.value)}
            onBlur={() => setTyped(null)}
          />
        </span>
      ))}
      {unit !== 'flag' && <span className={styles.unit}>{t(`dashUnit_${unit}`)}</span>}
      <span id={hintId} className={styles.beyond}>
        {wrong && t(wrong)}
      </span>
    </span>
  );
}

/** @returns null of what is no number that a metric can be held against */
function valueIn(text: string, scale: number): number | null {
  const value = Number(text) * scale;
  if (text.trim() === '' || !Number.isFinite(value) || Math.abs(value) > MAX_FEN) return null;
  return scale === 1 ? value : Math.round(value);
}

function problemOf(
  { at, text }: { at: number; text: string },
  values: NumberRow['values'],
  scale: number,
): 'rowNoNumber' | 'rowReversed' | null {
  const value = valueIn(text, scale);
  if (value === null) return 'rowNoNumber';
  const [low, high = low] = values;
  return values.length === 2 && (at === 0 ? value > high : value < low) ? 'rowReversed' : null;
}
