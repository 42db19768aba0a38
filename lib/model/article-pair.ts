/** Articles of a shop that go together, as its orders tell. */

/** How an article stands to the one it goes with. */
export const companionKinds = ['upgrade', 'bundle', 'complement'] as const;
export type CompanionKind = (typeof companionKinds)[number];

/** One article that goes with another. */
export interface ArticlePair {
  /** The article a customer has, and the one that goes with it. */
  key: string;
  title: string;
  otherKey: string;
  otherTitle: string;
  kind: CompanionKind;
  /** Median prices of one piece; null for not known. */
  priceFen: number | null;
  otherPriceFen: number | null;
  /** Customers who bought the one, and those of them who bought the other on the same day or later. */
  buyers: number;
  both: number;
  /** Least share of them who do, with 95 % certainty; and the share of all customers who bought the other. */
  least: number;
  usual: number;
}

export interface ArticlePairs {
  /** Customers whose purchases were looked at. */
  customers: number;
  /** Those of one article together, the surest first. */
  pairs: ArticlePair[];
}
