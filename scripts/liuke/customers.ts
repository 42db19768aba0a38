/** Customers of a file: either one row per order, or one row per customer with the literature's summary. */
import { allocate, ID_BYTES, type Ledger } from '../../lib/insight/ledger/ledger.ts';
import type { PurchaseStats } from '../../lib/insight/models/purchase-stats.ts';
import { parseCsv, type Csv, type CsvRow } from './csv.ts';

export interface Customers {
  readonly ids: readonly string[];
  readonly stats: PurchaseStats;
  /** Mean value of the repeat purchases per customer, 0 without one; null where the file has no amounts. */
  readonly meanRepeatValue: Float64Array | null;
  /** Every purchase with its day, for what looks at past days; null where the file is a summary. One row per id, same order. */
  readonly history: { readonly ledger: Ledger; readonly endDay: number } | null;
}

const DAYS_PER_WEEK = 7;
const MS_PER_DAY = 86_400_000;
const MOST_REPEATS = 100_000;

/** Orders that were never paid, or whose money went back. A partial refund leaves a purchase. */
const NO_PURCHASE =
  /^(fully[ _-]?)?refunded$|^refund$|^cancell?ed$|^closed$|^unpaid$|^pending([ _-]?payment)?$|^await\w*[ _-]payment$|^void(ed)?$|^failed$|^expired$|退款成功|已退款|已关闭|交易关闭|已取消|待付款|未付款/i;

/** Reads `customer_id,frequency,recency,T[,monetary]`, in weeks. @throws Error with the line of what is wrong */
export function customersOfSummary(text: string): Customers {
  const csv = parseCsv(text);
  const id = idColumn(csv);
  const [frequency, recency, age] = ['frequency', 'recency', 't'].map((name) => column(csv, name)) as Columns;
  const monetary = csv.header.indexOf('monetary');
  const number = (at: number) => Float64Array.from(csv.rows, (row) => toNumber(row, at, csv));
  const stats: PurchaseStats = {
    size: csv.rows.length,
    repeatCount: number(frequency),
    lastPurchaseAge: number(recency),
    observedAge: number(age),
    logGapSum: new Float64Array(csv.rows.length),
  };
  csv.rows.forEach((row, index) => checkHistory(row, stats, index));
  return {
    ids: csv.rows.map((row) => row.cells[id]!),
    stats,
    meanRepeatValue: monetary < 0 ? null : number(monetary),
    history: null,
  };
}

type Columns = [number, number, number];

function checkHistory({ line }: CsvRow, stats: PurchaseStats, index: number): void {
  const [x, last, age] = [stats.repeatCount[index]!, stats.lastPurchaseAge[index]!, stats.observedAge[index]!];
  if (!Number.isInteger(x) || x < 0 || x > MOST_REPEATS) {
    throw new Error(`line ${line}: expected a frequency that is a whole number from 0 to ${MOST_REPEATS}, found ${x}`);
  }
  if (!(last >= 0 && last <= age)) {
    throw new Error(`line ${line}: expected 0 ≤ recency ≤ T, found recency ${last} and T ${age}`);
  }
  if (x === 0 && last > 0) throw new Error(`line ${line}: expected recency 0 with frequency 0, found ${last}`);
  if (x > 0 && last === 0) throw new Error(`line ${line}: expected recency above 0 with frequency ${x}, found 0`);
}

/**
 * Reads `customer_id,date[,amount][,status]`: all paid orders of one day are one purchase.
 * @param until day number; later rows are ignored. Null: the last date of the file
 * @throws Error with the line of what is wrong
 */
