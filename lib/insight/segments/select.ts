/** Rows picked by a mask and put in order by a column. Not known comes last; equal values keep the order of rows. */

export type Direction = 'ascending' | 'descending';

/** The rows of ones, ascending. */
export function rowsOf(mask: Uint8Array): Uint32Array {
  const rows = new Uint32Array(mask.length);
  let found = 0;
  for (let row = 0; row < mask.length; row += 1) {
    rows[found] = row;
    found += mask[row]!;
  }
  return rows.slice(0, found);
}

/**
 * @param rows ascending
 * @returns a new array
 */
export function sortRows(rows: Uint32Array, column: Float64Array, direction: Direction): Uint32Array {
  const known = rows.filter((row) => !Number.isNaN(column[row]!));
  const unknown = rows.length === known.length ? [] : rows.filter((row) => Number.isNaN(column[row]!));
  const sorted = new Uint32Array(rows.length);
  sorted.set(radixSort(known, column, direction));
  sorted.set(unknown, known.length);
  return sorted;
}

/**
 * The first `most` rows of `sortRows`, without sorting the others: a heap keeps the best that were seen.
 * @param rows ascending
 */
export function topRows(rows: Uint32Array, column: Float64Array, direction: Direction, most: number): Uint32Array {
  if (most >= rows.length) return sortRows(rows, column, direction);
  const sign = direction === 'ascending' ? 1 : -1;
  const rank = (row: number) => (Number.isNaN(column[row]!) ? Infinity : sign * column[row]!);
  // Of equal rank, an unknown comes behind a known infinity, and a later row behind an earlier.
  const isBehind = (a: number, b: number) => {
    const [first, second] = [rank(a), rank(b)];
    if (first !== second) return first > second;
    const [isFirstUnknown, isSecondUnknown] = [Number.isNaN(column[a]!), Number.isNaN(column[b]!)];
    return isFirstUnknown === isSecondUnknown ? a > b : isFirstUnknown;
  };
  const heap: number[] = [];
  if (most <= 0) return new Uint32Array(0);
  for (const row of rows) {
    if (heap.length < most) {
      heap.push(row);
      if (heap.length === most) for (let at = most >> 1; at >= 0; at -= 1) sink(heap, at, isBehind);
    } else if (isBehind(heap[0]!, row)) {
      heap[0] = row;
      sink(heap, 0, isBehind);
    }
  }
  return Uint32Array.from(heap.toSorted((a, b) => (isBehind(a, b) ? 1 : -1)));
}

/** Lets what stands at `at` sink until nothing below it is further behind. */
function sink(heap: number[], at: number, isBehind: (a: number, b: number) => boolean): void {
  const row = heap[at]!;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBehind(heap[below + 1]!, heap[below]!)) below += 1;
    if (!isBehind(heap[below]!, row)) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = row;
}

/**
 * Sorts by 16 bits of the values at a time, lowest first; each pass keeps the order of the one before. A pass in which all
 * values agree is left out, so that small whole numbers take two.
 */
function radixSort(rows: Uint32Array, column: Float64Array, direction: Direction): Uint32Array {
  const values = new Float64Array(rows.length);
  // Adding 0 makes -0 and 0 one value.
  for (let at = 0; at < rows.length; at += 1) values[at] = column[rows[at]!]! + 0;
  const words = new Uint16Array(values.buffer);
  orderable(words);
  if (direction === 'descending') for (let at = 0; at < words.length; at += 1) words[at]! ^= 0xffff;
  let order = Uint32Array.from(rows, (_, at) => at);
  let next = new Uint32Array(rows.length);
  for (let word = 0; word < 4; word += 1) {
    const starts = startsOf(words, word);
    if (starts === null) continue;
    for (let at = 0; at < order.length; at += 1) {
      const item = order[at]!;
      const digit = words[4 * item + word]!;
      next[starts[digit]!] = item;
      starts[digit]! += 1;
    }
    [order, next] = [next, order];
  }
  return order.map((at) => rows[at]!);
}

/** Turns the bits of doubles into whole numbers of the same order: positive ones above, negative ones reversed. */
function orderable(words: Uint16Array): void {
  for (let low = 0; low < words.length; low += 4) {
    const isNegative = words[low + 3]! >= 0x8000;
    if (isNegative) for (let word = low; word < low + 4; word += 1) words[word]! ^= 0xffff;
    else words[low + 3]! ^= 0x8000;
  }
}

/** Where the values of each digit go; null when all have the same. */
function startsOf(words: Uint16Array, word: number): Uint32Array | null {
  const starts = new Uint32Array(65_537);
  for (let at = word; at < words.length; at += 4) starts[words[at]! + 1]! += 1;
  if (words.length === 0 || starts[words[word]! + 1] === words.length / 4) return null;
  for (let digit = 1; digit < starts.length; digit += 1) starts[digit]! += starts[digit - 1]!;
  return starts;
}
