import { t } from '../../lib/browser/i18n.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './BlockConfirmation.module.css';

interface Props {
  blocks: number;
  reason: string;
  onChange: (reason: string) => void;
}

/** The deliberate second step before a text with a `block` finding can be used: a reason, which is written down with the contact. */
export function BlockConfirmation({ blocks, reason, onChange }: Props) {
  return (
    <div className={styles.confirmation}>
      <p>{t('confirmBlock', blocks)}</p>
      <TextField label={t('overrideReason')} value={reason} onChange={onChange} maxLength={200} />
    </div>
  );
}
