/**
 * One case (after-sale or dispute) of a JD page, field by field: the cell that carries the console's own name for it, the cell
 * below its caption, the value behind its label. Receiver, phone, address and parcel are asked for by none of them.
 */
import type { AfterSale, AfterSaleStatus } from '../../model/after-sale.ts';
import { buyerOfNick, type Buyer } from '../../model/identity.ts';
import { parseYuan, type Fen } from '../../model/money.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { agreedAmount, certainAmounts } from '../reading/amounts.ts';
import { ofRecord, parsed, ReadError } from '../reading/read-error.ts';
import { isWithin } from '../reading/records.ts';
import { HAN, isCut, linesOf, textOf, textPieces, uncut } from '../reading/text.ts';
import type { RowReading } from '../reading/rows.ts';
import { onePin, readBuyer, type Pin } from './card-buyer.ts';
import {
  askedLabels,
  caseStatusLabels,
  caseStatusOf,
  caseTypes,
  endedLabels,
  type CaseFieldName,
  type CaseFields,
} from './case-labels.ts';
import { NO_VALUE } from './detail-labels.ts';
import { amountOf, boxesReading, piecesOf, shapes, valueOf, type OrderScope, type Shape } from './labelled-values.ts';

/** The part of a page that speaks of one case, and its cells by what they hold. */
export interface CaseScope extends OrderScope {
  parts: readonly Element[];
  fields: CaseFields;
  cells: ReadonlyMap<CaseFieldName, readonly Element[]>;
  /** The numbers of cases that its links lead to. */
  linkedIds: readonly string[];
  /** What every case of the page is (纠纷); null where each says so itself. */
  type: string | null;
  /** How many digits the number of a case has, where it is known by that alone; else null. */
  bareDigits: number | null;
}

/** A number may be followed by a time that stands beside it without a gap. */
const NUMBER_END = String.raw`(?=\D|$|20\d{2}-\d{2}-)`;
const caseIdShape: Shape = { pattern: String.raw`(\d{7,12}?)${NUMBER_END}`, alone: /^(\d{7,12})(?!\d)/ };
const orderIdShape: Shape = { pattern: String.raw`(\d{11,18}?)${NUMBER_END}`, alone: /^(\d{11,18})(?!\d)/ };
const TIME = /(?<!\d)\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?(?!\d)/g;
const ORDER_DIGITS = 16;
const BARE_AMOUNT = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,2})?(?:\s*元)?$/;
const TYPE = new RegExp(`^(?:${[...caseTypes].join('|')})$`);
const STATUS = new RegExp(`^(?:${Object.keys(caseStatusLabels).join('|')}|完 成)$`);
/** A person's number in a text that is to be kept. */
const LONG_NUMBER = /\d{7,}/;

/** @throws ReadError naming the first value that is not certain */
export function readCase(scope: CaseScope, addressed: string | null = null): RowReading<AfterSale> {
  const caseId = readCaseId(scope, addressed);
  return ofRecord(caseId, () => {
    const pin = pinOf(scope);
    const value = {
      caseId,
      orderId: readOrderId(scope),
      appliedAt: readAppliedAt(scope),
      refundFen: readRefund(scope),
      type: scope.type ?? readType(scope),
      status: readStatus(scope),
      reason: readReason(scope),
      buyer: buyerOf(pin),
    };
    return { value, buyerElement: pin?.element ?? scope.cells.get('orderId')?.[0] ?? null };
  });
}

function readCaseId(scope: CaseScope, addressed: string | null): string {
  const { labels } = scope.fields.caseId;
  const alone = new RegExp(String.raw`^(?:(?:${labels.join('|')})\s*[:：]?\s*)?(\d{7,12})(?:\s*\D{1,4})?$`);
  const ids = new Set([...numbersIn(scope, 'caseId', alone), ...scope.linkedIds]);
  const labelled = valueOf(scope, labels, caseIdShape, 'case id');
  if (labelled !== null) ids.add(labelled);
  for (const number of bareNumbers(scope, scope.bareDigits)) ids.add(number);
  if (ids.size !== 1) throw new ReadError(ids.size === 0 ? 'case id' : 'case id (several differ)');
  const caseId = [...ids][0]!;
  if (addressed !== null && addressed !== caseId) throw new ReadError('case id (page and address differ)');
  return caseId;
}

