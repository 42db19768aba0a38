import { t } from '../../lib/browser/i18n.ts';
import styles from './BlockConfirmation.module.css';

interface Props {
  blocks: number;
  isConfirmed: boolean;
  onChange: (isConfirmed: boolean) => void;
}

/** The deliberate second step before a text with a `block` finding can be used. */
export function BlockConfirmation({ blocks, isConfirmed, onChange }: Props) {
  return (
    <label className={styles.confirmation}>
      <input
        type="checkbox"
        className={styles.box}
        checked={isConfirmed}
        onChange={(event) => onChange(event.target.checked)}
      />
      {t('confirmBlock', blocks)}
    </label>
  );
}
