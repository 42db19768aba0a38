/** Which order an address of a detail page names: an anchor of its own, beside the number that the page shows. */
import { ReadError } from '../reading/read-error.ts';

/** The order's id in `bizOrderId=` or `biz_order_id=`; null when the address has none, or may name a line of an order instead. */
export function addressedOrderId(url: URL): string | null {
  if (/\/trade_item_detail\b/.test(url.pathname)) return null;
  const id = url.searchParams.get('bizOrderId') ?? url.searchParams.get('biz_order_id') ?? '';
  return /^\d{15,20}$/.test(id) ? id : null;
}

/** @throws ReadError when the address names another order than the page */
export function agreeingWith(addressed: string | null, orderId: string): string {
  if (addressed !== null && addressed !== orderId) throw new ReadError('order id (page and address differ)');
  return orderId;
}
