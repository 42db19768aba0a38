/**
 * Values by the words that name them: a caption above a column, or a label before the value, in its line or above it. The words of
 * a page stand in a table beside its reader; those of values that are not kept are in it too, for a value ends where the next
 * label begins.
 */
import { withAmountsJoined } from './amounts.ts';
import { clean, linesOf } from './text.ts';

/** What captions and labels call each value, such as `{ orderId: ['订单号', '订单编号'] }`; `other` for values that are not kept. */
export type Words<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** The values that stand behind labels, by what they are; text without a label under null. Empty behind a label with nothing behind it. */
export type Labelled<Field extends string> = ReadonlyMap<Field | null, readonly string[]>;

interface Segment<Field> {
  /** Null for words without a label. */
  field: Field | null;
  text: string;
  /** The label has a colon: it is one, whatever follows. */
  isCertain: boolean;
}

/** Stands between two inline pieces of a line: there a label may begin that has no colon. */
const SEAM = '\u001f';
const SEAMS = new RegExp(SEAM, 'g');
const AROUND_SEAM = new RegExp(`\\s*${SEAM}[\\s${SEAM}]*`, 'g');
const HAN = '\u4e00-\u9fff';
const BRACKET = '(?:\\s*[(（][^()（）\\d]{1,8}[)）])?';
const IN_AMOUNT = new RegExp(`(?<=[¥￥][\\d.,${SEAM}]{0,24})(?<!\\.\\d\\d)${SEAM}(?=[\\d.,])`, 'g');
const TAIL = new RegExp(`^[\\s${SEAM}:：|｜]+|[\\s${SEAM}|｜]+$`, 'g');

/** The words of one page, made ready for search. */
export class Naming<Field extends string> {
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #label: RegExp;
  /** A whole text that is a caption. */
  readonly caption: RegExp;

  constructor(words: Words<Field>) {
    const entries = (Object.entries(words) as [Field, readonly string[]][]).flatMap(([field, names]) =>
      names.map((name) => [name, field] as const),
    );
    this.#fields = new Map(entries);
    const names = [...this.#fields.keys()]
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.split('').join(`${SEAM}?`))
      .join('|');
    this.caption = new RegExp(`^(?:${[...this.#fields.keys()].join('|')})(?:\\s*[(（][^()（）]{1,8}[)）])?$`);
    // With a colon not behind other words (原订单号：); without one only where a piece of the line begins and ends.
    const beside = `(?<=(?:^|${SEAM}\\s*)\\1${BRACKET})(?=${SEAM}|\\s|[¥￥\\d]|$)`;
    this.#label = new RegExp(
      `(?<![${HAN}])(?<!(?:^|[^${HAN}])[原子旧新主]${SEAM})(${names})${BRACKET}(?:([\\s${SEAM}]*[:：])|${beside})`,
      'g',
    );
  }

  /** The value that a caption names; undefined for other words. */
  captioned(text: string): Field | undefined {
    return this.#fields.get(text.replace(/\s*[(（][^()（）]{1,8}[)）]$/, '').replace(/\s/g, ''));
  }

  /** The lines before the first one with a label. */
  leading(lines: readonly string[]): string[] {
    const first = lines.findIndex((line) => this.#segmentsOf(line).some(({ field }) => field !== null));
    return lines.slice(0, first < 0 ? lines.length : first);
  }

  /** Each labelled value among lines with seams. */
  labelledIn(lines: readonly string[]): Labelled<Field> {
    const found = new Map<Field | null, string[]>([[null, []]]);
    const add = (field: Field | null, text: string) => {
      const known = found.get(field);
      if (known) known.push(text);
      else found.set(field, [text]);
    };
    let waiting: Segment<Field> | null = null;
    for (const segment of lines.flatMap((line) => this.#segmentsOf(line))) {
      // A label alone: what has no label in the next line is its value.
      if (waiting !== null && segment.field === null) add(waiting.field, segment.text);
      else if (waiting?.isCertain) add(waiting.field, '');
      if (segment.field !== null && segment.text !== '') add(segment.field, segment.text);
      if (segment.field === null && waiting === null) add(null, segment.text);
      waiting = segment.field !== null && segment.text === '' ? segment : null;
    }
    if (waiting?.isCertain) add(waiting.field, '');
    return found;
  }

  #segmentsOf(line: string): Segment<Field>[] {
    const segments: Segment<Field>[] = [];
    let open: Segment<Field> = { field: null, text: '', isCertain: false };
    let from = 0;
    const close = (to: number) => {
      open.text = line.slice(from, to).replace(TAIL, '');
      if (open.field !== null || open.text !== '') segments.push(open);
    };
    for (const match of line.matchAll(this.#label)) {
      const field = this.#fields.get(plain(match[1]!))!;
      const isCertain = match[2] !== undefined;
      const end = match.index + match[0].length;
      // "商品 损坏" is what somebody says, "订单号 4502…" is not.
      if (field === 'other' && !isCertain && /^\s+[^\s¥￥\d]/.test(line.slice(end, end + 4))) continue;
      // The end of some words ("无" "门槛") is no label of the next line.
      if (!isCertain && match.index > 0 && end === line.length) continue;
      close(match.index);
      open = { field, text: '', isCertain };
      from = end;
    }
    close(line.length);
    return segments;
  }
}

/** The lines of an element with the seams between their pieces; crossed-out prices left out, split amounts whole. */
export function seamedLines(
  element: Element,
  options: { links?: boolean; without?: ReadonlySet<Element> } = {},
): string[] {
  const lines = linesOf(element, { struck: false, seam: SEAM, ...options }).map((line) =>
    line.replace(AROUND_SEAM, SEAM).replace(IN_AMOUNT, '').replace(TAIL, ''),
  );
  return withAmountsJoined(lines.filter((line) => line !== ''));
}

/** A text without the seams between its pieces. */
export function plain(text: string): string {
  return clean(text.replace(SEAMS, ''));
}

/** The pieces of a text, and first the whole of it. */
export function piecesOf(text: string): string[] {
  return [plain(text), ...text.split(SEAM).map(clean)].filter((piece) => piece !== '');
}
