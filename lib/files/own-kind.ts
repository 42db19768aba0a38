/** A shop's own export: what a person said of its columns, as a kind of export. */
import type { ColumnMapping } from '../model/column-mapping.ts';
import type { ExportField, ExportKind } from '../platforms/export-kind.ts';

/** Fields of each kind of table that a person can name a column for; the first ones are needed. */
export const mappableFields = {
  orders: {
    needs: ['orderId', 'placedAt'],
    may: [
      'status',
      'amount',
      'paidAt',
      'refund',
      'freight',
      'buyer',
      'title',
      'quantity',
      'unitPrice',
      'skuId',
      'carrier',
    ],
  },
  lines: { needs: ['orderId', 'title', 'quantity'], may: ['unitPrice'] },
  afterSales: { needs: ['caseId', 'orderId', 'caseStatus'], may: ['refund', 'appliedAt', 'type'] },
} as const satisfies Record<ColumnMapping['holds'], { needs: readonly ExportField[]; may: readonly ExportField[] }>;

export type MappableField = (typeof mappableFields)[ColumnMapping['holds']]['needs' | 'may'][number];

export function fieldsOf(holds: ColumnMapping['holds']): readonly MappableField[] {
  return [...mappableFields[holds].needs, ...mappableFields[holds].may];
}

export const OWN_KIND = 'own';

/** @returns null when a field is missing without which the table cannot be read */
export function ownKind({ platform, holds, columns }: ColumnMapping): ExportKind | null {
  const named = fieldsOf(holds).flatMap((field) => (columns[field] ? [[field, [columns[field]]] as const] : []));
  const has = new Set<string>(named.map(([field]) => field));
  if (mappableFields[holds].needs.some((field) => !has.has(field))) return null;
  return {
    id: OWN_KIND,
    platform,
    holds,
    columns: Object.fromEntries(named),
    ignored: [],
    // A file without one of the columns is another file.
    needs: named.map(([field]) => field),
    amountsAre: 'ofOrder',
  };
}
