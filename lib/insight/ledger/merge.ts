/** Putting ledgers together: pieces of one shop one after the other, and newer rows over older ones. */
import {
  ID_BYTES,
  allocate,
  compareIds,
  perCustomer,
  perPurchase,
  type Layers,
  type Ledger,
  type Run,
} from './ledger.ts';

/** @param pieces each ascending, and every id of one below every id of the next */
export function concat(pieces: readonly Ledger[]): Ledger {
  const only = pieces.length === 1 ? pieces[0] : undefined;
  return only ?? copied(pieces.map((ledger) => ({ ledger, from: 0, to: ledger.size })));
}

/**
 * @param pieces each ascending
 * @returns the rows of all, ascending; of an id that is in several, the row of the last piece
 */
export function latest(pieces: readonly Ledger[]): Ledger {
  const rows = pieces.flatMap((ledger, piece) =>
    Array.from({ length: ledger.size }, (_, row) => ({ ledger, piece, row })),
  );
  const compare = (a: RowOfPiece, b: RowOfPiece) => compareIds(a.ledger.ids, a.row, b.ledger.ids, b.row);
  const sorted = rows.toSorted((a, b) => compare(a, b) || b.piece - a.piece);
  const newest = sorted.filter((each, index) => index === 0 || compare(sorted[index - 1]!, each) !== 0);
  return copied(newest.map(({ ledger, row }) => ({ ledger, from: row, to: row + 1 })));
}

interface RowOfPiece {
  ledger: Ledger;
  row: number;
}

/**
 * @param newer rows that take the place of those with the same id, or are added
 * @returns without the rows of customers of whom no order is left; with its `layers`, or the older one itself where nothing is newer
 */
export function overlay(older: Ledger, newer: Ledger): Ledger {
  if (newer.size === 0) return older;
  const runs: Run[] = [];
  let from = 0;
  for (let row = 0; row < newer.size; row += 1) {
    const at = rowNotBelow(older, newer, row, from);
    runs.push({ ledger: older, from, to: at });
    if (newer.orderCounts[row]! > 0) runs.push({ ledger: newer, from: row, to: row + 1 });
    from = at < older.size && compareIds(older.ids, at, newer.ids, row) === 0 ? at + 1 : at;
  }
  runs.push({ ledger: older, from, to: older.size });
  const stretches = runs.filter((run) => run.to > run.from);
  return { ...copied(stretches), layers: { older, newer, runs: stretches } };
}

/**
 * What was worked out row by row of two layers, for the rows that came of them.
 * @param into one entry per row of the ledger that was laid together
 * @returns `into`
 */
export function lay<Column extends Float64Array | Uint8Array>(
  { older, runs }: Layers,
  ofOlder: Column,
  ofNewer: Column,
  into: Column,
): Column {
  let row = 0;
  for (const { ledger, from, to } of runs) {
    into.set((ledger === older ? ofOlder : ofNewer).subarray(from, to), row);
    row += to - from;
  }
  return into;
}

/** @returns rows `from` up to `to` */
export function slice(ledger: Ledger, from: number, to: number): Ledger {
  return copied([{ ledger, from, to }]);
}

function copied(runs: readonly Run[]): Ledger {
  const size = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const purchases = runs.reduce((sum, { ledger, from, to }) => sum + ledger.offsets[to]! - ledger.offsets[from]!, 0);
  const whole = allocate(size, purchases);
  let row = 0;
  let purchase = 0;
  for (const { ledger, from, to } of runs) {
    const first = ledger.offsets[from]!;
    const last = ledger.offsets[to]!;
    whole.ids.set(ledger.ids.subarray(from * ID_BYTES, to * ID_BYTES), row * ID_BYTES);
    for (const name of Object.keys(perCustomer) as (keyof typeof perCustomer)[])
      whole[name].set(ledger[name].subarray(from, to), row);
    for (const name of Object.keys(perPurchase) as (keyof typeof perPurchase)[])
      whole[name].set(ledger[name].subarray(first, last), purchase);
    for (let at = from; at < to; at += 1)
      whole.offsets[row + 1 + at - from] = ledger.offsets[at + 1]! - first + purchase;
    row += to - from;
    purchase += last - first;
  }
  return whole;
}

/** Galloping from `from`: the newer rows are few, or follow closely upon each other. */
function rowNotBelow(older: Ledger, newer: Ledger, row: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step <= older.size && compareIds(older.ids, low + step - 1, newer.ids, row) < 0) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, older.size);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(older.ids, middle, newer.ids, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
