import { t } from '../../../lib/browser/i18n.ts';
import { SelectField } from '../../ui/SelectField.tsx';

interface Props<Value extends string> {
  label: string;
  /** What stands for no condition. */
  any: string;
  /** None for any; a file may bring several. */
  chosen: readonly Value[];
  options: readonly { value: Value; label: string }[];
  onChange: (chosen: Value[]) => void;
}

/** One that a reply is meant for, or any; several that a file brought stay together until another is chosen. */
export function ConditionField<Value extends string>({ label, any, chosen, options, onChange }: Props<Value>) {
  const together = options.filter(({ value }) => chosen.includes(value));
  const several = {
    value: chosen.join(' '),
    label: together.map((option) => option.label).join(t('listSeparator')),
  };
  return (
    <SelectField
      label={label}
      value={chosen.join(' ')}
      options={[{ value: '', label: any }, ...options, ...(chosen.length > 1 ? [several] : [])]}
      onChange={(value) => onChange(value === '' ? [] : (value.split(' ') as Value[]))}
    />
  );
}
