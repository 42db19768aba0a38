/**
 * Scores in order, equal ones together: all that measures of ranking and calibration need. Within equal scores no order is
 * assumed; each customer counts as the average of them.
 */

export interface Ranking {
  /** Different scores, ascending. */
  readonly scores: Float64Array;
  /** Per score: customers, those who came back, and their orders. */
  readonly customers: Float64Array;
  readonly returned: Float64Array;
  readonly orders: Float64Array;
  readonly total: { readonly customers: number; readonly returned: number; readonly orders: number };
}

/**
 * @param scores one per customer, none NaN
 * @param orders what each did afterwards; more than 0 is a return
 */
export function rank(scores: Float64Array, orders: ArrayLike<number>): Ranking {
  const distinct = distinctOf(scores);
  const customers = new Float64Array(distinct.length);
  const returned = new Float64Array(distinct.length);
  const bought = new Float64Array(distinct.length);
  const total = { customers: scores.length, returned: 0, orders: 0 };
  for (let at = 0; at < scores.length; at++) {
    const place = placeOf(distinct, scores[at]!);
    const count = orders[at]!;
    customers[place]! += 1;
    if (count === 0) continue;
    returned[place]! += 1;
    bought[place]! += count;
    total.returned += 1;
    total.orders += count;
  }
  return { scores: distinct, customers, returned, orders: bought, total };
}

function distinctOf(scores: Float64Array): Float64Array {
  const sorted = scores.toSorted();
  let size = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (size === 0 || sorted[at] !== sorted[size - 1]) sorted[size++] = sorted[at]!;
  }
  return sorted.slice(0, size);
}

function placeOf(distinct: Float64Array, score: number): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (distinct[middle]! < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Area under the ROC curve: the chance that one who came back was scored above one who did not, equal scores counting half.
 * Null where all or none came back.
 */
export function auc({ customers, returned, total }: Ranking): number | null {
  const stayedAway = total.customers - total.returned;
  if (total.returned === 0 || stayedAway === 0) return null;
  let below = 0;
  let pairs = 0;
  for (let at = 0; at < customers.length; at++) {
    const away = customers[at]! - returned[at]!;
    pairs += returned[at]! * (below + away / 2);
    below += away;
  }
  return pairs / (total.returned * stayedAway);
}

/** Mean precision over all who came back, from the top; null where nobody did. */
export function averagePrecision({ customers, returned, total }: Ranking): number | null {
  if (total.returned === 0) return null;
  let chosen = 0;
  let hits = 0;
  let sum = 0;
  for (let at = customers.length - 1; at >= 0; at--) {
    chosen += customers[at]!;
    hits += returned[at]!;
    sum += (returned[at]! * hits) / chosen;
  }
  return sum / total.returned;
}

/** What the best `share` of the customers caught of all returns and of all orders, 0..1; null where there were none. */
export function topShare(
  { customers, returned, orders, total }: Ranking,
  share: number,
): { returned: number; orders: number } | null {
  if (total.returned === 0) return null;
  let left = share * total.customers;
  const caught = { returned: 0, orders: 0 };
  for (let at = customers.length - 1; at >= 0 && left > 0; at--) {
    const part = Math.min(1, left / customers[at]!);
    caught.returned += part * returned[at]!;
    caught.orders += part * orders[at]!;
    left -= customers[at]!;
  }
  return { returned: caught.returned / total.returned, orders: caught.orders / total.orders };
}
