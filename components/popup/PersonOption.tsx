import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { CustomerRecord } from '../../lib/store/records.ts';
import type { Assessment } from '../../lib/views/customers/assessment.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Option } from '../ui/Listbox.tsx';
import { yuanText } from '../words/amounts.ts';
import { daysAgoText } from '../words/times.ts';
import { shownName } from '../words/shown-name.ts';
import styles from '../styles/person.module.css';

/** One customer to choose. */
export interface Person {
  customer: CustomerRecord;
  assessment: Assessment | null;
  /** The order that was found, when an order number was asked for. */
  orderId: string | null;
  /** By what the list is ordered; null for a customer who was looked up. */
  order: 'expectedSpendFen' | 'netSpendFen' | null;
}

interface Props {
  id: string;
  person: Person;
  isActive: boolean;
  onChoose: () => void;
}

/** A customer in the list, name masked. The keys stay with the box; it says which one is active. */
export function PersonOption({ id, person, isActive, onChoose }: Props) {
  const { customer, assessment, orderId } = person;
  const own = assessment?.tiers[0];
  const isQuiet = assessment?.metrics.doNotDisturb === 1;
  return (
    <Option id={id} isActive={isActive} className={styles.person} onClick={onChoose}>
      <span className={styles.name}>{shownName(customer.display)}</span>
      {own && <TierBadge match={own} />}
      {isQuiet && <Badge tone="plain">{t('quiet_switch')}</Badge>}
      {orderId !== null && <span className={styles.aside}>{t('orderTail', orderTail(orderId))}</span>}
      <span className={styles.end}>{endText(person)}</span>
    </Option>
  );
}

/** "12天前 · ¥210.00", and where somebody was looked up, on which platform they are. */
function endText({ customer, assessment, order }: Person): string {
  const recencyDays = assessment?.metrics.recencyDays ?? null;
  const fen = order && assessment ? assessment.metrics[order] : null;
  const amount =
    order === 'expectedSpendFen' && fen !== null ? t('segment_predictedAmount', yuanText(fen)) : yuanText(fen);
  return [recencyDays === null ? [] : daysAgoText(recencyDays), order ? amount : t(`platform_${customer.platform}`)]
    .flat()
    .join(' · ');
}
