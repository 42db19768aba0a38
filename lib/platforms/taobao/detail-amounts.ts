/** What was paid for the whole order in the new console: by its label, or in the box of the total. */
import type { Fen } from '../../model/money.ts';
import type { OrderItem } from '../../model/order.ts';
import { agreedAmount, amountsIn, certainAmounts, takenOffIn, type LabelledAmount } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { linesOf } from '../reading/text.ts';
import { amountNameOf, type AmountName } from './detail-labels.ts';

/** Labels whose amount must be there. */
const SHOWS_RECEIVED = /[实应]收款/;
const SHOWS_FREIGHT = /(?:运费|邮费|含快递)\s*[:：]\s*(?!免|包邮|卖家包邮)/;
/** A word between yuan and fen. */
const TORN = /[\u4e00-\u9fff]\s*[.,]\d/;
const TOTAL_BOX = '[class*="order-info_total-price"]';

/**
 * Amount, freight and discount of the order; null, and no discount, where the page shows none.
 * @param rows the lines, whose own prices are left out
 * @throws ReadError when amounts under one name differ, or when a total without a label is not goods and freight
 */
export function detailAmounts(
  body: Element,
  rows: readonly Element[],
  without: ReadonlySet<Element>,
  lines: readonly OrderItem[],
): { amountFen: Fen | null; freightFen: Fen | null; discountFen?: Fen } {
  const boxes = [...body.querySelectorAll(TOTAL_BOX)];
  // A box may stand in a cell that reaches down from the first line.
  const inRows = new Set(rows.filter((row) => !boxes.some((box) => row.contains(box))));
  const pageAmounts = amountsIn(body, new Set([...without, ...inRows]));
  const boxed = boxes.flatMap((box) => certainAmounts(box, 'amount'));
  const named = (name: AmountName) =>
    agreedAmount(
      [...pageAmounts, ...boxed].filter(({ label }) => amountNameOf(label) === name),
      name === 'freight' ? 'freight' : 'amount',
    );
  checkNeighbours(pageAmounts);
  const [received, total, goods, freightFen] = [named('received'), named('total'), named('goods'), named('freight')];
  const sum = lines.reduce((each, line) => each + (line.unitPriceFen ?? 0) * line.quantity, 0);
  const boxedBare = agreedAmount(boxed.filter(isUnnamed), 'amount');
  const bare = boxedBare ?? (freightFen ? provenTotal(pageAmounts, sum + freightFen) : null);
  const amountFen = received ?? total ?? bare;
  const pageLines = linesOf(body, { without: new Set([...without, ...inRows]) });
  const text = pageLines.join('\n');
  if (TORN.test(text)) throw new ReadError('amount');
  if (received === null && SHOWS_RECEIVED.test(text)) throw new ReadError('amount');
  if (freightFen === null && SHOWS_FREIGHT.test(text)) throw new ReadError('freight');
  if (received !== null && total !== null && received > total) throw new ReadError('amount (several differ)');
  if (amountFen === null && (boxes.length > 0 || goods !== null || freightFen !== null || pageAmounts.some(isUnnamed)))
    throw new ReadError('amount');
  if (bare !== null && bare !== amountFen && bare !== goods) throw new ReadError('amount (several differ)');
  if (Math.max(goods ?? 0, (amountFen ?? 0) - (freightFen ?? 0)) > sum)
    throw new ReadError('amount (far from the sum)');
  if (received === null && total === null && amountFen !== null && !isSum(amountFen, freightFen, sum))
    throw new ReadError('amount (far from the sum)');
  return { amountFen, freightFen, ...takenOffIn(pageLines) };
}

/** A second amount behind one label: nothing says which of the two is meant. */
function checkNeighbours(amounts: readonly LabelledAmount[]): void {
  amounts.forEach(({ label, isBare, fen }, index) => {
    const before = amounts[index - 1];
    if (!before || amountNameOf(before.label) === null || before.fen === fen) return;
    if (isBare && (label === '' || label === before.label)) throw new ReadError('amount (which of several)');
  });
}

/** The only amount of the page below nothing like a label, where it is the goods and their freight to the fen. */
function provenTotal(amounts: readonly LabelledAmount[], expected: Fen): Fen | null {
  const unnamed = amounts.filter(({ isBare, label }) => isBare && !/^\p{Script=Han}{2,12}$/u.test(label));
  const values = new Set(unnamed.map(({ fen }) => fen));
  return values.size === 1 && values.has(expected) ? expected : null;
}

function isUnnamed({ label }: LabelledAmount): boolean {
  return label === '' || /^(?:合计|总计|共计)$/.test(label);
}

/** A total that does not say whether the freight is in it. */
function isSum(amountFen: Fen, freightFen: Fen | null, sum: Fen): boolean {
  return freightFen === null || freightFen === 0 ? amountFen * 2 >= sum : sum + freightFen === amountFen;
}
