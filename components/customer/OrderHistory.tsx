import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { Order } from '../../lib/model/order.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Section } from '../ui/Section.tsx';
import { yuanText } from '../words/amounts.ts';
import { dayText } from '../words/times.ts';
import { Timeline } from './Timeline.tsx';
import styles from './OrderHistory.module.css';

const SHOWN_AT_ONCE = 3;

interface Props {
  orders: readonly Order[];
  moments: CustomerView['moments'];
  /** Opens a work order about an order. */
  onWorkOrder: (about: { orderId: string }) => void;
}

/** The customer's orders, newest first, with what else happened in between on one line above them. */
export function OrderHistory({ orders, moments, onWorkOrder }: Props) {
  const now = useNow();
  if (orders.length === 0) return null;
  const older = orders.slice(SHOWN_AT_ONCE);
  return (
    <Section title={t('ordersTitle', orders.length)}>
      <Timeline moments={moments} now={now} />
      <OrderRows orders={orders.slice(0, SHOWN_AT_ONCE)} onWorkOrder={onWorkOrder} />
      {older.length > 0 && (
        <Disclosure summary={t('olderOrders', older.length)}>
          <OrderRows orders={older} onWorkOrder={onWorkOrder} />
        </Disclosure>
      )}
    </Section>
  );
}

function OrderRows({ orders, onWorkOrder }: Omit<Props, 'moments'>) {
  return (
    <ul className={styles.orders}>
      {orders.map((order) => (
        <OrderRow key={order.orderId} order={order} onWorkOrder={() => onWorkOrder({ orderId: order.orderId })} />
      ))}
    </ul>
  );
}

function OrderRow({ order, onWorkOrder }: { order: Order; onWorkOrder: () => void }) {
  const [first, ...rest] = order.items;
  const hasRequest = order.items.some((item) => item.afterSale === 'requested');
  return (
    <li className={styles.order}>
      <span className={styles.tail}>{orderTail(order.orderId)}</span>
      <span>{dayText(order.placedAt)}</span>
      <span className={styles.status}>
        {t(`status_${order.status}`)}
        {hasRequest && <strong className={styles.request}>{t('afterSaleOpen')}</strong>}
      </span>
      <span className={styles.amount}>{yuanText(order.amountFen)}</span>
      {first && (
        <span className={styles.item} title={order.items.map((item) => item.title).join('\n')}>
          {rest.length === 0 ? first.title : t('firstOfItems', first.title, order.items.length)}
        </span>
      )}
      <span className={styles.workOrder}>
        <Button look="plain" aria-label={t('wo_openOf', orderTail(order.orderId))} onClick={onWorkOrder}>
          {t('wo_openShort')}
        </Button>
      </span>
    </li>
  );
}
