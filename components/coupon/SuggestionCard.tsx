import type { Numbers } from '../../lib/actions/playbook-numbers.ts';
import { sceneOf, type Suggestion } from '../../lib/actions/suggest.ts';
import type { InTrial } from '../../lib/actions/trials/in-trial.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { DeclineReason } from '../../lib/model/decline-reason.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import type { ArticlePair } from '../../lib/model/article-pair.ts';
import { DeclineSelect } from '../today/DeclineSelect.tsx';
import { percentText, yuanText } from '../words/amounts.ts';
import { heldBackText, titleText } from '../words/offers.ts';
import { Button } from '../ui/Button.tsx';
import { playbookNotes } from '../words/occasions.ts';
import { evidenceTexts } from '../words/evidence.ts';
import { OfferMath } from './OfferMath.tsx';
import { OfferTerms } from './OfferTerms.tsx';
import styles from './SuggestionCard.module.css';

/** A bundle at 15 % below the sum (ACT-35), the complement at half its price (ACT-54). */
const BUNDLE_SHARE = 0.85;
const HALF = 0.5;

interface Props {
  suggestion: Suggestion;
  /** Whose coupon tool makes the offer; null where it is not known. */
  platform: Platform | null;
  /** What the shop set of the limits of its platform's coupon tool. */
  ownLimits: Numbers;
  /** How the customer stands on what it speaks of, in words; null where it speaks of no such thing. */
  standing: string | null;
  onWrite: (suggestion: Suggestion) => void;
  /** It was done. */
  onNote: (suggestion: Suggestion) => void;
  /** @param reason null for "later" */
  onPutOff: (suggestion: Suggestion, reason: DeclineReason | null) => void;
}

/** One thing to do, what it costs, and the facts it rests on. */
export function SuggestionCard({ suggestion, platform, ownLimits, standing, onWrite, onNote, onPutOff }: Props) {
  const { playbook, evidence, offer, existing, companion, inTrial, instead } = suggestion;
  const name = titleText(suggestion);
  const noted = t(offer ? 'today_sent' : 'today_noted');
  return (
    <li className={styles.card} data-playbook={playbook.id}>
      <div className={styles.head}>
        <h3>{name}</h3>
        {sceneOf(suggestion) !== null && (
          <Button look="plain" onClick={() => onWrite(suggestion)} aria-label={t('writeFor', name)}>
            {t('write')}
          </Button>
        )}
      </div>
      {instead ? <InsteadNote {...instead} /> : <p>{labelText(playbook.advice)}</p>}
      <p className={styles.reasons}>{playbookNotes(instead ? { ...playbook, cost: 'right' } : playbook).join(' · ')}</p>
      {standing !== null && <p className={styles.trial}>{standing}</p>}
      {companion && <CompanionNote pair={companion} />}
      {inTrial && inTrial.arm.armId !== 'treated' && <TrialNote inTrial={inTrial} />}
      {offer && (
        <>
          <OfferMath {...suggestion} offer={offer} />
          <OfferTerms offer={offer} existing={existing} platform={platform} ownLimits={ownLimits} />
        </>
      )}
      <p className={styles.reasons}>
        {evidence.length > 0 && t('because', evidenceTexts(evidence).join(t('listSeparator')))}
        <span className={styles.source}>{playbook.source.join(' ')}</span>
      </p>
      <div className={styles.actions}>
        <Button look="plain" aria-label={t('today_noteOf', noted, name)} onClick={() => onNote(suggestion)}>
          {noted}
        </Button>
        <Button look="plain" title="S" aria-label={t('today_laterOf', name)} onClick={() => onPutOff(suggestion, null)}>
          {t('today_later')}
        </Button>
        <DeclineSelect label={t('today_declineOf', name)} onDecline={(reason) => onPutOff(suggestion, reason)} />
      </div>
    </li>
  );
}

/** A right of the shop in place of a coupon that is too small for them: what to do, and why no coupon. */
function InsteadNote({ benefit, of }: NonNullable<Suggestion['instead']>) {
  return (
    <>
      <p>
        <strong>{t('benefitInstead', labelText(benefit.label))}</strong> {labelText(benefit.advice)}
      </p>
      <p className={styles.reasons}>
        {heldBackText(of)}
        <span className={styles.source}>{benefit.source.join(' ')}</span>
      </p>
    </>
  );
}

/** What goes with what they have, by how many customers, and what the guides would ask for it. */
function CompanionNote({ pair }: { pair: ArticlePair }) {
  return (
    <p className={styles.trial}>
      {t(
        'companionPair',
        shortened(pair.title),
        shortened(pair.otherTitle),
        pair.both,
        pair.buyers,
        percentText(pair.least),
        percentText(pair.usual),
      )}
      <span>{priceOf(pair)}</span>
    </p>
  );
}

const MOST_CHARS = 24;

function shortened(title: string): string {
  return title.length > MOST_CHARS ? `${title.slice(0, MOST_CHARS)}…` : title;
}

function priceOf({ kind, priceFen, otherPriceFen }: ArticlePair): string | null {
  if (otherPriceFen === null) return null;
  if (kind === 'bundle')
    return priceFen === null
      ? null
      : t('companionBundle', yuanText(priceFen + otherPriceFen), yuanText((priceFen + otherPriceFen) * BUNDLE_SHARE));
  return kind === 'complement'
    ? t('companionHalf', yuanText(otherPriceFen), yuanText(otherPriceFen * HALF))
    : t('companionPrice', yuanText(otherPriceFen));
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
