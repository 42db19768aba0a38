import { t } from '../../lib/browser/i18n.ts';
import type { ReplyField } from '../../lib/replies/fill-fields.ts';
import type { ReplyVariable } from '../../lib/replies/reply-variable.ts';
import { isComposing } from '../hooks/ime.ts';
import { TextField } from '../ui/TextField.tsx';
import { useLibrary, variableLabel } from './library-context.ts';
import styles from './ReplyFields.module.css';

interface Props {
  fields: readonly ReplyField[];
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
  /** Enter goes on to what is to be done next. */
  onEnter: () => void;
}

/** What has to be filled in before the reply can be used, with the usual answers for one click. */
export function ReplyFields({ fields, values, onChange, onEnter }: Props) {
  const library = useLibrary();
  if (fields.length === 0) return null;
  return (
    <div className={styles.fields}>
      {fields.map(({ name, proposed, stale }) => {
        const variable = library.variables.find((candidate) => candidate.name === name);
        const label = variable ? variableLabel(library, name) : t('blankField', name);
        const value = values[name] ?? proposed;
        return (
          <div key={name} className={styles.field}>
            <TextField
              label={label}
              value={value}
              placeholder={variable && t('forExample', variable.example)}
              maxLength={200}
              onChange={(next) => onChange(name, next)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
                event.preventDefault();
                onEnter();
              }}
              {...inputHints(variable)}
            />
            {stale && <p className={styles.hint}>{t('staleValue', stale.hours, stale.text)}</p>}
            {proposed !== '' && values[name] === undefined && <p className={styles.hint}>{t('fromChat')}</p>}
            {variable && variable.choices.length > 0 && value === '' && (
              <ul className={styles.usual} aria-label={t('usualAnswers', label)}>
                {variable.choices.map((choice) => (
                  <li key={choice}>
                    <button type="button" className={styles.choice} onClick={() => onChange(name, choice)}>
                      {choice}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </div>
  );
}

function inputHints(variable: ReplyVariable | undefined): { inputMode?: 'numeric' | 'decimal' } {
  if (variable?.type === 'tail' || variable?.type === 'count') return { inputMode: 'numeric' };
  return {};
}
