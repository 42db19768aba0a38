import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { Order } from '../../lib/model/order.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { dayText } from '../words/times.ts';

interface Props {
  orders: readonly Order[];
  orderId: string | null;
  onChoose: (orderId: string) => void;
}

/** Which order the words speak of; nothing to choose with one order or none. */
export function OrderChoice({ orders, orderId, onChoose }: Props) {
  if (orders.length < 2 || orderId === null) return null;
  const options = orders.map((order) => ({
    value: order.orderId,
    label: [orderTail(order.orderId), dayText(order.placedAt), order.items[0]?.title ?? ''].join(' '),
  }));
  return <SelectField label={t('aboutOrder')} value={orderId} options={options} onChange={onChoose} />;
}
