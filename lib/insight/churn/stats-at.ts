/**
 * What the purchase models know of a ledger's customers as of a day, today or past: purchases after that day are not looked
 * at, and customers without a purchase up to it are left out.
 */
import type { Ledger } from '../ledger/ledger.ts';
import type { PurchaseStats } from '../models/purchase-stats.ts';

export const DAYS_PER_WEEK = 7;

export interface CustomersAt {
  readonly day: number;
  /** Customers with a purchase up to the day. */
  readonly size: number;
  /** Per customer: the row in the ledger. */
  readonly rows: Int32Array;
  /** Per customer, in weeks. */
  readonly stats: PurchaseStats;
  /** Per customer: days since the last purchase. */
  readonly recencyDays: Float64Array;
}

/** @param ends as of `endsAt` for the same day */
export function customersAt({ size: rowCount, offsets, days }: Ledger, ends: Uint32Array, day: number): CustomersAt {
  let size = 0;
  for (let row = 0; row < rowCount; row++) if (ends[row]! > offsets[row]!) size++;
  const rows = new Int32Array(size);
  const stats = emptyStats(size);
  const recencyDays = new Float64Array(size);
  let customer = 0;
  for (let row = 0; row < rowCount; row++) {
    const start = offsets[row]!;
    const end = ends[row]!;
    if (end === start) continue;
    const first = days[start]!;
    const last = days[end - 1]!;
    let logGaps = 0;
    for (let at = start + 1; at < end; at++) logGaps += Math.log((days[at]! - days[at - 1]!) / DAYS_PER_WEEK);
    rows[customer] = row;
    stats.repeatCount[customer] = end - start - 1;
    stats.lastPurchaseAge[customer] = (last - first) / DAYS_PER_WEEK;
    stats.observedAge[customer] = (day - first) / DAYS_PER_WEEK;
    stats.logGapSum[customer] = logGaps;
    recencyDays[customer] = day - last;
    customer++;
  }
  return { day, size, rows, stats, recencyDays };
}

/** Zeros, to be filled in. */
export function emptyStats(size: number): PurchaseStats {
  return {
    size,
    repeatCount: new Float64Array(size),
    lastPurchaseAge: new Float64Array(size),
    observedAge: new Float64Array(size),
    logGapSum: new Float64Array(size),
  };
}

/** Those of `stats` that `keep` names, in that order. */
export function pickStats(stats: PurchaseStats, keep: Int32Array): PurchaseStats {
  const picked = emptyStats(keep.length);
  for (let at = 0; at < keep.length; at++) {
    const from = keep[at]!;
    picked.repeatCount[at] = stats.repeatCount[from]!;
    picked.lastPurchaseAge[at] = stats.lastPurchaseAge[from]!;
    picked.observedAge[at] = stats.observedAge[from]!;
    picked.logGapSum[at] = stats.logGapSum[from]!;
  }
  return picked;
}

/** Weeks from the first purchase to `recencyDays` after the last one; equal to the age in `customersAt` to the last bit. */
export function ageAfter(lastPurchaseAge: number, recencyDays: number): number {
  return (Math.round(lastPurchaseAge * DAYS_PER_WEEK) + recencyDays) / DAYS_PER_WEEK;
}

/** Every n-th of `size` customers, so that at most `most` are left. Ids are hashes: this is a fair sample. */
export function sampleOf(size: number, most: number): { indices: Int32Array; stride: number } {
  const stride = Math.max(1, Math.ceil(size / most));
  const indices = new Int32Array(Math.ceil(size / stride));
  for (let at = 0; at < indices.length; at++) indices[at] = at * stride;
  return { indices, stride };
}
