/** One refund case of Taobao/Tmall, of a list or of a page of its own: every value by the words that name it. */
import type { AfterSale, AfterSaleStatus } from '../../model/after-sale.ts';
import { buyerOfNick, isMask, type Buyer } from '../../model/identity.ts';
import type { Fen } from '../../model/money.ts';
import { amountsOf } from '../reading/amounts.ts';
import type { ListedRecord } from '../reading/listed-record.ts';
import { piecesOf, plain } from '../reading/named-values.ts';
import { ofRecord, ReadError } from '../reading/read-error.ts';
import { agreed, amountOf, NOTHING, numberOf, timeOf, wordsOf } from '../reading/record-values.ts';
import { afterSaleStatusOf, afterSaleStep, afterSaleTypes, type AfterSaleField } from './after-sale-words.ts';

export const CASE_ID = String.raw`\d{6,25}`;
const ORDER_ID = String.raw`\d{15,20}`;
const NICK = /^[\p{L}\p{N}][\p{L}\p{N}_-]{1,24}$/u;

type Case = ListedRecord<AfterSaleField>;

/**
 * @param found what is certain of the case's numbers beside its words, such as by the address
 * @throws ReadError naming the first value that is not certain
 */
export function readCase(record: Case, found: { caseIds: readonly string[]; orderIds: readonly string[] }): AfterSale {
  const shown = numberOf(record, 'caseId', CASE_ID, 'case id');
  const caseId = agreed([...found.caseIds, ...(shown === null ? [] : [shown])], 'case id');
  if (caseId === null) throw new ReadError('case id');
  return ofRecord(caseId, () => {
    const orderId = numberOf(record, 'orderId', ORDER_ID, 'order id') ?? agreed(found.orderIds, 'order id');
    if (orderId === null) throw new ReadError('order id');
    const [refundFen, type, status] = [refundIn(record), typeIn(record), statusIn(record)];
    // Its numbers alone: what belongs to them stands somewhere else.
    if (refundFen === null && type === null && status === 'unknown') throw new ReadError('case status');
    return {
      caseId,
      orderId,
      appliedAt: timeOf(record, 'appliedAt', 'time of application'),
      refundFen,
      type,
      status,
      reason: wordsOf(record, 'reason', 'reason')?.slice(0, 200) ?? null,
      buyer: buyerIn(record),
    };
  });
}

/** By its name; without one, the only amount of the case. */
function refundIn(record: Case): Fen | null {
  if (record.isNamed('refund')) return amountOf(record, 'refund', 'refund amount');
  const amounts = amountsOf(record.others.map(plain)).filter(({ isBare }) => isBare);
  if (new Set(amounts.map(({ fen }) => fen)).size > 1) throw new ReadError('refund amount (which of several)');
  return amounts[0]?.fen ?? null;
}

function typeIn(record: Case): string | null {
  const isKnown = (piece: string) => afterSaleTypes.has(piece);
  if (record.isNamed('type')) return wordsOf(record, 'type', 'type', isKnown)?.slice(0, 40) ?? null;
  return agreed(record.others.flatMap(piecesOf).filter(isKnown), 'type');
}

function statusIn(record: Case): AfterSaleStatus {
  const isKnown = (piece: string) => afterSaleStatusOf(piece) !== 'unknown';
  if (record.isNamed('status')) {
    const states = record.wordsOf('status').flatMap((text) => stateOf(text.split('\n')) ?? []);
    return agreed(states, 'case status') ?? 'unknown';
  }
  const states = record.others.flatMap(piecesOf).filter((piece) => piece !== afterSaleStep && isKnown(piece));
  return agreed(states.map(afterSaleStatusOf), 'case status') ?? 'unknown';
}

/** The first words of a place that are no clock; words that no table knows before a state that it knows are not certain. */
function stateOf(lines: readonly string[]): AfterSaleStatus | null {
  const isWords = (line: string) => !/\d/.test(line) && !NOTHING.test(plain(line));
  const states = lines.filter(isWords).map((line) => {
    const known = piecesOf(line).map(afterSaleStatusOf);
    return known.find((state) => state !== 'unknown') ?? 'unknown';
  });
  if (states[0] === 'unknown' && states.some((state) => state !== 'unknown')) throw new ReadError('case status');
  return states[0] ?? null;
}

/** A mask, or a full nick behind its name; other words are no nick. */
function buyerIn(record: Case): Buyer {
  const nicks = record.wordsOf('buyer').flatMap((text) => {
    const pieces = text.split('\n').flatMap(piecesOf);
    return pieces.find((piece) => isMask(piece) || NICK.test(piece)) ?? [];
  });
  return buyerOfNick(agreed(nicks, 'buyer'));
}
