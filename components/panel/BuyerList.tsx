import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { PageBuyer } from '../../lib/model/page-state.ts';
import type { Assessment } from '../../lib/views/customers/assessment.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { useAssessments } from '../hooks/useAssessments.ts';
import { useOwnName } from '../hooks/useOwnName.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Switch } from '../ui/Switch.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { BuyerRow } from './BuyerRow.tsx';
import { needsCare } from './needs-care.ts';
import styles from './BuyerList.module.css';

interface Props {
  shopId: string;
  buyers: readonly PageBuyer[];
  /** What is said where there is none. */
  none: string;
  onOpen: (customerId: string) => void;
}

/** The buyers of the page in page order, those who need care marked. */
export function BuyerList({ shopId, buyers, none, onOpen }: Props) {
  const assessments = useAssessments(buyers.flatMap((buyer) => buyer.customerId ?? []));
  const undoable = useUndoable();
  const [ownName] = useOwnName();
  const openOrder = ({ customerId, orderIds }: PageBuyer) =>
    undoable.run(async () =>
      toBackground.openWorkOrder({
        workOrderId: crypto.randomUUID(),
        shopId,
        customerId,
        // Of several orders nobody knows which one is meant.
        orderId: orderIds.length === 1 ? orderIds[0]! : null,
        caseId: null,
        from: orderIds.length === 1 ? 'order' : 'hand',
        labelId: null,
        owner: ownName || null,
        ownerBy: 'opener',
        amountFen: null,
        startedAt: null,
      }),
    );
  const [isOnlyCare, setIsOnlyCare] = useState(false);
  if (buyers.length === 0) return <EmptyState title={none} />;
  const assessmentOf = ({ customerId }: PageBuyer): Assessment | null =>
    customerId === null ? null : (assessments?.get(customerId) ?? null);
  const cared = buyers.filter((buyer) => needsCare(assessmentOf(buyer)));
  const masked = buyers.filter((buyer) => buyer.customerId === null).length;
  return (
    <section aria-label={t('buyersOnPage')}>
      <div className={styles.head}>
        <p className={styles.counts}>
          {t('buyerCount', buyers.length - masked)}
          {masked > 0 && ` · ${t('maskedCount', masked)}`}
        </p>
        <UndoNote undoable={undoable} />
        {cared.length > 0 && <Switch label={t('onlyCare', cared.length)} isOn={isOnlyCare} onChange={setIsOnlyCare} />}
      </div>
      <ul className={styles.rows}>
        {(isOnlyCare && cared.length > 0 ? cared : buyers).map((buyer) => (
          <BuyerRow
            key={buyer.customerId ?? buyer.orderIds[0]}
            buyer={buyer}
            assessment={assessmentOf(buyer)}
            onOpen={onOpen}
            onWorkOrder={() => openOrder(buyer)}
          />
        ))}
      </ul>
    </section>
  );
}
