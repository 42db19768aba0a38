import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import styles from './mapping.module.css';

interface Props {
  label: string;
  isNeeded: boolean;
  /** The column that stands here; empty for none. */
  column: string;
  columns: readonly string[];
  onAssign: (column: string) => void;
}

/** A field: drop a column on it, or choose one. */
export function FieldSlot({ label, isNeeded, column, columns, onAssign }: Props) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      className={`${styles.slot} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const dropped = event.dataTransfer.getData('text/plain');
        if (columns.includes(dropped)) onAssign(dropped);
      }}
    >
      <label htmlFor={id}>
        {label}
        {isNeeded && <span className={styles.needed}> {t('mapNeeded')}</span>}
      </label>
      <select id={id} value={column} onChange={({ target }) => onAssign(target.value)}>
        <option value="">{t('mapNone')}</option>
        {columns.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
