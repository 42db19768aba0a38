import { labelText, t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { disputeRules, reasonGroups } from '../../lib/rules/service.ts';
import type { Decision, LevelReason } from '../../lib/service/dispute.ts';
import type { OfferOutcome } from '../../lib/model/work-order-event.ts';
import type { CustomerDispute } from '../../lib/views/service/disputes.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Note } from '../ui/Note.tsx';
import { yuanText } from '../words/amounts.ts';
import { NegotiationSteps } from './NegotiationSteps.tsx';
import styles from './DisputeCard.module.css';

const tones: Readonly<Record<Decision['level']['id'], Tone>> = {
  instant: 'good',
  standard: 'calm',
  negotiate: 'watch',
  ownWish: 'calm',
};

interface Props {
  dispute: CustomerDispute;
  onOutcome: (stepId: string, outcome: OfferOutcome) => void;
}

/** One dispute: how to go about it and why, the ways out with what they cost, and who may say yes. */
export function DisputeCard({ dispute: { orderId, type, amountFen, offers, decision }, onOutcome }: Props) {
  const { level, reasons, remedies, steps, mayAgree, toManager, smallClaims } = decision;
  const facts = [
    ...reasons.map((reason) => reasonText(reason, decision)),
    ...(smallClaims > 0 && !reasons.some(({ because }) => because === 'smallClaims')
      ? [t('disputeSmallClaims', disputeRules.abuse.days, smallClaims)]
      : []),
  ];
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {type ?? t('caseOfNoType')} {amountFen !== null && yuanText(amountFen)}{' '}
          {orderId !== null && <span className={styles.tail}>{orderTail(orderId)}</span>}
        </h3>
        <Badge tone={tones[level.id]}>{labelText(level.label)}</Badge>
      </div>
      {toManager && (
        <Note tone="risk">
          <strong>{t('disputeToManager', labelText(toManager.label))}</strong> {labelText(toManager.note)}{' '}
          <span className={styles.source}>{toManager.source}</span>
        </Note>
      )}
      <p>{labelText(level.advice)}</p>
      <ul className={styles.remedies} aria-label={t('disputeRemedies')}>
        {remedies.map(({ remedy, costFen, isAtMost }) => (
          <li key={remedy.id} className={styles.remedy}>
            <span>{labelText(remedy.label)}</span>
            <span className={styles.cost}>
              {costFen === null
                ? t(`disputeCost_${remedy.cost}`)
                : t(isAtMost ? 'disputeCostsAtMost' : 'disputeCosts', yuanText(costFen))}
            </span>
          </li>
        ))}
      </ul>
      {steps.length > 0 && <NegotiationSteps steps={steps} offers={offers} onOutcome={onOutcome} />}
      <p className={styles.reasons}>
        {t('because', facts.join(t('listSeparator')))}
        {mayAgree !== null && t('disputeMayAgree', t(`authority_${mayAgree}`))}
        <span className={styles.source}>{level.source.join(' ')}</span>
      </p>
    </li>
  );
}

function reasonText(reason: LevelReason, { level }: Decision): string {
  if (reason.because === 'ownWish') return t('disputeOwnWish');
  if (reason.because === 'unknownAmount') return t('disputeUnknownAmount');
  if (reason.because === 'smallClaims') return t('disputeSmallClaims', reason.days, reason.claims);
  if (reason.because === 'label') return t('disputeLabel', labelName(reason.labelId));
  const amount = yuanText(reason.amountFen);
  return level.upToFen === null
    ? t('disputeAmountAbove', amount)
    : t('disputeAmountUpTo', amount, yuanText(level.upToFen));
}

function labelName(id: string): string {
  const label = reasonGroups.flatMap(({ labels }) => labels).find((each) => each.id === id);
  return label ? labelText(label.label) : id;
}
