/**
 * What a purchase model knows of its customers, one entry per customer with at least one purchase. The unit of time is the
 * week. A purchase is a Shanghai day with revenue, however many orders it had.
 */
export interface PurchaseStats {
  readonly size: number;
  /** Purchases after the first one (the literature's x). */
  readonly repeatCount: Float64Array;
  /** First to last purchase (the literature's recency, t_x); large is good. */
  readonly lastPurchaseAge: Float64Array;
  /** First purchase to the end of the data (T). */
  readonly observedAge: Float64Array;
  /** Sum of ln of the gaps between purchases; 0 without a repeat. */
  readonly logGapSum: Float64Array;
}
