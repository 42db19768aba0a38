/** Two articles that go together; a test names only what it is about. */
import type { ArticlePair } from '../../lib/model/article-pair.ts';

/** Of 120 who have the shampoo 38 have the conditioner, too. */
export function makePair(changes: Partial<ArticlePair> = {}): ArticlePair {
  return {
    key: '洗发水',
    title: '洗发水',
    otherKey: '护发素',
    otherTitle: '护发素',
    kind: 'complement',
    priceFen: 5_000,
    otherPriceFen: 4_000,
    buyers: 120,
    both: 38,
    least: 0.24,
    usual: 0.08,
    ...changes,
  };
}
