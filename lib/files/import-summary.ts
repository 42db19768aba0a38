/** What a file comes to, before anything of it is written. */
import { joinKeyOf } from '../model/identity.ts';
import { dayOf, formatDay } from '../model/shanghai-time.ts';
import { DistinctTexts } from './distinct-texts.ts';
import type { ImportPortion } from './import-table.ts';
import type { Table } from './read-table.ts';
import type { ImportPlan } from './recognise.ts';

export interface ImportSummary {
  file: string;
  /** Of a workbook; null for a text. */
  sheet: string | null;
  format: Table['format'];
  encoding: Table['encoding'];
  platform: string;
  /** Which export it is, such as `jd-orders`. */
  kind: string;
  /** Below the names of the columns. */
  rows: number;
  orders: number;
  /** Lines of these orders, or of orders that another file tells of. */
  lines: number;
  afterSales: number;
  /** Buyers who can be told apart. */
  buyers: number;
  /** Orders whose buyer is only a mask, or not in the file. */
  maskedOrders: number;
  /** Days on which orders were placed; null without orders. */
  dates: { from: string; to: string } | null;
  /** Why rows are refused -> how many. */
  rejects: Record<string, number>;
  unknownColumns: string[];
}

export class Summary {
  readonly #table: Table;
  readonly #plan: ImportPlan;
  readonly #buyers = new DistinctTexts();
  readonly #rejects = new Map<string, number>();
  #counts = { rows: 0, orders: 0, lines: 0, afterSales: 0, maskedOrders: 0 };
  #firstDay = Infinity;
  #lastDay = -Infinity;

  constructor(table: Table, plan: ImportPlan) {
    this.#table = table;
    this.#plan = plan;
  }

  add({ orders, lines, afterSales, rejects, rows }: ImportPortion): void {
    const counts = this.#counts;
    counts.rows = rows;
    counts.orders += orders.length;
    for (const { items } of lines) counts.lines += items.length;
    counts.afterSales += afterSales.length;
    for (const { order } of orders) {
      counts.lines += order.items.length;
      const day = dayOf(order.placedAt);
      this.#firstDay = Math.min(this.#firstDay, day);
      this.#lastDay = Math.max(this.#lastDay, day);
      const key = joinKeyOf(order.buyer);
      if (key === null) counts.maskedOrders += 1;
      else this.#buyers.add(key);
    }
    for (const { what } of rejects) this.#rejects.set(what, (this.#rejects.get(what) ?? 0) + 1);
  }

  result(): ImportSummary {
    const { name, sheet, format, encoding } = this.#table;
    const { kind, unknown } = this.#plan;
    const { rows, orders, lines, afterSales, maskedOrders } = this.#counts;
    return {
      file: name,
      sheet,
      format,
      encoding,
      platform: kind.platform,
      kind: kind.id,
      rows,
      orders,
      lines,
      afterSales,
      buyers: this.#buyers.size,
      maskedOrders,
      dates: orders === 0 ? null : { from: formatDay(this.#firstDay), to: formatDay(this.#lastDay) },
      rejects: Object.fromEntries([...this.#rejects].toSorted((a, b) => b[1] - a[1])),
      unknownColumns: unknown,
    };
  }
}
