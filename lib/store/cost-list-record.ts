/** The stored shape of a list of costs. */
import type { ArticleCost } from '../model/article-cost.ts';

/** What one file said; whether it holds is in the log. */
export interface CostListRecord {
  /** The list's own id, which its event names. */
  id: string;
  shopId: string;
  fileName: string;
  costs: ArticleCost[];
}
