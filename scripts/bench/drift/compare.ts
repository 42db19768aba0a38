/** A reading held against what is true on the page, field by field: right, rejected (left out, or said to be unknown), or wrong. */
import type { PrintedPage } from '../../liuke/printed-page.ts';

type Verdict = 'right' | 'rejected' | 'wrong';

interface FieldVerdict {
  field: string;
  verdict: Verdict;
  /** An id or an amount that is another row's, or nobody's. */
  isForeign: boolean;
  /** "order 3400…: paid, found completed" */
  note: string;
}

type Row = Readonly<Record<string, unknown>>;
type PrintedChat = NonNullable<PrintedPage['chat']>;

/** Kinds of rows that the command prints, each with what tells one row from another. */
const kinds: Readonly<Record<string, (row: Row) => string>> = {
  orders: ({ orderId }) => String(orderId),
  afterSales: ({ caseId }) => String(caseId),
  reviews: ({ orderId, text }) => `${String(orderId)} ${String(text)}`,
  coupons: ({ name, startsAt }) => `${String(name)} ${String(startsAt)}`,
  members: ({ buyer }) => buyerText(buyer) ?? '',
  counters: ({ counterId }) => String(counterId),
};
/** Values that are an id or an amount: those of another row are the worst that can be read. */
const OWN = /Id$|Key$|Fen$|^buyer$/;

export function compareReadings(read: PrintedPage, truth: PrintedPage): FieldVerdict[] {
  return [
    ...Object.keys(kinds).flatMap((kind) => compareRows(kind, rowsIn(read, kind), rowsIn(truth, kind))),
    ...(truth.chat ? compareChats(read.chat, truth.chat) : []),
    ...receiversIn(read),
  ];
}

/** Phones and addresses as the consoles blur them: of a receiver, and in no reading. */
const RECEIVER = /1[\d*]{0,2}\*{4,}\d{2,4}|\*{8,}/;

function receiversIn(read: PrintedPage): FieldVerdict[] {
  const found = RECEIVER.exec(JSON.stringify(read))?.[0];
  return found ? [{ field: 'receiver', verdict: 'wrong', isForeign: true, note: `a receiver's ${found}` }] : [];
}

/** The ids of what must be read of a page, by its kinds. */
export function rowIds(page: PrintedPage): string[] {
  return Object.entries(kinds).flatMap(([kind, idOf]) => rowsIn(page, kind).map((row) => `${kind} ${idOf(row)}`));
}

function rowsIn(page: PrintedPage, kind: string): readonly Row[] {
  return ((page as Record<string, unknown>)[kind] ?? []) as readonly Row[];
}

function compareRows(kind: string, read: readonly Row[], truth: readonly Row[]): FieldVerdict[] {
  const idOf = kinds[kind]!;
  const found = new Map(read.map((row) => [idOf(row), row]));
  const known = new Set(truth.map(idOf));
  const invented = [...found.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ field: kind, verdict: 'wrong' as const, isForeign: true, note: `${kind} ${id}: no such row` }));
  return [...truth.flatMap((row) => compareRow(idOf(row), found.get(idOf(row)), row, truth)), ...invented];
}

function compareRow(id: string, read: Row | undefined, truth: Row, all: readonly Row[]): FieldVerdict[] {
  const fields = fieldsOf(truth);
  if (!read) return [...fields.keys()].map((field) => verdictOf(id, field, undefined, '', false));
  const others = all.filter((row) => row !== truth).map(fieldsOf);
  const isOthers = (field: string, value: unknown) =>
    OWN.test(field) && value !== null && others.some((other) => other.get(field) === value);
  const readFields = fieldsOf(read);
  const extra = [...readFields.keys()].filter((field) => !fields.has(field));
  return [
    ...[...fields].map(([field, value]) => {
      const found = readFields.get(field);
      return verdictOf(
        id,
        field,
        found ?? (readFields.has(field) ? null : 'gone'),
        value,
        isOthers(field, found ?? null),
      );
    }),
    ...extra.map((field) => verdictOf(id, field, readFields.get(field), 'none', false)),
  ];
}

/** Every value of a row by its name; those of the lines of an order with the number of the line. */
function fieldsOf(row: Row): Map<string, unknown> {
  return new Map(
    Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
      if (name === 'buyer') return [[name, buyerText(value)]];
      if (!Array.isArray(value)) return [[name, value === 'unknown' ? null : value]];
      return value.flatMap((line: Row, index) =>
        Object.entries(line).map(([part, each]): [string, unknown] => [`${part} of line ${index}`, each]),
      );
    }),
  );
}

function buyerText(buyer: unknown): string | null {
  const { display, key, quality } = (buyer ?? {}) as Record<string, string | null>;
  return (display ?? null) === null && (key ?? null) === null ? null : `${display} ${key} ${quality}`;
}

/** Of a value that is not there nothing is said: null is no wrong value, except where null is meant to be a value. */
function verdictOf(id: string, field: string, read: unknown, truth: unknown, isOthers: boolean): FieldVerdict {
  const verdict = read === truth ? 'right' : read === undefined || read === null ? 'rejected' : 'wrong';
  const note = `${id} ${field}: ${String(truth)}, found ${String(read)}`;
  return { field: field.replace(/ of line \d+$/, ''), verdict, isForeign: verdict === 'wrong' && isOthers, note };
}

function compareChats(read: PrintedChat | undefined, truth: PrintedChat): FieldVerdict[] {
  const one = (field: string, found: unknown, value: unknown, nothing: unknown): FieldVerdict => {
    const verdict = found === value ? 'right' : found === nothing ? 'rejected' : 'wrong';
    const isForeign = verdict === 'wrong' && field === 'customer';
    return { field, verdict, isForeign, note: `${field}: ${String(value)}, found ${String(found)}` };
  };
  const keyOf = (chat: PrintedChat | undefined) => chat?.customer?.key ?? null;
  const left = (read?.messages ?? []).map(({ from, text }) => `${from}: ${text}`);
  const messages = truth.messages.map(({ from, text }) => {
    const place = left.indexOf(`${from}: ${text}`);
    return one('message', place < 0 ? null : left.splice(place, 1)[0], `${from}: ${text}`, null);
  });
  return [
    one('customer', keyOf(read), keyOf(truth), null),
    one('name', read?.customer?.display ?? null, truth.customer?.display ?? null, null),
    one('settled', read?.settled ?? false, truth.settled, false),
    one('editor', read?.editor ?? false, truth.editor, false),
    ...messages,
    ...left.map((text) => one('message', text, 'none', null)),
  ];
}
