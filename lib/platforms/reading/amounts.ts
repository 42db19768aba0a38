/** Amounts on a page: split over spans, labelled, beside crossed-out ones. */
import { parseYuan, type Fen } from '../../model/money.ts';
import { ReadError } from './read-error.ts';
import { linesOf } from './text.ts';

/** An amount with the words that stand before it ("运费 ¥8.00" -> label "运费"). */
export interface LabelledAmount {
  label: string;
  fen: Fen;
}

const AMOUNT = /[¥￥]\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)(?![\d.,])/g;
const BARE = /^\d{1,3}(?:,\d{3})*\.\d{2}$|^\d+\.\d{2}$/;

/**
 * Every amount in an element that is not crossed out, with the label before it on its line, or else on the line above.
 * @param element a cell or an item row
 */
export function amountsIn(element: Element): LabelledAmount[] {
  const amounts: LabelledAmount[] = [];
  let above = '';
  for (const line of linesOf(element, { struck: false })) {
    if (BARE.test(line)) {
      amounts.push({ label: labelOf(above), fen: parseYuan(line) });
      above = '';
      continue;
    }
    let from = 0;
    for (const match of line.matchAll(AMOUNT)) {
      const before = line.slice(from, match.index);
      amounts.push({ label: labelOf(before.trim() === '' && from === 0 ? above : before), fen: parseYuan(match[1]!) });
      from = match.index + match[0].length;
    }
    above = from === 0 ? line : '';
  }
  return amounts;
}

function labelOf(text: string): string {
  return text.replace(/[\s:：(（)）含,，、]/g, '');
}

/**
 * The one amount that all of `amounts` agree on; null when there is none.
 * @throws ReadError when they differ: two anchors that disagree prove neither
 */
export function agreedAmount(amounts: readonly LabelledAmount[], what: string): Fen | null {
  const values = new Set(amounts.map((amount) => amount.fen));
  if (values.size > 1) throw new ReadError(`${what} (several differ)`);
  return amounts[0]?.fen ?? null;
}
