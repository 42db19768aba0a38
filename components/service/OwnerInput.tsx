import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { MAX_OWNER_CHARS } from '../../lib/model/limits.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  label: string;
  typed: string;
  /** Offered while one types. */
  owners: readonly string[];
  onType: (typed: string) => void;
  onBlur?: () => void;
}

/** A name, with those that were given before at hand. */
export function OwnerInput({ label, typed, owners, onType, onBlur }: Props) {
  const listId = useId();
  return (
    <>
      <TextField
        label={label}
        placeholder={t('wo_noOwner')}
        value={typed}
        maxLength={MAX_OWNER_CHARS}
        list={listId}
        onChange={onType}
        onBlur={onBlur}
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
