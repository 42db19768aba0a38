import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import styles from './import.module.css';

/** Files by the browser's dialog, or dropped here. */
export function ChooseFiles({ onChoose }: { onChoose: (files: Iterable<File>) => void }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      className={`${styles.drop} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onChoose(event.dataTransfer.files);
      }}
    >
      <label htmlFor={id}>{t('importChoose')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept=".csv,.txt,.xlsx,.xls,.zip"
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      <p className={styles.hint}>{t('importWhich')}</p>
    </div>
  );
}
