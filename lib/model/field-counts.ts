/** How often each value of an order was there, of how often it could have been: what tells that a column is gone or has moved. */
import type { Order, SeenOrder } from './order.ts';

export const fieldNames = [
  /** Of the rows, those that were read. */
  'read',
  'status',
  'amount',
  'freight',
  'paidAt',
  'buyer',
  'buyerKey',
  'unitPrice',
  'skuId',
  /** The canary: goods, with the freight or without, less the discount that is shown, are what was paid. One that is not shown breaks it, too. */
  'sum',
] as const;
export type FieldName = (typeof fieldNames)[number];

export type FieldCount = [there: number, of: number];
export type FieldCounts = Partial<Record<FieldName, FieldCount>>;

const isPaid = ({ status }: Order) => status === 'paid' || status === 'shipped' || status === 'completed';

/**
 * What one page of orders had; fields that none of its orders could have are left out.
 * @param health how many rows the page shows, and how many of them were read
 */
export function countFields(orders: readonly SeenOrder[], { read, rows }: { read: number; rows: number }): FieldCounts {
  const items = orders.flatMap((order) => order.items);
  const paid = orders.filter(isPaid);
  const share = <Value>(of: readonly Value[], isThere: (value: Value) => boolean): FieldCount => [
    of.filter(isThere).length,
    of.length,
  ];
  const counts: Record<FieldName, FieldCount> = {
    read: [Math.min(read, rows), rows],
    status: share(orders, ({ status }) => status !== 'unknown'),
    amount: share(orders, ({ amountFen }) => amountFen !== null),
    freight: share(orders, ({ freightFen }) => freightFen !== null),
    paidAt: share(paid, ({ paidAt }) => paidAt !== null),
    buyer: share(orders, ({ buyer }) => buyer.display !== null),
    buyerKey: share(orders, ({ buyer }) => buyer.key !== null),
    unitPrice: share(items, ({ unitPriceFen }) => unitPriceFen !== null),
    skuId: share(items, ({ skuId }) => skuId !== null),
    sum: share(paid.filter(canAddUp), addsUp),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, [, of]]) => of > 0));
}

function canAddUp({ amountFen, items }: Order): boolean {
  return amountFen !== null && items.every(({ unitPriceFen }) => unitPriceFen !== null);
}

/** The prices of the lines may have the discount in them. */
function addsUp({ amountFen, freightFen, items, discountFen = 0 }: SeenOrder): boolean {
  const goods = items.reduce((sum, { unitPriceFen, quantity }) => sum + unitPriceFen! * quantity, 0);
  const due = new Set([goods, goods + (freightFen ?? 0)]);
  return due.has(amountFen!) || due.has(amountFen! + discountFen);
}

export function addCounts(a: FieldCounts, b: FieldCounts): FieldCounts {
  const sum: FieldCounts = {};
  for (const name of fieldNames) {
    const [one, other] = [a[name], b[name]];
    if (one || other) sum[name] = [(one?.[0] ?? 0) + (other?.[0] ?? 0), (one?.[1] ?? 0) + (other?.[1] ?? 0)];
  }
  return sum;
}
