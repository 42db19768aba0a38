import type { Suggestion } from '../../lib/actions/suggest.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { playbookNotes } from '../words/occasions.ts';
import { evidenceTexts } from '../words/evidence.ts';
import { OfferMath } from './OfferMath.tsx';
import styles from './SuggestionCard.module.css';

interface Props {
  suggestion: Suggestion;
  onWrite: (suggestion: Suggestion) => void;
}

/** One thing to do, what it costs, and the facts it rests on. */
export function SuggestionCard({ suggestion, onWrite }: Props) {
  const { playbook, evidence, offer, existing, discount, breakEven } = suggestion;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3>{labelText(playbook.label)}</h3>
        {playbook.sceneId !== null && (
          <Button
            look="plain"
            onClick={() => onWrite(suggestion)}
            aria-label={t('writeFor', labelText(playbook.label))}
          >
            {t('write')}
          </Button>
        )}
      </div>
      <p>{labelText(playbook.advice)}</p>
      <p className={styles.reasons}>{playbookNotes(playbook).join(' · ')}</p>
      {offer && <OfferMath offer={offer} existing={existing} discount={discount} breakEven={breakEven} />}
      <p className={styles.reasons}>
        {evidence.length > 0 && t('because', evidenceTexts(evidence).join(t('listSeparator')))}
        <span className={styles.source}>{playbook.source.join(' ')}</span>
      </p>
    </li>
  );
}
