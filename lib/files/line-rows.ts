/** Rows of an export that has the lines of orders and not the orders: they join those of the same number. */
import type { Reject } from '../model/capture.ts';
import type { OrderItem } from '../model/order.ts';
import type { ExportField } from '../platforms/export-kind.ts';
import { amountIn, CellError, countIn, idIn, plain } from './cell-values.ts';
import { ORDER_ID } from './order-rows.ts';
import { cellOf, type ImportPlan } from './recognise.ts';
import type { Row } from './row.ts';

/** One line of an order that another file or page tells of. */
export interface ImportedLine {
  orderId: string;
  item: OrderItem;
}

export function linesOf(rows: readonly Row[], plan: ImportPlan, rejects: Reject[]): ImportedLine[] {
  return rows.flatMap((row) => {
    const cell = (field: ExportField) => cellOf(plan, row, field);
    try {
      const orderId = idIn(cell('orderId'), 'order id', ORDER_ID);
      const title = plain(cell('title')).slice(0, 500);
      const quantity = countIn(cell('quantity'), 'item quantity');
      if (title === '') throw new CellError('item title');
      if (quantity === null || quantity === 0) throw new CellError('item quantity');
      const unitPriceFen = amountIn(cell('unitPrice'), 'unit price');
      return [{ orderId, item: { title, quantity, unitPriceFen, skuId: null, afterSale: 'none' as const } }];
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      rejects.push({ what: error.what, row: row.line });
      return [];
    }
  });
}
