/** What the console itself says of how many orders there are. */

/** How many orders there were on these days, both ends included, and on which day the console said so. */
export interface OrderClaim {
  days: readonly [fromDay: number, toDay: number];
  orders: number;
  seenDay: number;
}

/** The list of all orders as it was last seen: how long it is, and which of its pages were looked at on that day (ascending). */
export interface ListPages {
  seenDay: number;
  total: number;
  pageSize: number;
  pages: (readonly [fromPage: number, toPage: number])[];
}
