import { useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { ShippedRules } from '../../../lib/messaging/answers.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AllowedPhrase } from './rules-file.ts';
import styles from './ShopRules.module.css';

interface Props {
  allow: readonly AllowedPhrase[];
  rules: ShippedRules['rules'];
  onChange: (allow: AllowedPhrase[]) => void;
}

const ANY = '*';

/** Phrases that are right for this shop. */
export function AllowList({ allow, rules, onChange }: Props) {
  const [phrase, setPhrase] = useState('');
  const [ruleId, setRuleId] = useState(ANY);
  const words = phrase.trim();
  const add = () => {
    const added: AllowedPhrase = { phrase: words, ...(ruleId === ANY ? {} : { rules: [ruleId] }) };
    if (!allow.some((one) => keyOf(one) === keyOf(added))) onChange([...allow, added]);
    setPhrase('');
  };
  return (
    <>
      <ul className={styles.rows}>
        {allow.map((one, index) => (
          <li key={keyOf(one)} className={styles.row}>
            <q className={styles.what}>{one.phrase}</q>
            <span className={styles.which}>{one.rules?.join(t('listSeparator')) ?? t('rulesAnyRule')}</span>
            <Button
              look="plain"
              aria-label={t('rulesTakeAwayOf', one.phrase)}
              onClick={() => onChange(allow.filter((_, at) => at !== index))}
            >
              {t('rulesTakeAway')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          if (words !== '') add();
        }}
      >
        <TextField label={t('rulesPhrase')} value={phrase} maxLength={100} onChange={setPhrase} />
        <SelectField
          label={t('rulesOfRule')}
          value={ruleId}
          options={[
            { value: ANY, label: t('rulesAnyRule') },
            ...rules.map(({ id, name }) => ({ value: id, label: `${id} ${labelText(name)}` })),
          ]}
          onChange={setRuleId}
        />
        <Button type="submit" disabled={words === ''}>
          {t('rulesAdd')}
        </Button>
      </form>
    </>
  );
}

function keyOf({ phrase, rules }: AllowedPhrase): string {
  return `${phrase} ${rules?.join() ?? ANY}`;
}
