/** Values of an order's row, and what to open next, in words. */
import { t, type MessageKey } from '../../lib/browser/i18n.ts';
import type { PageAdvice } from '../../lib/insight/month-coverage.ts';
import type { FieldName } from '../../lib/model/field-counts.ts';
import type { LayoutChange, PageState } from '../../lib/model/page-state.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import { isOfOrders } from '../health/layout-changed.ts';
import { percentText } from './amounts.ts';

const labels: Readonly<Record<FieldName, MessageKey>> = {
  read: 'field_read',
  status: 'field_orderStatus',
  amount: 'field_amount',
  freight: 'field_freight',
  paidAt: 'field_paymentTime',
  buyer: 'field_buyer',
  buyerKey: 'field_buyerKey',
  unitPrice: 'field_unitPrice',
  skuId: 'field_skuId',
  sum: 'field_sum',
};

export function fieldText(field: FieldName): string {
  return t(labels[field]);
}

/** "版式可能变了：金额平时 100.0% 有，今天只有 1/20。从 2026-08-10 起。" */
export function layoutChangeText(change: LayoutChange, page: PageState['page']): string {
  return whatChanged(change, page) + t('layoutSince', formatDay(change.sinceDay));
}

function whatChanged({ field, there, of, usual }: LayoutChange, page: PageState['page']): string {
  if (usual === null || (field === 'read' && there === 0)) return lostText(page, of);
  const shares = [percentText(usual), `${there}/${of}`] as const;
  return field === 'sum' ? t('layoutSumChanged', ...shares) : t('layoutFieldChanged', fieldText(field), ...shares);
}

/** None of the rows could be read. */
export function lostText(page: PageState['page'], rows: number): string {
  return t(isOfOrders(page) ? 'layoutChanged' : 'layoutChangedRows', rows);
}

/** "打开 2026-07 的订单，全部订单第 3-9 页，约 +38.0%" */
export function adviceText({ month, pages, gain }: PageAdvice): string {
  const share = percentText(gain);
  const numbers = pages && (pages[0] === pages[1] ? String(pages[0]) : `${pages[0]}-${pages[1]}`);
  if (month === null) return t('adviceOlder', numbers ?? '', share);
  const name = monthText(month[0]);
  return numbers === null ? t('adviceDays', name, share) : t('adviceMonth', name, numbers, share);
}

/** A day of it -> "2026-07". */
export function monthText(day: number): string {
  return formatDay(day).slice(0, 7);
}
