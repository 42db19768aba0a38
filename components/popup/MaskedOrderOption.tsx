import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import { useNow } from '../hooks/useNow.ts';
import { Option } from '../ui/Listbox.tsx';
import { shownName } from '../words/shown-name.ts';
import { daysAgoText } from '../words/times.ts';
import styles from '../styles/person.module.css';

interface Props {
  id: string;
  order: OrderRecord;
  isActive: boolean;
  onChoose: () => void;
}

/** An order that was found and whose buyer is not known. */
export function MaskedOrderOption({ id, order: { buyer, orderId, placedAt, platform }, isActive, onChoose }: Props) {
  const now = useNow();
  return (
    <Option id={id} isActive={isActive} className={styles.person} onClick={onChoose}>
      <span className={styles.name}>{buyer.display === null ? t('noName') : shownName(buyer.display)}</span>
      <span className={styles.aside}>{t('orderTail', orderTail(orderId))}</span>
      <span className={styles.end}>
        {[daysAgoText(dayOf(now) - dayOf(placedAt)), t(`platform_${platform}`)].join(' · ')}
      </span>
    </Option>
  );
}
