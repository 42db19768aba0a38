/** One table of an export -> what the store takes, in portions, every loss by name. */
import type { Reject } from '../model/capture.ts';
import type { ImportedCase, ImportedLines, ImportedOrder } from '../model/imported.ts';
import { casesOf } from './case-rows.ts';
import type { ExportKind } from '../platforms/export-kind.ts';
import { FileError } from './file-error.ts';
import { LineRows } from './line-rows.ts';
import { OrderRows } from './order-rows.ts';
import type { Table } from './read-table.ts';
import { recognise, type ImportPlan } from './recognise.ts';
import type { Row } from './row.ts';

/** What some of the rows came to. */
export interface ImportPortion {
  orders: ImportedOrder[];
  lines: ImportedLines[];
  afterSales: ImportedCase[];
  rejects: Reject[];
  /** Rows below the names that are read by now, this portion's included. */
  rows: number;
}

/** A table whose first rows are read: they tell how to read the rest. */
export interface OpenedTable {
  head: readonly Row[];
  /** Null when its columns are no known export's. */
  plan: ImportPlan | null;
  /** All that is in it, to be read once. */
  portions: (plan: ImportPlan) => AsyncIterable<ImportPortion>;
}

const HEAD_ROWS = 40;

/** @param own kinds that a shop told us of */
export async function openTable(table: Table, own: readonly ExportKind[] = []): Promise<OpenedTable> {
  const iterator = table.rows[Symbol.asyncIterator]();
  let head: Row[] = [];
  let isAll = false;
  while (head.length < HEAD_ROWS && !isAll) {
    const next = await iterator.next();
    if (next.done) isAll = true;
    else head = head.concat(next.value);
  }
  const whole = head;
  async function* rowPortions(found: ImportPlan): AsyncGenerator<Row[]> {
    yield whole.filter(({ line }) => line > found.headerLine);
    while (!isAll) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return {
    head: whole.slice(0, HEAD_ROWS),
    plan: recognise(whole, own),
    portions: (found) => portionsOf(found, rowPortions(found)),
  };
}

async function* portionsOf(plan: ImportPlan, portions: AsyncIterable<Row[]>): AsyncGenerator<ImportPortion> {
  const orderRows = new OrderRows(plan);
  const lineRows = new LineRows(plan);
  const { holds } = plan.kind;
  let rows = 0;
  for await (const portion of portions) {
    rows += portion.length;
    const rejects: Reject[] = [];
    yield {
      orders: holds === 'orders' ? orderRows.push(portion, rejects) : [],
      lines: holds === 'lines' ? lineRows.push(portion, rejects) : [],
      afterSales: holds === 'afterSales' ? casesOf(portion, plan, rejects) : [],
      rejects,
      rows,
    };
  }
  const rejects: Reject[] = [];
  yield { orders: orderRows.end(rejects), lines: lineRows.end(), afterSales: [], rejects, rows };
}

const SHOWN_COLUMNS = 12;

export function unrecognised(name: string, rows: readonly Row[]): FileError {
  const names = rows[0]?.cells.filter((cell) => cell !== '').slice(0, SHOWN_COLUMNS) ?? [];
  const found =
    names.length === 0 ? 'no row at all' : `the columns ${names.map((each) => each.slice(0, 20)).join('、')}`;
  return new FileError(
    `${name}: expected an export of orders (with 订单号 or 订单编号 and the order's time), found ${found}`,
    names.length === 0 ? 'noRows' : 'unknownColumns',
    ...(names.length === 0 ? [] : [names.map((each) => each.slice(0, 20)).join('、')]),
  );
}
