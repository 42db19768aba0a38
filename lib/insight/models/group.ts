/**
 * Customers with the same history count once. What a model says depends on three numbers only, and on a calendar of days
 * many customers share them: 100,000 customers make some 42,000 groups, and every fit and every score is that much faster.
 */
import type { PurchaseStats } from './purchase-stats.ts';

/** One entry per group, in order of the first customer; `logGapSum` is the sum over the group's customers. */
export interface Grouped extends PurchaseStats {
  /** Customers per group. */
  readonly count: Float64Array;
  /** Customers in all. */
  readonly customers: number;
  /** The group of each customer. */
  readonly groupOf: Uint32Array;
}

/** Groups customers with equal repeatCount, lastPurchaseAge and observedAge. */
export function groupCustomers(stats: PurchaseStats): Grouped {
  const { size: customers, repeatCount, lastPurchaseAge, observedAge, logGapSum } = stats;
  const groupOf = new Uint32Array(customers);
  const firstOf = new Uint32Array(customers);
  const count = new Float64Array(customers);
  const gaps = new Float64Array(customers);
  // One more than the group, so that 0 is a free slot.
  const slots = new Uint32Array(slotsFor(customers));
  let size = 0;
  for (let customer = 0; customer < customers; customer++) {
    const [x, last, age] = [repeatCount[customer]!, lastPurchaseAge[customer]!, observedAge[customer]!];
    let slot = hash(x, last, age) & (slots.length - 1);
    while (slots[slot]! > 0) {
      const first = firstOf[slots[slot]! - 1]!;
      if (lastPurchaseAge[first] === last && observedAge[first] === age && repeatCount[first] === x) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] === 0) {
      firstOf[size] = customer;
      size += 1;
      slots[slot] = size;
    }
    const group = slots[slot]! - 1;
    groupOf[customer] = group;
    count[group]! += 1;
    gaps[group]! += logGapSum[customer]!;
  }
  const pick = (values: Float64Array) => {
    const picked = new Float64Array(size);
    for (let group = 0; group < size; group++) picked[group] = values[firstOf[group]!]!;
    return picked;
  };
  return {
    size,
    customers,
    groupOf,
    repeatCount: pick(repeatCount),
    lastPurchaseAge: pick(lastPurchaseAge),
    observedAge: pick(observedAge),
    logGapSum: gaps.slice(0, size),
    count: count.slice(0, size),
  };
}

/** A power of two, at least twice the customers. */
function slotsFor(customers: number): number {
  return 2 ** Math.ceil(Math.log2(2 * Math.max(1, customers)));
}

const floats = new Float64Array(3);
const words = new Uint32Array(floats.buffer);

/** The bits of the three numbers, mixed as in MurmurHash3. */
function hash(x: number, last: number, age: number): number {
  // -0 equals 0 and must meet it.
  floats[0] = x + 0;
  floats[1] = last + 0;
  floats[2] = age + 0;
  let mixed = 0;
  for (let index = 0; index < 6; index++) {
    mixed = Math.imul(mixed ^ words[index]!, 0x85ebca6b);
    mixed ^= mixed >>> 13;
  }
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
