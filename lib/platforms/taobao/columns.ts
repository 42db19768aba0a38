/** The captions above the sold list: which column is which, so that a moved column is still read right. */
import { step } from '../reading/course.ts';
import { cellsOf } from '../reading/records.ts';
import { elementsReading, textOf } from '../reading/text.ts';

export type ColumnName = 'product' | 'price' | 'quantity' | 'afterSale' | 'buyer' | 'status' | 'amount';

export interface Columns {
  indexes: ReadonlyMap<ColumnName, number>;
  width: number;
}

const captions: readonly [RegExp, ColumnName][] = [
  [/^(商品|宝贝|商品信息|宝贝信息)$/, 'product'],
  [/^(单价|价格)/, 'price'],
  [/^数量$/, 'quantity'],
  [/^(履约\/?售后|售后|履约售后|售后状态|履约\/售后状态)$/, 'afterSale'],
  [/^(买家|买家信息)$/, 'buyer'],
  [/^(交易状态|订单状态|状态)$/, 'status'],
  [/^实收款/, 'amount'],
];

/** Without these columns the captions do not say what the cells are. */
const told: readonly ColumnName[] = ['product', 'price', 'quantity', 'afterSale', 'status', 'amount'];

/** The caption row of the list, whatever its tags, or null when the page shows none: then cells are told by what they hold. */
export function readColumns(body: Element): Columns | null {
  return step(() => findColumns(body));
}

function findColumns(body: Element): Columns | null {
  const ends = elementsReading(body, /^(?:单价|实收款)/, { maxLength: 12, sign: /[价款]/ });
  const [prices, amounts] = [ends.filter(isPriceCaption), ends.filter((element) => !isPriceCaption(element))];
  for (const price of prices) {
    let row: Element | null = price;
    while (row !== null && !amounts.some((amount) => row!.contains(amount))) row = row.parentElement;
    const cells = row === null ? [] : cellsOf(row);
    const indexes = new Map<ColumnName, number>();
    cells.forEach((cell, index) => {
      const name = captions.find(([caption]) => caption.test(textOf(cell)))?.[1];
      if (name && !indexes.has(name)) indexes.set(name, index);
    });
    if (told.every((name) => indexes.has(name))) return { indexes, width: cells.length };
  }
  return null;
}

function isPriceCaption(element: Element): boolean {
  return textOf(element).startsWith('单价');
}

/** Says whether two readings of the captions mean the same columns. */
export function columnsKey(columns: Columns | null): string {
  return columns ? [...columns.indexes].map(([name, index]) => `${name}${index}`).join() + columns.width : '';
}

/** Which column each cell stands in, row by row: cells that span rows push those of the rows below to the right. */
export function columnIndexes(rows: readonly (readonly Element[])[]): number[][] {
  const takenUntilRow: number[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((takenUntilRow[column] ?? 0) > row) column += 1;
      const first = column;
      for (const last = column + spanOf(cell, 'colspan'); column < last; column += 1) {
        takenUntilRow[column] = row + spanOf(cell, 'rowspan');
      }
      return first;
    });
  });
}

function spanOf(cell: Element, attribute: 'rowspan' | 'colspan'): number {
  const span = Number(cell.getAttribute(attribute) ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 500 ? span : 1;
}
