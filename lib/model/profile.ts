/**
 * What a customer bought and what is usual in the shop, free of "now": derived from orders, stored, and good until an order
 * changes. Everything that moves with time is computed from these when asked.
 */

export interface Purchase {
  /** Shanghai day number. */
  day: number;
  /** Net of refunds, freight included; null when a column was switched off and the amount is not known. */
  amountFen: number | null;
}

export interface PurchaseHistory {
  /** One per day, oldest first. */
  purchases: Purchase[];
  /** Orders seen, whatever became of them. */
  orderCount: number;
  cancelledCount: number;
  /** Orders with an after-sale request that nobody has answered yet. */
  openAfterSales: number;
  /** Orders with a refunded line. */
  refundedOrders: number;
  /** The first item of the newest purchase, for words such as "上次买的…". */
  lastItemTitle: string | null;
}

/** The shop as a yardstick. */
export interface Benchmarks {
  /** Customers with at least one purchase. */
  customers: number;
  /** Median over customers of their average purchase; null without a known amount. */
  medianAverageFen: number | null;
  /** The four inner quintile limits (20, 40, 60, 80 %) of each RFM dimension. */
  lastDayLimits: number[];
  purchaseCountLimits: number[];
  spendLimitsFen: number[];
}
