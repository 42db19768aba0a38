/**
 * The purchases of many customers in typed arrays: one row per customer, ascending by id, the purchases of all rows one after
 * the other. Every count, filter, sort and fit of the product runs on it, whether it holds one customer or 300,000.
 */
import { orderStages, type PurchaseHistory } from '../../model/profile.ts';

export const ID_BYTES = 16;
/** More pieces in one purchase are counted as this many. */
export const MOST_PIECES = 255;
const MOST_COUNT = 65_535;

export interface Ledger {
  readonly size: number;
  /** 16 bytes per row. */
  readonly ids: Uint8Array;
  /** Purchases of a row: from `offsets[row]` up to `offsets[row + 1]`, oldest first. */
  readonly offsets: Uint32Array;

  /** Per purchase: Shanghai day number. */
  readonly days: Uint16Array;
  /** Per purchase: net of refunds; NaN when not known. */
  readonly amountsFen: Float64Array;
  /** Per purchase: pieces bought that day; 0 when not known. */
  readonly pieces: Uint8Array;

  /** Per row: orders seen, whatever became of them. */
  readonly orderCounts: Uint16Array;
  readonly cancelledCounts: Uint16Array;
  readonly refundedCounts: Uint16Array;
  readonly openAfterSales: Uint16Array;
  /** Per row: day of the newest order with a refunded line; 0 for none. */
  readonly lastRefundDays: Uint16Array;
  /** Per row: days that what was bought last will last; 0 when not known. */
  readonly supplyDays: Uint16Array;
  /** Per row: 1 + the number of the category bought most often; 0 when not known. */
  readonly categories: Uint8Array;
  /** Per row: 1 + the number of the newest purchase's stage in `orderStages`; 0 when not known. */
  readonly stages: Uint8Array;
  /** Per row: day on which a page or file first showed that stage; 0 when not known. */
  readonly stageDays: Uint16Array;
  /** Per row: bits of `ledgerFlags`. */
  readonly flags: Uint8Array;

  /** Left out of one that was not put together by `overlay`. */
  readonly layers?: Layers;
}

/** Two ledgers that were laid one over the other: what was worked out of each row of them need not be worked out again. */
export interface Layers {
  older: Ledger;
  newer: Ledger;
  /** In the order of the rows that came of it. */
  runs: readonly Run[];
}

/** Rows `from` up to `to` of a ledger. */
export interface Run {
  ledger: Ledger;
  from: number;
  to: number;
}

export const ledgerFlags = { doNotDisturb: 1 } as const;

/** One row before it is written into a ledger. */
export interface LedgerRow {
  /** 32 hexadecimal digits. */
  customerId: string;
  history: PurchaseHistory;
  flags: number;
}

/** The name and type of every array that has one entry per purchase, or per customer. */
export const perPurchase = { amountsFen: Float64Array, days: Uint16Array, pieces: Uint8Array } as const;
export const perCustomer = {
  orderCounts: Uint16Array,
  cancelledCounts: Uint16Array,
  refundedCounts: Uint16Array,
  openAfterSales: Uint16Array,
  lastRefundDays: Uint16Array,
  supplyDays: Uint16Array,
  categories: Uint8Array,
  stages: Uint8Array,
  stageDays: Uint16Array,
  flags: Uint8Array,
} as const;

/** An empty ledger of this shape, to be filled in. */
export function allocate(size: number, purchases: number): Ledger {
  const columns = <C extends Record<string, new (length: number) => object>>(types: C, length: number) =>
    Object.fromEntries(Object.entries(types).map(([name, Column]) => [name, new Column(length)])) as {
      [Name in keyof C]: InstanceType<C[Name]>;
    };
  return {
    size,
    ids: new Uint8Array(size * ID_BYTES),
    offsets: new Uint32Array(size + 1),
    ...columns(perPurchase, purchases),
    ...columns(perCustomer, size),
  };
}

/** @param rows one per customer, in any order */
export function ledgerOf(rows: readonly LedgerRow[]): Ledger {
  const sorted = rows.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  const purchases = sorted.reduce((sum, { history }) => sum + history.purchases.length, 0);
  const ledger = allocate(sorted.length, purchases);
  let at = 0;
  for (const [row, { customerId, history, flags }] of sorted.entries()) {
    writeId(ledger.ids, row, customerId);
    for (const { day, amountFen, pieces } of history.purchases) {
      ledger.days[at] = day;
      ledger.amountsFen[at] = amountFen ?? Number.NaN;
      ledger.pieces[at] = Math.min(pieces, MOST_PIECES);
      at += 1;
    }
    ledger.offsets[row + 1] = at;
    ledger.orderCounts[row] = Math.min(history.orderCount, MOST_COUNT);
    ledger.cancelledCounts[row] = Math.min(history.cancelledCount, MOST_COUNT);
    ledger.refundedCounts[row] = Math.min(history.refundedOrders, MOST_COUNT);
    ledger.openAfterSales[row] = Math.min(history.openAfterSales, MOST_COUNT);
    ledger.lastRefundDays[row] = history.lastRefundDay ?? 0;
    ledger.supplyDays[row] = Math.min(history.supplyDays ?? 0, MOST_COUNT);
    ledger.categories[row] = history.category === null ? 0 : history.category + 1;
    ledger.stages[row] = history.stage === null ? 0 : orderStages.indexOf(history.stage) + 1;
    ledger.stageDays[row] = history.stageDay ?? 0;
    ledger.flags[row] = flags;
  }
  return ledger;
}

/** The customer's id in row `row`. */
export function idAt({ ids }: Ledger, row: number): string {
  let text = '';
  for (let at = row * ID_BYTES; at < (row + 1) * ID_BYTES; at += 1) text += ids[at]!.toString(16).padStart(2, '0');
  return text;
}

/** The row of a customer, or -1. */
export function rowOf(ledger: Ledger, customerId: string): number {
  const wanted = new Uint8Array(ID_BYTES);
  writeId(wanted, 0, customerId);
  const row = firstRowFrom(ledger, wanted, 0);
  return row < ledger.size && compareIds(ledger.ids, row, wanted, 0) === 0 ? row : -1;
}

/** Per row: the place after the last purchase up to `day`. */
export function endsAt({ size, offsets, days }: Ledger, day: number): Uint32Array {
  const ends = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) {
    const start = offsets[row]!;
    let end = offsets[row + 1]!;
    while (end > start && days[end - 1]! > day) end -= 1;
    ends[row] = end;
  }
  return ends;
}

/** The first row whose id is not below the one in `ids` at `row`. */
export function firstRowFrom(ledger: Ledger, ids: Uint8Array, row: number): number {
  let low = 0;
  let high = ledger.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(ledger.ids, middle, ids, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function compareIds(a: Uint8Array, rowA: number, b: Uint8Array, rowB: number): number {
  for (let byte = 0; byte < ID_BYTES; byte += 1) {
    const difference = a[rowA * ID_BYTES + byte]! - b[rowB * ID_BYTES + byte]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

function writeId(ids: Uint8Array, row: number, customerId: string): void {
  if (!/^[0-9a-f]{32}$/.test(customerId)) {
    throw new RangeError(`expected a customer id of 32 hexadecimal digits, found ${JSON.stringify(customerId)}`);
  }
  for (let byte = 0; byte < ID_BYTES; byte += 1) {
    ids[row * ID_BYTES + byte] = parseInt(customerId.slice(byte * 2, byte * 2 + 2), 16);
  }
}
