/** Amounts on a page: split over spans, labelled, beside crossed-out ones. */
import { parseYuan, type Fen } from '../../model/money.ts';
import { isAmount } from './limits.ts';
import { ReadError } from './read-error.ts';
import { linesOf } from './text.ts';

/** An amount with the words that stand before it ("运费 ¥8.00" -> label "运费"). */
export interface LabelledAmount {
  label: string;
  /** No words before it on its own line: the label is the line above, or none. */
  isBare: boolean;
  fen: Fen;
}

/** How the freight is written where its sign is left out: "(含快递:12.00)". */
const SIGNLESS = String.raw`(?=\d)(?<=(?:快递|运费|邮费|EMS|平邮)\s*[:：]\s*)(?=\d[\d,]*\.\d{2}(?!\d))`;
/** A number of less than two digits behind its point that goes on behind a blank: "¥6 1.80", but not a day or a count behind it. */
const GOES_ON = String.raw`(?<!\.\d{2})\s+[.,]?\d+(?:\.\d+)?(?![\d:：/年月日-]|\s*[件个xX×])`;
/** Not below zero, not about, not the first of a range, not "from … on", not in ten thousands. */
const AMOUNT = new RegExp(
  String.raw`(?:(?<![-−约]\s*)[¥￥]|${SIGNLESS})\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)(?![\d.,万亿]|\s*起|\s*[-~～至]\s*[¥￥\d])(?!${GOES_ON})`,
  'g',
);
const SIGN = /(?<![-−]\s*)[¥￥]/g;
const BARE = /^(\d{1,3}(?:,\d{3})*\.\d{2}|\d+\.\d{2})\s*元?$/;
/** Where one amount goes on in the next line, first at its sign, then at its point: "¥" / "1,234" / ".50". */
const SEAMS = [/(?<=[¥￥])\n(?=\d)/g, /(?=\n)(?:(?<=[¥￥][\d,]{0,15})\n(?=\.\d)|(?<=[¥￥][\d,]{0,15}[.,])\n(?=\d))/g];

/**
 * Every amount in an element that is not crossed out, with the label before it on its line, or else on the line above.
 * @param element a cell or an item row
 * @param without parts of it that speak of something else
 */
export function amountsIn(element: Element, without: ReadonlySet<Element> = new Set()): LabelledAmount[] {
  return amountsOf(amountLines(element, without));
}

/**
 * The same for a cell whose amounts are to be told.
 * @throws ReadError when the cell has more than could be read: a sign without an amount, fen without yuan
 */
export function certainAmounts(
  element: Element,
  what: string,
  without: ReadonlySet<Element> = new Set(),
): LabelledAmount[] {
  const lines = amountLines(element, without);
  const amounts = amountsOf(lines);
  const signs = lines.join('\n').match(SIGN)?.length ?? 0;
  if (signs > amounts.length || lines.some((line) => /^[.,]\d/.test(line))) throw new ReadError(what);
  return amounts;
}

function amountLines(element: Element, without: ReadonlySet<Element>): string[] {
  return withAmountsJoined(linesOf(element, { struck: false, without }));
}

/**
 * Blanks in an amount: before or behind its point, and before three digits that a point with two more follows ("¥1 000.00"). What
 * comes is looked at before what was, and not far back: a text of 200 kB digits is no work.
 */
const BLANKS =
  /(?=[^\S\n]|,)(?:(?<=[¥￥]\s?\d[\d,]{0,15})[^\S\n]+(?=\.\d{2}(?!\d))|(?<=[¥￥]\s?\d[\d,]{0,15}\.)[^\S\n]+(?=\d{2}(?!\d))|(?<=[¥￥]\s?\d{1,3}(?:,\d{3}){0,4})(?:[^\S\n]+,?[^\S\n]*|,[^\S\n]+)(?=\d{3}\.\d{2}(?!\d)))/g;

/** Lines in which an amount that goes on in the next one, or behind a blank, is whole. */
export function withAmountsJoined(lines: readonly string[]): string[] {
  return [...SEAMS, BLANKS]
    .reduce((joined, seam) => joined.replaceAll(seam, ''), narrowDigits(lines.join('\n')))
    .split('\n');
}

const WIDE = /[０-９．]|(?<=[\d０-９])，(?=[\d０-９]{3}(?![\d０-９]))/g;

/** "￥１，２３４．５０" -> "￥1,234.50": digits of the width of a Chinese character, and a comma of that width between thousands. */
function narrowDigits(text: string): string {
  return text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Every amount in these lines, with the label before it. */
export function amountsOf(lines: readonly string[]): LabelledAmount[] {
  const amounts: LabelledAmount[] = [];
  let above = '';
  for (const line of lines) {
    const digits = BARE.exec(line)?.[1];
    const bare = digits === undefined ? null : fenOf(digits);
    if (bare !== null) {
      amounts.push({ label: labelOf(above), isBare: true, fen: bare });
      above = '';
      continue;
    }
    let from = 0;
    for (const match of line.matchAll(AMOUNT)) {
      const fen = fenOf(match[1]!);
      if (fen === null) continue;
      const before = line.slice(from, match.index);
      const isBare = before.trim() === '';
      // Nothing between two amounts: whatever the first stands for, the second does, too.
      const label = !isBare ? labelOf(before) : from === 0 ? labelOf(above) : amounts.at(-1)!.label;
      amounts.push({ label, isBare, fen });
      from = match.index + match[0].length;
    }
    above = from === 0 ? line : '';
  }
  return amounts;
}

const TAKEN_OFF =
  /(?:优惠|红包|立减|满减|抵扣|淘金币|积分|折扣|券|省)[^\d¥￥\n]{0,6}(?:\n(?=[-−–]))?[-−–]?\s*[¥￥]\s*(\d[\d,]*(?:\.\d{1,2})?)(?![\d.])/g;

/** What was taken off ("店铺优惠：-￥20.00"), in all: the one figure that is the sum of the others, or else their sum; none where nothing is shown. */
export function takenOffIn(lines: readonly string[]): { discountFen?: Fen } {
  const parts = [...withAmountsJoined(lines).join('\n').matchAll(TAKEN_OFF)].map((match) => fenOf(match[1]!) ?? 0);
  const [sum, most] = [parts.reduce((all, part) => all + part, 0), Math.max(0, ...parts)];
  const discountFen = parts.length > 1 && sum === most * 2 ? most : sum;
  return discountFen > 0 && isAmount(discountFen) ? { discountFen } : {};
}

/** Null for digits that are no amount that anybody paid. */
function fenOf(text: string): Fen | null {
  try {
    return parseYuan(text);
  } catch {
    return null;
  }
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
