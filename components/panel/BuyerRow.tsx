import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { PageBuyer } from '../../lib/model/page-state.ts';
import type { Assessment } from '../../lib/views/customers/assessment.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { factsText } from '../words/evidence.ts';
import { hasOpenCase, needsCare } from './needs-care.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './BuyerRow.module.css';

interface Props {
  buyer: PageBuyer;
  /** Null while it is being read, and for a mask. */
  assessment: Assessment | null;
  onOpen: (customerId: string) => void;
  onWorkOrder: () => void;
}

/** One buyer of the page: name, tier, why, order, and a work order. A mask is nobody in particular and opens nothing. */
export function BuyerRow({ buyer: { customerId, display, orderIds }, assessment, onOpen, onWorkOrder }: Props) {
  const name = display === null ? t('noName') : shownName(display);
  const tail = (
    <span className={styles.tail}>
      {orderIds.length > 1 ? t('orderAndMore', orderTail(orderIds[0]!), orderIds.length) : orderIds.map(orderTail)}
    </span>
  );
  const whose = orderIds.length === 1 ? orderTail(orderIds[0]!) : name;
  const workOrder = (
    <span className={styles.workOrder}>
      <Button look="plain" title={t('wo_openOf', whose)} onClick={onWorkOrder}>
        {t('wo_openShort')}
      </Button>
    </span>
  );
  if (customerId === null) {
    return (
      <li className={styles.masked}>
        <span className={styles.maskedName}>{name}</span>
        <span className={styles.why}>{t(display === null ? 'buyerNotShown' : 'maskedOnly')}</span>
        {tail}
        {workOrder}
      </li>
    );
  }
  const own = assessment?.tiers[0];
  return (
    <li className={needsCare(assessment) ? styles.care : styles.plain}>
      <button type="button" className={styles.row} data-row={customerId} onClick={() => onOpen(customerId)}>
        <span className={styles.first}>
          <span className={styles.name}>{name}</span>
          {own && <TierBadge match={own} />}
          {assessment && hasOpenCase(assessment) && <Badge tone="risk">{t('afterSaleOpen')}</Badge>}
          {tail}
        </span>
        {/* Its line is there before it is known: a row that grew would push the others down. */}
        <span className={styles.why}>{assessment && (own ? factsText(own.evidence) : t('noPurchaseSeen'))}</span>
      </button>
      {workOrder}
    </li>
  );
}
