/** Rows of an export that has the lines of orders and not the orders: they join those of the same number. */
import type { Reject } from '../model/capture.ts';
import type { ImportedLines } from '../model/imported.ts';
import type { OrderItem } from '../model/order.ts';
import type { ExportField } from '../platforms/export-kind.ts';
import { amountIn, CellError, countIn, plain } from './cell-values.ts';
import { LATE_ROW, ORDER_ID } from './order-rows.ts';
import { cellOf, idOf, type ImportPlan } from './recognise.ts';
import type { Row } from './row.ts';
import { RowGroups } from './row-groups.ts';

interface Line {
  line: number;
  item: OrderItem;
}

export class LineRows {
  readonly #plan: ImportPlan;
  readonly #groups = new RowGroups<Line>();

  constructor(plan: ImportPlan) {
    this.#plan = plan;
  }

  /** @returns lines of orders that are whole by now */
  push(rows: readonly Row[], rejects: Reject[]): ImportedLines[] {
    return rows.flatMap((row) => {
      const whole = this.#take(row, rejects);
      return whole ? [linesOf(whole)] : [];
    });
  }

  /** @returns those of the orders that are left */
  end(): ImportedLines[] {
    return this.#groups.end().map(linesOf);
  }

  #take(row: Row, rejects: Reject[]): { orderId: string; parts: Line[] } | null {
    let orderId: string | null = null;
    try {
      orderId = idOf(this.#plan, row, 'orderId', 'order id', ORDER_ID);
      const item = itemOf(row, this.#plan);
      if (this.#groups.isLate(orderId)) throw new CellError(LATE_ROW);
      return this.#groups.push(orderId, { line: row.line, item });
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      rejects.push({ what: error.what, row: row.line });
      if (orderId !== null) this.#groups.refuse(orderId);
      return null;
    }
  }
}

function linesOf({ orderId, parts }: { orderId: string; parts: Line[] }): ImportedLines {
  return { orderId, items: parts.map(({ item }) => item), line: parts[0]!.line };
}

function itemOf(row: Row, plan: ImportPlan): OrderItem {
  const cell = (field: ExportField) => cellOf(plan, row, field);
  const title = plain(cell('title')).slice(0, 500);
  const quantity = countIn(cell('quantity'), 'item quantity');
  if (title === '') throw new CellError('item title');
  if (quantity === null || quantity === 0) throw new CellError('item quantity');
  return { title, quantity, unitPriceFen: amountIn(cell('unitPrice'), 'unit price'), skuId: null, afterSale: 'none' };
}
