import { useId } from 'react';
import { labelText, t, type MessageKey } from '../../lib/browser/i18n.ts';
import { reasonGroups } from '../../lib/rules/service.ts';
import type { ReasonGroup } from '../../lib/service/reason-label-schema.ts';
import fields from '../ui/fields.module.css';

interface Props {
  label?: string;
  /** What null stands for. */
  none: MessageKey;
  value: string | null;
  /** What can be chosen of a group; left out for its labels. */
  optionsOf?: (group: ReasonGroup) => readonly { value: string; label: string }[];
  onChange: (labelId: string | null) => void;
}

/** Why: first what kind of trouble, then which. */
export function ReasonField({ label = t('wo_reason'), none, value, optionsOf = labelsOf, onChange }: Props) {
  const id = useId();
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        {label}
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
            {optionsOf(group).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function labelsOf({ labels }: ReasonGroup): { value: string; label: string }[] {
  return labels.map(({ id, label }) => ({ value: id, label: labelText(label) }));
}
