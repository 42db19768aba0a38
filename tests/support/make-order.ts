/** Orders and buyers that pass the border; a test names only what it is about. */
import { buyerOfKey, buyerOfNick, type Buyer } from '../../lib/model/identity.ts';
import { orderSchema, type Order, type OrderItem } from '../../lib/model/order.ts';

export const PLACED_AT = Date.parse('2026-08-06T10:00:00+08:00');

export function makeItem(changes: Partial<OrderItem> = {}): OrderItem {
  return { title: '纯棉四件套', quantity: 1, unitPriceFen: 10_000, skuId: null, afterSale: 'none', ...changes };
}

/** A paid order of 100 yuan by the JD buyer `wd_sunshine`. */
export function makeOrder(changes: Partial<Order> = {}): Order {
  return orderSchema.parse({
    orderId: '3090112233448831',
    placedAt: PLACED_AT,
    paidAt: null,
    status: 'paid',
    amountFen: 10_000,
    freightFen: null,
    buyer: stable('wd_sunshine'),
    items: [makeItem()],
    ...changes,
  });
}

/** `count` orders of 16 digits, each by a buyer of its own unless `changes` says otherwise. */
export function makeOrders(count: number, changes: (index: number) => Partial<Order> = () => ({})): Order[] {
  return Array.from({ length: count }, (_, index) =>
    makeOrder({ orderId: String(3_090_000_000_000_001 + index), buyer: stable(`buyer_${index}`), ...changes(index) }),
  );
}

export function stable(key: string): Buyer {
  return buyerOfKey(key);
}

export function probable(nick: string): Buyer {
  return buyerOfNick(nick);
}

export const masked: Buyer = buyerOfNick('张**');
