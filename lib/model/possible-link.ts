/** Two parties who may be one buyer, with what speaks for it. */

/** One thing that was compared, with its weight in natural log-odds: above 0 it speaks for one buyer. */
export type Comparison =
  | { of: 'orderTail'; outcome: 'same'; shown: string; weight: number }
  | { of: 'name'; outcome: 'whole' | 'ends' | 'first' | 'differs'; shown: string; share: number; weight: number }
  | { of: 'place'; outcome: 'city' | 'province' | 'differs'; shown: string; weight: number }
  | { of: 'phone'; outcome: 'same' | 'differs'; weight: number };

export interface Proposal {
  parties: [string, string];
  probability: number;
  comparisons: Comparison[];
}

/** One of the two: what it is called, and the orders it was met by. */
export interface LinkSide {
  party: string;
  /** Null for a masked order on its own. */
  customerId: string | null;
  /** As the page shows it; null where it shows none. */
  name: string | null;
  /** Numbers of its orders, newest first. */
  orderIds: string[];
  /** When the newest of them was placed, epoch ms. */
  placedAt: number;
}

export interface PossibleLink extends Proposal {
  shopId: string;
  sides: [LinkSide, LinkSide];
}