function readOrderId(scope: CaseScope): string {
  const ids = new Set(numbersIn(scope, 'orderId', /^(?:原?订单(?:号|编号)?\s*[:：]?\s*)?(\d{11,18})(?:\s*\D{1,4})?$/));
  const labelled = valueOf(scope, scope.fields.orderId.labels, orderIdShape, 'order id');
  if (labelled !== null) ids.add(labelled);
  if (ids.size === 0) for (const number of bareNumbers(scope, scope.bareDigits && ORDER_DIGITS)) ids.add(number);
  if (ids.size > 1) throw new ReadError('order id (several differ)');
  const orderId = [...ids][0] ?? valueOf(scope, ['关联订单编号', '关联订单号', '关联订单'], orderIdShape, 'order id');
  if (orderId === null) throw new ReadError('order id');
  return orderId;
}

/** Numbers of so many digits that stand alone on their line. */
function bareNumbers({ lines }: CaseScope, digits: number | null): string[] {
  const shape = new RegExp(String.raw`^\d{${digits}}$`);
  return digits === null ? [] : lines.filter((line) => shape.test(line));
}

/** The numbers of their shape in the cell of a field; a caption may stand for two of them. */
function numbersIn({ cells, without }: CaseScope, field: CaseFieldName, shape: RegExp): string[] {
  return (cells.get(field) ?? []).flatMap((cell) =>
    linesOf(cell, { without }).flatMap((line) => shape.exec(line)?.[1] ?? []),
  );
}

/** Null where the page shows none: an exchange, a column that is off. */
function readRefund(scope: CaseScope): Fen | null {
  const { cells, fields, without } = scope;
  const [cell] = cells.get('refund') ?? [];
  if (cell) {
    const amounts = certainAmounts(cell, 'refund amount', without);
    const isOf = (names: readonly string[]) => amounts.filter(({ label }) => names.includes(label));
    const own = [isOf(fields.refund.labels), isOf(['']), isOf(askedLabels)].find((each) => each.length > 0);
    if (own) return agreedAmount(own, 'refund amount');
    const [line, ...rest] = linesOf(cell, { struck: false, links: false, without });
    if (line === undefined || NO_VALUE.test(line)) return null;
    if (rest.length > 0 || !BARE_AMOUNT.test(line)) throw new ReadError('refund amount');
    return parsed('refund amount', () => parseYuan(line.replace(/\s*元$/, '')));
  }
  const labels = [fields.refund.labels, askedLabels].filter((each) => !isBlank(scope, each));
  for (const each of labels) {
    const fen = amountOf(scope, each, 'refund amount');
    if (fen !== null) return fen;
  }
  return null;
}

/** A label stands there, and the next label behind it: nothing is asked for. */
function isBlank({ fields, lines }: CaseScope, labels: readonly string[]): boolean {
  const alone = new RegExp(`^(?:${labels.join('|')})\\s*[:：]?$`);
  const next = new RegExp(
    `^(?:${Object.values(fields)
      .flatMap((field) => field.labels)
      .join('|')})`,
  );
  const places = lines.flatMap((line, index) => (alone.test(line) ? [index] : []));
  return places.length > 0 && places.every((place) => next.test(lines[place + 1] ?? ''));
}

function readType(scope: CaseScope): string | null {
  const texts = (placesOf(scope, 'type', 'type')[0] ?? []).filter((text) => !/\d{4}/.test(text));
  const known = new Set(texts.filter((text) => caseTypes.has(text)));
  if (known.size > 1) throw new ReadError('type (several differ)');
  const text = [...known][0] ?? texts[0];
  if (text !== undefined) return text.length > 40 ? null : text;
  const words = new Set(wordsIn(scope, TYPE));
  if (words.size > 1) throw new ReadError('type (several differ)');
  return [...words][0] ?? null;
}

/** By its places; else the words of the row that are a state and no button. A row that shows none says nothing of it. */
function readStatus(scope: CaseScope): AfterSaleStatus {
  const places = placesOf(scope, 'status', 'case status').map((texts) => texts.filter((text) => !/\d/.test(text)));
  const isKnown = (text: string) => caseStatusOf(text) !== 'unknown';
  const told = places.filter((texts) => texts.length > 0);
  if (places.length > 0 && told.length === 0) throw new ReadError('case status');
  // Words that no table knows, and a state among them: one of the two is not the case's.
  if (told.some((texts) => !isKnown(texts[0]!) && texts.some(isKnown))) throw new ReadError('case status');
  const known = told.flat().filter(isKnown);
  const isEnded = known.length > 0 && known.every((text) => endedLabels.has(text.replace(/\s/g, '')));
  if (told.length > 0 && !(isEnded && !scope.cells.has('status'))) return oneStatus(known);
  // How it ended may stand in a box of its own behind the label's.
  const words = wordsIn(scope, STATUS);
  return oneStatus(isEnded ? [...known, ...words.filter((text) => caseStatusOf(text) !== 'open')] : words);
}

