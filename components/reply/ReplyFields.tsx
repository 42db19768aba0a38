import { t } from '../../lib/browser/i18n.ts';
import { TextField } from '../ui/TextField.tsx';
import { variableExample, variableLabel } from './variables.ts';
import styles from './ReplyFields.module.css';

interface Props {
  /** Variables that nothing but the person knows. */
  names: readonly string[];
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
}

export function ReplyFields({ names, values, onChange }: Props) {
  if (names.length === 0) return null;
  return (
    <div className={styles.fields}>
      {names.map((name) => (
        <TextField
          key={name}
          label={variableLabel(name)}
          value={values[name] ?? ''}
          placeholder={t('forExample', variableExample(name))}
          maxLength={200}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </div>
  );
}
