/**
 * The limits of the values that the store takes, for whoever holds a row against them before it leaves the page. Written out, for
 * the schemas behind them (`model/`) stay with the background.
 */
import type { Buyer } from '../../model/identity.ts';
import { MAX_FEN, type Fen } from '../../model/money.ts';

const FIRST_MS = Date.UTC(2003, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

export function isOrderId(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}

export function isInstant(ms: number): boolean {
  return isWhole(ms, FIRST_MS, LAST_MS);
}

/** Where a buyer has a value that the store would refuse; null when every one is good. */
export function buyerProblem({ display, key, quality }: Buyer): string | null {
  if (display !== null && !isText(display, 100)) return 'buyer display';
  if (key !== null && !isText(key, 100)) return 'buyer key';
  const isStable = quality === 'stable';
  return isStable !== (key !== null) || (quality === 'probable' && display === null) ? 'buyer' : null;
}

export function isAmount(fen: Fen | null): boolean {
  return fen === null || isWhole(fen, 0, MAX_FEN);
}

export function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

export function isText(text: string, maxLength: number): boolean {
  return text !== '' && text.length <= maxLength;
}
