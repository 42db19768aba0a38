/** Rows of an export of after-sale cases: one case a row, or one per article of it. */
import type { AfterSale } from '../model/after-sale.ts';
import type { Reject } from '../model/capture.ts';
import { buyerOfNick } from '../model/identity.ts';
import type { ImportedCase } from '../model/imported.ts';
import type { ExportField } from '../platforms/export-kind.ts';
import { caseStatusOf } from '../platforms/jd/case-labels.ts';
import { amountIn, CellError, plain, timeIn } from './cell-values.ts';
import { ORDER_ID } from './order-rows.ts';
import { cellOf, idOf, type ImportPlan } from './recognise.ts';
import type { Row } from './row.ts';

const CASE_ID = /^\d{6,25}$/;

/** A case that has several rows is said several times, in the same words. */
export function casesOf(rows: readonly Row[], plan: ImportPlan, rejects: Reject[]): ImportedCase[] {
  return rows.flatMap((row) => {
    const cell = (field: ExportField) => cellOf(plan, row, field);
    try {
      const afterSale: AfterSale = {
        caseId: idOf(plan, row, 'caseId', 'case id', CASE_ID),
        orderId: idOf(plan, row, 'orderId', 'order id', ORDER_ID),
        appliedAt: timeIn(cell('appliedAt'), 'time of the request'),
        refundFen: amountIn(cell('refund'), 'refund'),
        type: plain(cell('type')).slice(0, 40) || null,
        status: caseStatusOf(plain(cell('caseStatus'))),
        // What the buyer wrote (客户问题描述) may name people and numbers: it is not kept.
        reason: null,
        buyer: buyerOfNick(null),
      };
      return [{ afterSale, line: row.line }];
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      rejects.push({ what: error.what, row: row.line });
      return [];
    }
  });
}
