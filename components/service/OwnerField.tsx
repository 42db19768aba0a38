import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { OwnerInput } from './OwnerInput.tsx';
import styles from './service.module.css';

interface Props {
  value: string | null;
  /** The shop's table gave it to them. */
  isByLabel: boolean;
  /** Offered while one types. */
  owners: readonly string[];
  onSave: (owner: string | null) => void;
}

/** Who looks after it: a name, saved when the field is left. */
export function OwnerField({ value, isByLabel, owners, onSave }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  return (
    <>
      <OwnerInput
        label={t('wo_owner')}
        typed={typed}
        owners={owners}
        onType={setTyped}
        onBlur={() => {
          const owner = typed.trim() || null;
          if (owner !== value) onSave(owner);
        }}
      />
      {isByLabel && <p className={styles.aside}>{t('wo_ownerByLabel')}</p>}
    </>
  );
}
