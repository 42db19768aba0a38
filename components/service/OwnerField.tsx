import { useId, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { MAX_OWNER_CHARS } from '../../lib/model/limits.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  value: string | null;
  /** Offered while one types. */
  owners: readonly string[];
  onSave: (owner: string | null) => void;
}

/** Who looks after it: a name, saved when the field is left. */
export function OwnerField({ value, owners, onSave }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const listId = useId();
  return (
    <>
      <TextField
        label={t('wo_owner')}
        placeholder={t('wo_noOwner')}
        value={typed}
        maxLength={MAX_OWNER_CHARS}
        list={listId}
        onChange={setTyped}
        onBlur={() => {
          const owner = typed.trim() || null;
          if (owner !== value) onSave(owner);
        }}
      />
      <datalist id={listId}>
        {owners.map((owner) => (
          <option key={owner} value={owner}>
            {owner}
          </option>
        ))}
      </datalist>
    </>
  );
}
