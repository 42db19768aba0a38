import type { Suggestions } from '../../lib/actions/suggest.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { heldBackText } from '../words/offers.ts';
import styles from './HeldBackList.module.css';

/** Suggestions that a guard held back, each with the guard's sentence. */
export function HeldBackList({ heldBack }: Pick<Suggestions, 'heldBack'>) {
  return (
    <ul className={styles.list}>
      {heldBack.map(({ playbook, because }) => (
        <li key={playbook.id}>
          <span className={styles.playbook}>{labelText(playbook.label)}</span>
          {t('heldBackBecause', heldBackText(because))}
        </li>
      ))}
    </ul>
  );
}
