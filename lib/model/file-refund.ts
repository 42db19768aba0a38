/** What export files say was paid back of one order: of two files the later one is right, be it less. */
import type { Fen } from './money.ts';
import type { Order } from './order.ts';

export interface FileRefund {
  fen: Fen;
  /** When the file was written, epoch ms. */
  at: number;
  /** How many lines of the order were told: of a part of them a file of lines tells a part of the sum. */
  lines: number;
}

interface StoredOrder extends Pick<Order, 'items'> {
  refundedFen?: Fen;
  refundSeenAt?: number;
  seenAt: number;
}

/** Null where no file has told. */
export function refundKnown({ items, refundedFen, refundSeenAt, seenAt }: StoredOrder): FileRefund | null {
  return refundedFen === undefined ? null : { fen: refundedFen, at: refundSeenAt ?? seenAt, lines: items.length };
}

/** Null where the file has no such column. @param at when it was written, epoch ms */
export function refundTold({ items }: Order, refundedFen: Fen | null, at: number): FileRefund | null {
  return refundedFen === null ? null : { fen: refundedFen, at, lines: items.length };
}

/** What is known after both, in whichever order they came. */
export function laterRefund(one: FileRefund | null, other: FileRefund | null): FileRefund | null {
  if (!one || !other) return one ?? other;
  const [earlier, later] = one.at <= other.at ? [one, other] : [other, one];
  const isOfPart = one.lines > 0 && other.lines > 0 && one.lines !== other.lines;
  if (earlier.at < later.at && !isOfPart) return later;
  return { ...later, fen: Math.max(earlier.fen, later.fen) };
}
