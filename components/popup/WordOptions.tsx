import { labelText, t } from '../../lib/browser/i18n.ts';
import type { CompletionOption } from '../../lib/insight/segments/complete.ts';
import { Option, OptionGroup } from '../ui/Listbox.tsx';
import type { Offered } from './completions.ts';
import styles from './WordOptions.module.css';

interface Props {
  offered: Offered;
  idOf: (index: number) => string;
  /** The one that Enter takes; null for none of them. */
  active: number | null;
  onTake: (index: number) => void;
}

const signs: ReadonlySet<CompletionOption['kind']> = new Set(['operator', 'unit', 'connective']);

/** What may be written next: signs side by side, words one below the other with what they mean. */
export function WordOptions({ offered: { options }, idOf, active, onTake }: Props) {
  const isSigns = options.every(({ kind }) => signs.has(kind));
  return (
    <OptionGroup label={t('segment_words')} className={isSigns ? styles.signs : styles.words}>
      {options.map((option, index) => (
        <Option
          key={`${option.kind} ${option.insert}`}
          id={idOf(index)}
          isActive={index === active}
          className={isSigns ? styles.sign : styles.word}
          title={option.detail ? labelText(option.detail) : undefined}
          onClick={() => onTake(index)}
        >
          <span className={styles.insert}>{option.insert.trim()}</span>
          {!isSigns && <Meaning option={option} />}
        </Option>
      ))}
    </OptionGroup>
  );
}

function Meaning({ option: { insert, label, detail, kind } }: { option: CompletionOption }) {
  const name = labelText(label);
  return (
    <>
      <span className={styles.meaning}>{detail ? labelText(detail) : name === insert ? '' : name}</span>
      <span className={styles.kind}>{t(`segment_kind_${kind}`)}</span>
    </>
  );
}
