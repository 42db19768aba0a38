/** Lists of numbers, set one behind the other in one array: what is looked at for every text then stays in the cache. */
export interface EndToEnd {
  /** By list where it begins, and the end of the last. */
  from: Uint32Array;
  all: Uint16Array;
}

export function endToEnd(lists: readonly (readonly number[])[]): EndToEnd {
  const from = new Uint32Array(lists.length + 1);
  for (const [index, { length }] of lists.entries()) from[index + 1] = from[index]! + length;
  return { from, all: Uint16Array.from(lists.flat()) };
}
