/** Exports and their columns, in words. */
import { t, type MessageKey } from '../../lib/browser/i18n.ts';
import type { MappableField } from '../../lib/files/own-kind.ts';
import type { Platform } from '../../lib/model/platform.ts';

const kinds: Readonly<Record<string, MessageKey>> = {
  'jd-orders': 'importKind_orders',
  'jd-after-sales': 'importKind_afterSales',
  'taobao-orders': 'importKind_orders',
  'taobao-item-sales': 'importKind_itemSales',
  'taobao-lines': 'importKind_lines',
};

/** "京东 · 订单导出". */
export function importKindText({ kind, platform }: { kind: string; platform: Platform }): string {
  return `${t(`platform_${platform}`)} · ${t(kinds[kind] ?? 'importKind_own')}`;
}

const fields: Readonly<Record<MappableField, MessageKey>> = {
  orderId: 'field_orderId',
  placedAt: 'field_orderTime',
  status: 'field_orderStatus',
  amount: 'field_amount',
  paidAt: 'field_paymentTime',
  refund: 'field_refund',
  freight: 'field_freight',
  buyer: 'field_buyer',
  title: 'field_itemTitle',
  quantity: 'field_itemQuantity',
  unitPrice: 'field_unitPrice',
  skuId: 'field_skuId',
  carrier: 'field_carrier',
  caseId: 'field_caseId',
  caseStatus: 'field_caseStatus',
  appliedAt: 'field_appliedAt',
  type: 'field_caseType',
};

export function columnFieldText(field: MappableField): string {
  return t(fields[field]);
}
