import { labelText, t } from '../../../lib/browser/i18n.ts';
import { useLibrary } from '../../reply/library-context.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from './TemplateEditor.module.css';

/** Every variable by the name a person knows it by; a click puts it where the cursor stands. */
export function VariableButtons({ onInsert }: { onInsert: (name: string) => void }) {
  const { variables } = useLibrary();
  return (
    <Disclosure summary={t('libInsert')}>
      <ul className={styles.variables}>
        {variables.map(({ name, label, example }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.variable}
              title={`{${name}} ${t('forExample', example)}`}
              onClick={() => onInsert(name)}
            >
              {labelText(label)}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
