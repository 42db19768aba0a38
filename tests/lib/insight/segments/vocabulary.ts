/** The shipped words with a handful of tiers whose lines do not move. */
import { lexiconOf, type SegmentTier, type Vocabulary } from '../../../../lib/insight/segments/lexicon.ts';
import { metricWords } from '../../../../lib/rules/metrics.ts';
import { conditions, segmentWords } from '../../../../lib/rules/segments.ts';

const tiers: readonly SegmentTier[] = [
  {
    id: 'highValue',
    label: { zh: '高价值', en: 'High value' },
    all: [
      { metric: 'recencyDays', is: '<=', value: 90 },
      { metric: 'averageRatio', is: '>=', value: 1.3 },
    ],
  },
  {
    id: 'dormantLight',
    label: { zh: '沉睡', en: 'Dormant' },
    all: [
      { metric: 'recencyDays', is: '>', value: 90 },
      { metric: 'purchaseCount', is: '>=', value: 1 },
    ],
  },
  {
    id: 'activeReturning',
    label: { zh: '活跃老客', en: 'Active regular' },
    all: [
      { metric: 'purchaseCount', is: '>=', value: 2 },
      { metric: 'recencyDays', is: '<=', value: 60 },
    ],
  },
  { id: 'returning', label: { zh: '老客', en: 'Regular' }, all: [{ metric: 'purchaseCount', is: '>=', value: 2 }] },
  { id: 'newCustomer', label: { zh: '新客', en: 'New' }, all: [{ metric: 'purchaseCount', is: '=', value: 1 }] },
];

export const vocabulary: Vocabulary = { metrics: metricWords, tiers, conditions, words: segmentWords };
export const lexicon = lexiconOf(vocabulary);
