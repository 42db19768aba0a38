/** A shop's own export: what a person said of its columns, as a kind of export. */
import type { ColumnMapping } from '../model/column-mapping.ts';
import type { ExportField, ExportKind } from '../platforms/export-kind.ts';
import { exportKinds } from './export-kinds.ts';
import { plainName, recognise, type ImportPlan } from './recognise.ts';

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

/** @returns null when a field is missing without which the table cannot be read, or of an export that nobody knows any more */
export function ownKind(mapping: ColumnMapping): ExportKind | null {
  const { platform, holds, columns, over } = mapping;
  const known = over === undefined ? undefined : exportKinds.find(({ id }) => id === over);
  if (over !== undefined && (known?.platform !== platform || known.holds !== holds)) return null;
  const others = known ? othersOf(known, holds) : [];
  const taken = new Set(others.flatMap(([, names]) => names.map(plainName)));
  const named = fieldsOf(holds).flatMap((field) => {
    const name = columns[field];
    // A column that the export reads in its own way stays what it is there: an amount net of refunds is no whole amount.
    return name === undefined || taken.has(plainName(name)) ? [] : [[field, [name]] as const];
  });
  const has = new Set<string>(named.map(([field]) => field));
  if (mappableFields[holds].needs.some((field) => !has.has(field))) return null;
  const own = { id: OWN_KIND, platform, holds, ignored: [], needs: [], amountsAre: 'ofOrder' } as const;
  return {
    ...(known ?? own),
    columns: Object.fromEntries([...others, ...named]),
    // A file without one of the columns is another file.
    needs: [
      ...(known?.needs ?? []).filter((field) => others.some(([other]) => other === field)),
      ...named.map(([field]) => field),
    ],
  };
}

/** What the export has beside the fields that a person can name. */
function othersOf(known: ExportKind, holds: ColumnMapping['holds']): [ExportField, readonly string[]][] {
  const mappable = new Set<ExportField>(fieldsOf(holds));
  return (Object.entries(known.columns) as [ExportField, readonly string[]][]).filter(
    ([field]) => !mappable.has(field),
  );
}

/** The first mapping that a table with these columns is read by; null when it is read as a known export, or not at all. */
export function mappingFor(columns: readonly string[], mappings: readonly ColumnMapping[]): ColumnMapping | null {
  const kinds = mappings.flatMap((mapping) => {
    const kind = ownKind(mapping);
    return kind ? [{ mapping, kind }] : [];
  });
  const plan = recognise(
    [{ line: 1, cells: columns }],
    kinds.map(({ kind }) => kind),
  );
  return kinds.find(({ kind }) => kind === plan?.kind)?.mapping ?? null;
}

/** The columns that a table is read by, as a person could have named them. @param names of all its columns */
export function columnsFound({ kind, columns }: ImportPlan, names: readonly string[]): ColumnMapping['columns'] {
  return Object.fromEntries(
    fieldsOf(kind.holds).flatMap((field) => {
      const column = columns.get(field);
      return column === undefined ? [] : [[field, names[column]!]];
    }),
  );
}

/** Without these an order says little: fields of its table that have no column. */
export function lackingIn({ kind, columns }: ImportPlan): MappableField[] {
  if (kind.holds !== 'orders') return [];
  const hasAmount = kind.amountsAre === 'ofLine' || columns.has('amount') || columns.has('paidAmount');
  return [...(hasAmount ? [] : ['amount' as const]), ...(columns.has('buyer') ? [] : ['buyer' as const])];
}
