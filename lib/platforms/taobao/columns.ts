/** The captions above the sold list: which column is which, so that a moved column is still read right. */
import { cellsOf } from '../reading/records.ts';
import { textOf } from '../reading/text.ts';

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

/** The caption row of the list, or null when the page shows none: then cells are told by what they hold. */
export function readColumns(body: Element): Columns | null {
  for (const element of body.querySelectorAll('tr, thead, [class*="header"], [class*="head"], [role="row"]')) {
    const raw = element.textContent ?? '';
    if (raw.length > 200 || !raw.includes('单价') || !raw.includes('实收款')) continue;
    const cells = cellsOf(element);
    const indexes = new Map<ColumnName, number>();
    cells.forEach((cell, index) => {
      const name = captions.find(([caption]) => caption.test(textOf(cell)))?.[1];
      if (name && !indexes.has(name)) indexes.set(name, index);
    });
    if (indexes.size >= 4) return { indexes, width: cells.length };
  }
  return null;
}

/** Says whether two readings of the captions mean the same columns. */
export function columnsKey(columns: Columns | null): string {
  return columns ? [...columns.indexes].map(([name, index]) => `${name}${index}`).join() + columns.width : '';
}
