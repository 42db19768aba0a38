import { labelText, t } from '../../lib/browser/i18n.ts';
import type { OfferOutcome } from '../../lib/model/work-order-event.ts';
import type { NegotiationStep } from '../../lib/service/dispute-schema.ts';
import type { CustomerDispute } from '../../lib/views/service/disputes.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { minuteText } from '../words/times.ts';
import styles from './DisputeCard.module.css';

interface Props {
  steps: readonly NegotiationStep[];
  offers: CustomerDispute['offers'];
  onOutcome: (stepId: string, outcome: OfferOutcome) => void;
}

/** Three steps, the next one only when the buyer refused the one before; each is noted with what became of it. */
export function NegotiationSteps({ steps, offers, onOutcome }: Props) {
  const now = useNow();
  const isAccepted = [...offers.values()].some(({ outcome }) => outcome === 'accepted');
  const next = steps.find(({ id }) => offers.get(id)?.outcome !== 'refused');
  return (
    <ol className={styles.steps}>
      {steps.map(({ id, label, offer, by }) => {
        const told = offers.get(id);
        return (
          <li key={id} className={styles.step}>
            <span>
              <strong>{labelText(label)}</strong> {labelText(offer)}
            </span>
            {told && (
              <span className={styles.told}>
                {t(`disputeOffer_${told.outcome}`)} {minuteText(told.at, now)}
              </span>
            )}
            {!isAccepted && id === next?.id && (
              <span className={styles.choices}>
                {told ? (
                  <>
                    <Button onClick={() => onOutcome(id, 'accepted')}>{t('disputeAccept')}</Button>
                    <Button onClick={() => onOutcome(id, 'refused')}>{t('disputeRefuse')}</Button>
                  </>
                ) : (
                  <Button onClick={() => onOutcome(id, 'offered')}>
                    {by === 'staff' ? t('disputeOffer') : t('disputeOfferBy', t(`authority_${by}`))}
                  </Button>
                )}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
