/** Which articles of one shop go together: worked out from its orders, and worked out anew from time to time. */
import type { ArticlePairs } from '../model/article-pair.ts';

export interface ArticlePairsRecord extends ArticlePairs {
  shopId: string;
  /** Epoch ms. */
  computedAt: number;
}
