import { useId } from 'react';
import { labelText, t, type MessageKey } from '../../lib/browser/i18n.ts';
import { reasonGroups } from '../../lib/rules/service.ts';
import fields from '../ui/fields.module.css';

interface Props {
  /** What null stands for. */
  none: MessageKey;
  value: string | null;
  onChange: (labelId: string | null) => void;
}

/** Why: first what kind of trouble, then which. */
export function ReasonField({ none, value, onChange }: Props) {
  const id = useId();
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        {t('wo_reason')}
      </label>
      <select
        id={id}
        className={fields.control}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{t(none)}</option>
        {reasonGroups.map((group) => (
          <optgroup key={group.id} label={labelText(group.label)}>
            {group.labels.map((reason) => (
              <option key={reason.id} value={reason.id}>
                {labelText(reason.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
