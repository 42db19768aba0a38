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

/** Kinds of rows that the command prints, each with what tells one row from another; of reviews of one order the place does. */
const kinds: Readonly<Record<string, (row: Row) => string>> = {
  orders: ({ orderId }) => String(orderId),
  afterSales: ({ caseId }) => String(caseId),
  reviews: ({ orderId }) => String(orderId),
  coupons: ({ name, startsAt }) => `${String(name)} ${String(startsAt)}`,
  members: ({ buyer }) => buyerText(buyer) ?? '',
  counters: ({ counterId }) => String(counterId),
};
/** Values that are an id or an amount: those of another row are the worst that can be read. */
const OWN = /Id$|Key$|Fen$|^buyer$/;

/** @param address of the page: what it names is the page's own, though it should have been rejected */
export function compareReadings(read: PrintedPage, truth: PrintedPage, address: string): FieldVerdict[] {
  return [
    ...Object.keys(kinds).flatMap((kind) => compareRows(kind, keyed(read, kind), keyed(truth, kind), address)),
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
  return Object.keys(kinds).flatMap((kind) => [...keyed(page, kind).keys()].map((id) => `${kind} ${id}`));
}

/** The rows of a kind by what tells them apart: the second of the same id is "id 2". */
function keyed(page: PrintedPage, kind: string): Map<string, Row> {
  const rows = ((page as Record<string, unknown>)[kind] ?? []) as readonly Row[];
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const id = kinds[kind]!(row);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return [count === 1 ? id : `${id} ${count}`, row];
    }),
  );
}

type Rows = ReadonlyMap<string, Row>;

function compareRows(kind: string, found: Rows, truth: Rows, address: string): FieldVerdict[] {
  const all = [...truth.values()];
  const invented = [...found.keys()]
    .filter((id) => !truth.has(id))
    .map((id) => ({
      field: kind,
      verdict: 'wrong' as const,
      isForeign: !address.includes(id),
      note: `${kind} ${id}: no such row`,
    }));
  return [...[...truth].flatMap(([id, row]) => compareRow(id, found.get(id), row, all)), ...invented];
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
