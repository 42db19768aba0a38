import { labelText, t } from '../../../lib/browser/i18n.ts';
import { notPlaybooks, refusedPlaybooks } from '../../../lib/rules/practice.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from './Practice.module.css';

/** What guides advise and we do not, with the rule it breaks; and which of their rows are no playbook, and why. */
export function RefusedList() {
  return (
    <>
      <ul className={styles.rows}>
        {refusedPlaybooks.map(({ id, label, why, law, rules, instead, source }) => (
          <li key={id}>
            <strong>{labelText(label)}</strong>{' '}
            <Badge tone="risk" isOutline>
              {t('practice_refusedMark')}
            </Badge>
            <p>{t('practice_refusedWhy', labelText(why), labelText(law))}</p>
            <p className={styles.note}>
              {t('practice_instead', labelText(instead))} · {[...source, ...rules].join(' ')}
            </p>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('practice_none', Object.keys(notPlaybooks).length)}>
        <dl className={styles.reasons}>
          {Object.entries(notPlaybooks).map(([id, why]) => (
            <div key={id}>
              <dt>{id}</dt>
              <dd>{labelText(why)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}
