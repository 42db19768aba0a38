import { labelText, t } from '../../lib/browser/i18n.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { useDoNotDisturb } from '../hooks/useDoNotDisturb.ts';
import { Switch } from '../ui/Switch.tsx';
import { evidenceTexts } from '../words/evidence.ts';
import { CustomerFacts } from './CustomerFacts.tsx';
import { CustomerHealth } from './CustomerHealth.tsx';
import { CustomerNotes } from './CustomerNotes.tsx';
import { OpenCases } from './OpenCases.tsx';
import { LastRating } from './LastRating.tsx';
import { QuietNote } from './QuietNote.tsx';
import { RfmScores } from './RfmScores.tsx';
import { SeenSince } from './SeenSince.tsx';
import { TierBadge } from './TierBadge.tsx';
import { customerName } from '../words/shown-name.ts';
import styles from './CustomerCard.module.css';

interface Props {
  view: CustomerView;
  /** The name as the page shows it, for a buyer of whom no order was seen. Masked already. */
  pageName: string | null;
  /** Opens a work order about a case. */
  onWorkOrder: (about: { caseId: string; orderId: string }) => void;
}

/** Who this is: name, tier and why, health and why, numbers. Tier and health are two things and may disagree. */
export function CustomerCard({ view, pageName, onWorkOrder }: Props) {
  const name = customerName(view.display, pageName);
  const [own, ...further] = view.tiers;
  const quiet = useDoNotDisturb(view.customerId);
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.head}>
        <div className={styles.who}>
          <h1 className={styles.name}>{name}</h1>
          {own && <TierBadge match={own} />}
          {further.map((match) => (
            <TierBadge key={match.tier.id} match={match} isFurther />
          ))}
        </div>
        <Switch label={t('quiet_switch')} isOn={view.isUndisturbed} onChange={(isOn) => void quiet.set(isOn)} />
      </header>
      <QuietNote isOn={view.isUndisturbed} change={quiet.change} onUndo={(eventId) => void quiet.undo(eventId)} />
      <CustomerNotes key={view.customerId} view={view} />
      {view.quality === 'probable' && <p className={styles.aside}>{t('qualityProbable')}</p>}
      {own && (
        <>
          <p className={styles.need}>{labelText(own.tier.need)}</p>
          <ul className={styles.evidence} aria-label={t('whyThisTier')}>
            {evidenceTexts(own.evidence).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {!own && <p className={styles.need}>{t(view.orders.length === 0 ? 'noOrdersSeen' : 'noPurchaseSeen')}</p>}
      {(view.metrics.purchaseCount ?? 0) > 0 && <CustomerHealth view={view} />}
      {view.orders.length > 0 && <CustomerFacts view={view} />}
      <OpenCases cases={view.openCases} onWorkOrder={onWorkOrder} />
      <LastRating review={view.lastReview} />
      {view.rfm && <RfmScores score={view.rfm} />}
      <SeenSince day={view.coverage.startDay} />
    </article>
  );
}
