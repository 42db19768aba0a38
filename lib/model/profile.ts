/**
 * What a customer bought and what is usual in the shop, free of "now": derived from orders, stored, and good until an order
 * changes. Everything that moves with time is computed from these when asked.
 */

export interface Purchase {
  /** Shanghai day number. */
  day: number;
  /** Net of refunds, freight included; null when a column was switched off and the amount is not known. */
  amountFen: number | null;
  /** Pieces of all lines that were kept; 0 when the page showed no lines. */
  pieces: number;
}

/** A purchase on its way. When it is signed for no page tells: `completed` comes with it, or days later. */
export const orderStages = ['paid', 'shipped', 'completed'] as const;
export type OrderStage = (typeof orderStages)[number];

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
  /** Shanghai day of the newest order with a refunded line. */
  lastRefundDay: number | null;
  /** Number of the category bought most often, in the order of the category presets; null when no title told. */
  category: number | null;
  /** How long the newest purchase of a consumable lasts; null when no title told. */
  supplyDays: number | null;
  /** How far the newest purchase has come; null when no table knows its status. */
  stage: OrderStage | null;
  /** Shanghai day on which that stage was first seen: it may have come about earlier. Null when not known. */
  stageDay: number | null;
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
  /** Days between purchases, by category and stage. */
  cycles: CycleBenchmark[];
}

/**
 * `second`: from the first purchase to the second. `returning`, `frequent`: gaps of customers who bought two or three times, or
 * more often. `any`: all gaps.
 */
export type CycleStage = 'second' | 'returning' | 'frequent' | 'any';

export interface CycleBenchmark {
  /** Null for the whole shop. */
  category: number | null;
  stage: CycleStage;
  /** How many gaps the figures rest on. */
  gaps: number;
  medianDays: number;
  /** First and third quartile. */
  lowerDays: number;
  upperDays: number;
}