export function customersOfTransactions(text: string, until: number | null): Customers {
  const csv = parseCsv(text);
  const [id, date] = [idColumn(csv), column(csv, 'date')];
  const [amount, status] = [csv.header.indexOf('amount'), csv.header.indexOf('status')];
  const byCustomer = new Map<string, Map<number, number>>();
  let end = until ?? -Infinity;
  for (const row of csv.rows) {
    const day = dayNumber(row.cells[date]!);
    if (day === null) throw new Error(`line ${row.line}: expected a date YYYY-MM-DD, found ${quote(row.cells[date]!)}`);
    const value = amount < 0 ? 0 : toNumber(row, amount, csv);
    if (until === null) end = Math.max(end, day);
    if (day > end || (status >= 0 && NO_PURCHASE.test(row.cells[status]!.trim()))) continue;
    const customer = row.cells[id]!;
    let days = byCustomer.get(customer);
    if (!days) byCustomer.set(customer, (days = new Map()));
    days.set(day, (days.get(day) ?? 0) + value);
  }
  return summarise(byCustomer, end, amount >= 0);
}

function summarise(byCustomer: Map<string, Map<number, number>>, end: number, hasAmounts: boolean): Customers {
  const size = byCustomer.size;
  const [repeatCount, lastPurchaseAge, observedAge, logGapSum, meanRepeatValue] = Array.from(
    { length: 5 },
    () => new Float64Array(size),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  let index = 0;
  for (const amountOf of byCustomer.values()) {
    const days = Float64Array.from(amountOf.keys()).toSorted();
    const [first, last] = [days[0]!, days.at(-1)!];
    repeatCount[index] = days.length - 1;
    lastPurchaseAge[index] = (last - first) / DAYS_PER_WEEK;
    observedAge[index] = (end - first) / DAYS_PER_WEEK;
    for (let place = 1; place < days.length; place++) {
      logGapSum[index]! += Math.log((days[place]! - days[place - 1]!) / DAYS_PER_WEEK);
      meanRepeatValue[index]! += amountOf.get(days[place]!)! / (days.length - 1);
    }
    index += 1;
  }
  const stats = { size, repeatCount, lastPurchaseAge, observedAge, logGapSum };
  return {
    ids: [...byCustomer.keys()],
    stats,
    meanRepeatValue: hasAmounts ? meanRepeatValue : null,
    history: { ledger: ledgerFrom([...byCustomer.values()], hasAmounts), endDay: end },
  };
}

/** Customers are numbered as they come: the file's ids may be any text. */
function ledgerFrom(customers: readonly ReadonlyMap<number, number>[], hasAmounts: boolean): Ledger {
  const ledger = allocate(
    customers.length,
    customers.reduce((sum, days) => sum + days.size, 0),
  );
  const ids = new DataView(ledger.ids.buffer);
  let at = 0;
  for (const [row, amountOf] of customers.entries()) {
    ids.setUint32(row * ID_BYTES, row);
    for (const [day, amount] of [...amountOf].toSorted(([a], [b]) => a - b)) {
      ledger.days[at] = day;
      ledger.amountsFen[at] = hasAmounts ? Math.round(amount * 100) : Number.NaN;
      at += 1;
    }
    ledger.offsets[row + 1] = at;
    ledger.orderCounts[row] = amountOf.size;
  }
  return ledger;
}

/** Days since 1970 of `YYYY-MM-DD`, whatever stands behind; null of anything else. */
export function dayNumber(text: string): number | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s].*)?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as Columns;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / MS_PER_DAY : null;
}

function idColumn({ header }: Csv): number {
  const at = header.findIndex((name) => name === 'customer_id' || name === 'id');
  if (at < 0) throw new Error(`expected a column customer_id, found ${header.join(',')}`);
  return at;
}

function column({ header }: Csv, name: string): number {
  const at = header.indexOf(name);
  if (at < 0) throw new Error(`expected a column ${name === 't' ? 'T' : name}, found ${header.join(',')}`);
  return at;
}

function toNumber({ line, cells }: CsvRow, at: number, { header }: Csv): number {
  const text = cells[at]!.trim();
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) {
    throw new Error(`line ${line}: expected a number in ${header[at]}, found ${quote(cells[at]!)}`);
  }
  return value;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
