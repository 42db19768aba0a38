/**
 * The numbers that rules speak about, of one customer on one day. `null` means not known, and what is not known passes no
 * rule. Words: `recencyDays` is days since the last purchase (small is good), never the model's age at last purchase.
 */

export const metricNames = [
  'purchaseCount',
  'purchases30d',
  'purchases90d',
  'purchasesBefore90d',
  'purchases180d',
  'purchases365d',
  'frequentMonths',
  'recencyDays',
  'daysSinceFirst',
  'lastGapDays',
  'netSpendFen',
  'spend365dFen',
  'averageFen',
  'averageRatio',
  'average90dFen',
  'averageBefore90dFen',
  'cycleDays',
  'recencyCycles',
  'dueInDays',
  'supplyLeftDays',
  'waitingDays',
  'shippedSeenDays',
  'doneSeenDays',
  'afterSignDays',
  'anniversaryInDays',
  'birthdayInDays',
  'pointsLeftDays',
  'levelGapFen',
  'lastPieces',
  'mostPieces',
  'orderCount',
  'cancelledOrders',
  'refundedOrders',
  'refundRecencyDays',
  'openAfterSales',
  'doNotDisturb',
  'returnPercent',
  'health',
  'expectedSpendFen',
] as const;
export type MetricName = (typeof metricNames)[number];
export type Metrics = Readonly<Record<MetricName, number | null>>;
