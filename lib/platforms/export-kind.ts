/** What is known of the platforms' export files: which columns make a file what, under which names. Data; `lib/files` interprets it. */
import type { Platform } from '../model/platform.ts';

/** A value of an export, whatever its column is called. */
export type ExportField =
  | 'orderId'
  | 'lineId'
  | 'caseId'
  | 'placedAt'
  | 'paidAt'
  | 'appliedAt'
  | 'status'
  | 'amount'
  | 'paidAmount'
  | 'refund'
  | 'freight'
  | 'buyer'
  | 'title'
  | 'skuId'
  | 'quantity'
  | 'pieces'
  | 'unitPrice'
  | 'refundStatus'
  | 'carrier'
  /** Where it goes: read for province and city alone. */
  | 'address'
  /** Where it goes since the buyer had it changed. */
  | 'newAddress'
  | 'caseStatus'
  | 'type';

export interface ExportKind {
  id: string;
  platform: Platform;
  /** `orders`: a row per order or per line of one. `lines`: lines without the order's time. `afterSales`: a row per case. */
  holds: 'orders' | 'lines' | 'afterSales';
  /** Names under which each field was seen, the present one first. Names are compared without blanks and brackets' width. */
  columns: Partial<Record<ExportField, readonly string[]>>;
  /** Columns that are known and not kept: the receiver's name and phone, invoices, what the platform says to itself. */
  ignored: readonly string[];
  /** Without all of these it is another file. */
  needs: readonly ExportField[];
  /** Amounts are the order's and stand on each of its rows, or they are the line's own. */
  amountsAre: 'ofOrder' | 'ofLine';
}

/** Names of columns as a list; none of them has a blank in it. */
export function namesIn(text: string): string[] {
  return text.split(' ');
}
