/**
 * The border between the page's own world and ours. What is handed over was made in a world where the page rules, so it is a text,
 * and believed no more than any text of the page: another shape is nothing, a row that the store would refuse is a reject.
 */
import type { CaptureBatch, PageName, Reject, ShopHint } from '../model/capture.ts';
import type { Platform } from '../model/platform.ts';
import { emptyReading } from '../platforms/page-reader.ts';
import { isFields } from '../platforms/reading/fields.ts';
import { afterSaleRows, couponRows, orderRows, reviewRows, type RowKind } from '../platforms/reading/row-kinds.ts';

const MAX_ROWS = 500;
const MAX_CHARS = 4_000_000;

/** What an observer may hand over. */
const pages: ReadonlySet<PageName> = new Set([
  'order-list',
  'after-sale-list',
  'review-list',
  'coupon-list',
  'home',
  'blocked',
  'unknown',
]);

/**
 * @param message as it came through the port
 * @param platform of the page
 * @returns null for what no observer of ours says
 */
export function observedBatch(message: unknown, platform: Platform): CaptureBatch | null {
  const fields = fieldsIn(message);
  const page = fields?.page as PageName | undefined;
  if (!fields || page === undefined || !pages.has(page) || fields.platform !== platform) return null;
  const batch = emptyReading(platform, page).batch;
  if (page === 'blocked') return batch;
  batch.shopHints = listIn(fields.shopHints, 10).filter(isHint);
  batch.rejects = listIn(fields.rejects, MAX_ROWS).filter(isReject);
  batch.orders = rowsIn(fields.orders, orderRows, batch.rejects);
  batch.afterSales = rowsIn(fields.afterSales, afterSaleRows, batch.rejects);
  batch.reviews = rowsIn(fields.reviews, reviewRows, batch.rejects);
  batch.coupons = rowsIn(fields.coupons, couponRows, batch.rejects);
  batch.counters = listIn(fields.counters, 50) as CaptureBatch['counters'];
  const read = [batch.orders, batch.afterSales, batch.reviews, batch.coupons, batch.counters].flat().length;
  const { rows } = isFields(fields.health) ? fields.health : {};
  batch.health = { rows: Number.isSafeInteger(rows) ? Math.max(read, rows as number) : read, read };
  return batch;
}

function fieldsIn(message: unknown): Record<string, unknown> | null {
  if (typeof message !== 'string' || message.length > MAX_CHARS) return null;
  try {
    const value: unknown = JSON.parse(message);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function listIn(value: unknown, max: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, max) : [];
}

function isHint(value: unknown): value is ShopHint {
  if (!isFields(value) || typeof value.value !== 'string') return false;
  return ['vender', 'account', 'name'].includes(String(value.kind)) && value.value !== '' && value.value.length <= 100;
}

function isReject(value: unknown): value is Reject {
  if (!isFields(value) || typeof value.what !== 'string' || value.what.length > 120) return false;
  return value.row === undefined || (Number.isSafeInteger(value.row) && (value.row as number) > 0);
}

function rowsIn<Row>(rows: unknown, kind: RowKind<Row>, rejects: Reject[]): Row[] {
  return listIn(rows, MAX_ROWS).flatMap((row, index) => {
    const problem = problemOf(row, kind);
    if (problem === null) return [row as Row];
    rejects.push({ what: `${kind.name} (${problem})`.slice(0, 120), row: index + 1 });
    return [];
  });
}

/** A row of quite another shape cannot even be asked. */
function problemOf<Row>(row: unknown, kind: RowKind<Row>): string | null {
  try {
    return kind.problemOf(row as Row);
  } catch {
    return 'unknown shape';
  }
}
