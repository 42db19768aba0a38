/** What export files bring, on its way from the reader to the store. */
import type { AfterSale } from './after-sale.ts';
import type { Fen } from './money.ts';
import type { Order, OrderItem, Place } from './order.ts';

/** An order of a file, with what was paid back of it: pages say that by cases, files by an amount. */
export interface ImportedOrder {
  order: Order;
  /** Null where the file has no such column. */
  refundedFen: Fen | null;
  /** The file has a column for the after-sale states of lines. */
  tellsAfterSales: boolean;
  /** Where it goes; left out where the buyer is known, and where no address says it for certain. */
  place?: Place | undefined;
  /** Where its first row stands. */
  line: number;
}

/** All lines that a file has of one order, which another file or page tells of. */
export interface ImportedLines {
  orderId: string;
  items: OrderItem[];
  line: number;
}

export interface ImportedCase {
  afterSale: AfterSale;
  line: number;
}

/** One table of a file that someone chose. */
export interface ImportedFile {
  name: string;
  /** The name of the table within an archive; the file's own otherwise. */
  table: string;
  /** Of the file's bytes, the table's place in it, and how it is read: `importFingerprint`. */
  fingerprint: string;
  /** Rows below the names. */
  rows: number;
}

/** Entries are orders, lines of orders, or cases. `newer`: known already, and the file says something else, later. */
export interface ImportCounts {
  fresh: number;
  newer: number;
  same: number;
  refused: number;
}

/** How far an import is. */
export interface ImportProgress {
  importId: string;
  shopId: string;
  /** Portions that are in the store: the next one to send is of this number. */
  portions: number;
  /** Rows of the file that these reach. */
  rows: number;
  counts: ImportCounts;
}

/** Of a file that goes to the store in portions: so many orders, cases and refusals at most in one. */
export const PORTION_ENTRIES = 2000;

/** Where rows are refused: so many of them are named, the others counted. */
export const NAMED_ROWS = 20;

/** Why rows are refused -> how many, and where the first of them stand. */
export type Refusals = Record<string, { count: number; rows: number[] }>;

/** Adds one refused row. */
export function refuseRow(refusals: Refusals, what: string, row: number | undefined): void {
  const found = (refusals[what] ??= { count: 0, rows: [] });
  found.count += 1;
  if (row !== undefined && found.rows.length < NAMED_ROWS) found.rows.push(row);
}