/** Main state and sub state may both be told: how it ended counts before the end. */
function oneStatus(texts: readonly string[]): AfterSaleStatus {
  const endings = texts.filter((text) => !endedLabels.has(text.replace(/\s/g, '')));
  const states = new Set((endings.length > 0 ? endings : texts).map(caseStatusOf));
  if (states.size > 1) throw new ReadError('case status (several differ)');
  return [...states][0] ?? 'unknown';
}

function readReason(scope: CaseScope): string | null {
  const texts = new Set(leniently(() => placesOf(scope, 'reason', 'reason').flat()) ?? []);
  const reason = [...texts].join(' ');
  return reason === '' || reason.length > 200 || isCut(reason) || LONG_NUMBER.test(reason) ? null : reason;
}

function readAppliedAt(scope: CaseScope): number | null {
  const [cell] = scope.cells.get('appliedAt') ?? [];
  const shown = cell ? linesOf(cell).join('\n').match(TIME) : null;
  const time = shown
    ? new Set(shown).size === 1
      ? shown[0]
      : null
    : leniently(() => valueOf(scope, scope.fields.appliedAt.labels, shapes.time, 'time of application'));
  return time ? leniently(() => parsed('time of application', () => parsePlatformTime(time))) : null;
}

/** The account, where it is certain; a case is its order's in any case, and that has a buyer. */
function pinOf(scope: CaseScope): Pin | null {
  const { cells, fields, parts, without } = scope;
  return leniently(() => {
    const marked = parts
      .flatMap((part) => [...part.querySelectorAll('.user-pin, [class*="user-pin"]')])
      .filter((each) => !isWithin(each, without));
    const places = [
      ...(cells.get('buyer') ?? []).map(textPieces),
      marked.flatMap(textPieces),
      ...piecesOf(scope, fields.buyer.labels, 'buyer'),
    ];
    return onePin(places.map(onePin).filter((pin) => pin !== null));
  });
}

function buyerOf(pin: Pin | null): Buyer {
  return (pin && leniently(() => readBuyer(pin))) ?? buyerOfNick(null);
}

/** For what a case may do without: null where it is not certain. */
function leniently<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** The texts of a field, place by place: the lines of its cells, else what stands behind its labels. */
function placesOf(scope: CaseScope, field: CaseFieldName, what: string): string[][] {
  const { cells, root, without, lines } = scope;
  const { labels } = scope.fields[field];
  const inCells = cells.get(field);
  if (inCells)
    return inCells.map((cell) => linesOf(cell, { links: false, without }).flatMap((text) => certain(text, cell)));
  const inLine = new RegExp(String.raw`^(?:${labels.join('|')})\s*[:：]\s*(.+)$`);
  const inLines = () => lines.flatMap((line) => inLine.exec(line)?.[1] ?? []).map((text) => certain(text, root));
  // Null where labels stand in no box of their own.
  const inBoxes = leniently(() => piecesOf(scope, labels, what))?.map((pieces) =>
    pieces.length === 0 ? [] : certain(pieces.map(({ text }) => text).join(''), pieces[0]!.element),
  );
  const places = inBoxes ?? inLines();
  if (!inBoxes && places.length === 0) throw new ReadError(what);
  return places;
}

/** A text of the page whole, or nothing where a dash stands for it. */
function certain(text: string, element: Element): string[] {
  const whole = uncut(text, element);
  return whole === '' || NO_VALUE.test(whole) ? [] : [whole];
}

/** Words of the row that stand alone, as a line or in a box, and are no buttons. */
function wordsIn(scope: CaseScope, word: RegExp): string[] {
  const { parts, without, lines } = scope;
  const isAlone = (text: string) => {
    const alone = new RegExp(`(?<![${HAN}])${text}(?=$|[^${HAN}]|还剩|剩余|超时)`, 'u');
    return lines.some((line) => alone.test(line));
  };
  const boxes = boxesReading(scope, word, 12)
    .filter((element) => element.closest('button, a, [role="button"]') === null)
    .map(textOf)
    .filter(isAlone);
  const plain = parts.flatMap((part) => linesOf(part, { links: false, without }));
  return [...boxes, ...plain.filter((line) => word.test(line))];
}
