import { t } from '../../lib/browser/i18n.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { Badge } from '../ui/Badge.tsx';
import { TierBadge } from './TierBadge.tsx';
import { customerName } from '../words/shown-name.ts';
import styles from './CustomerLine.module.css';

interface Props {
  view: CustomerView;
  /** The name as the page shows it, for a buyer of whom no order was seen. Masked already. */
  pageName: string | null;
}

/** Who this is in one line, above the replies; the card in full follows below them. */
export function CustomerLine({ view, pageName }: Props) {
  const [own] = view.tiers;
  return (
    <p className={styles.line}>
      <strong className={styles.name}>{customerName(view.display, pageName)}</strong>
      {own && <TierBadge match={own} />}
      {view.openCases.length > 0 && <Badge tone="risk">{t('afterSaleOpen')}</Badge>}
      {view.isUndisturbed && <Badge tone="plain">{t('quiet_switch')}</Badge>}
      {!own && <span className={styles.none}>{t(view.orders.length === 0 ? 'noOrdersSeen' : 'noPurchaseSeen')}</span>}
    </p>
  );
}
