import type { Suggestion } from '../../lib/actions/suggest.ts';
import type { InTrial } from '../../lib/actions/trials/in-trial.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import { Button } from '../ui/Button.tsx';
import { playbookNotes } from '../words/occasions.ts';
import { evidenceTexts } from '../words/evidence.ts';
import { OfferMath } from './OfferMath.tsx';
import { OfferTerms } from './OfferTerms.tsx';
import styles from './SuggestionCard.module.css';

interface Props {
  suggestion: Suggestion;
  /** Whose coupon tool makes the offer; null where it is not known. */
  platform: Platform | null;
  onWrite: (suggestion: Suggestion) => void;
}

/** One thing to do, what it costs, and the facts it rests on. */
export function SuggestionCard({ suggestion, platform, onWrite }: Props) {
  const { playbook, evidence, offer, existing, inTrial } = suggestion;
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
      {inTrial && inTrial.arm.armId !== 'treated' && <TrialNote inTrial={inTrial} />}
      {offer && (
        <>
          <OfferMath {...suggestion} offer={offer} />
          <OfferTerms offer={offer} existing={existing} platform={platform} />
        </>
      )}
      <p className={styles.reasons}>
        {evidence.length > 0 && t('because', evidenceTexts(evidence).join(t('listSeparator')))}
        <span className={styles.source}>{playbook.source.join(' ')}</span>
      </p>
    </li>
  );
}

/** One of two offers or wordings that are being compared: which one this customer gets. */
function TrialNote({ inTrial: { trial, arm } }: { inTrial: InTrial }) {
  return (
    <p className={styles.trial}>
      {t('trialArm', arm.armId.toUpperCase(), formatDay(trial.startDay))}
      {arm.wording && <span>{t('trialWording', arm.wording)}</span>}
    </p>
  );
}
