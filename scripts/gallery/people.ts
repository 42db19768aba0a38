/** Made-up customers for the gallery: an easy one, and one with everything long and everything wrong. */
import type { ArticlePair } from '../../lib/model/article-pair.ts';
import type { Suggestion } from '../../lib/actions/suggest.ts';
import type { TierMatch } from '../../lib/insight/tiers/tier.ts';
import { metricNames, type Metrics } from '../../lib/insight/metrics.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import { benefits, playbooks } from '../../lib/rules/playbooks.ts';
import { tiers } from '../../lib/rules/tiers.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { momentsOf } from '../../lib/views/customers/moments.ts';

export const LONG_NAME = '欧阳锦绣江南春风十里桃花酿旗舰店老客户的小号二号';
export const LONG_TITLE = '【加厚】新疆长绒棉四件套 A 类母婴级 200×230 cm 床单款 浅雾蓝 送同色枕套一对（下单备注尺寸）';

export const NOW = Date.parse('2026-11-23T14:05:00+08:00');

export function metrics(known: Partial<Metrics>): Metrics {
  return { ...(Object.fromEntries(metricNames.map((name) => [name, null])) as Metrics), ...known };
}

export const tierMatches: readonly TierMatch[] = tiers.map((tier) => ({
  tier: { ...tier, source: ['SEG-01'], all: [] },
  source: ['SEG-01'],
  evidence: [{ metric: 'purchaseCount', is: '>=', value: 2, actual: 7 }],
}));

export function order(index: number, changes: Partial<OrderRecord> = {}): OrderRecord {
  const orderId = String(3_090_112_233_440_000 + index);
  return {
    id: `jd:${orderId}`,
    platform: 'jd',
    shopId: 'shop',
    customerId: 'one',
    reversedId: '',
    seenAt: NOW,
    orderId,
    placedAt: NOW - index * 9 * DAY_MS,
    paidAt: null,
    status: 'completed',
    amountFen: 12_800 + index * 100,
    freightFen: null,
    buyer: { key: 'one', display: 'one', quality: 'stable', kind: null },
    items: [{ title: LONG_TITLE, quantity: 1, unitPriceFen: 12_800, skuId: null, afterSale: 'none' }],
    cases: [],
    ...changes,
  } as OrderRecord;
}

const known = metrics({
  purchaseCount: 7,
  recencyDays: 31,
  cycleDays: 28,
  dueInDays: -3,
  netSpendFen: 128_000_00,
  averageFen: 18_600,
  openAfterSales: 0,
  health: 71,
  returnPercent: 42.3,
  expectedSpendFen: 86_400,
});

const easyOrders = [1, 2, 3, 4, 5].map((index) => order(index));

const easy: CustomerView = {
  customerId: 'one',
  platform: 'jd',
  display: 'wd_sunshine',
  quality: 'stable',
  metrics: known,
  cycleSource: 'own',
  tiers: tierMatches.slice(0, 2),
  rfm: { recency: 4, frequency: 5, monetary: 5 },
  notes: {
    tags: [
      { tag: '爱比价', at: NOW - 40 * DAY_MS },
      { tag: '送礼', at: NOW - 3 * DAY_MS },
    ],
    note: { text: '孩子三岁，喜欢小份；发货前先问颜色', at: NOW - 3 * DAY_MS },
    isSealed: false,
  },
  reasons: [{ kind: 'overdue', recencyDays: 31, cycleDays: 28, cycles: 1.1, beyond: 1 }],
  bandReturn: { band: 'healthy', horizonDays: 60, customers: 412, returned: 168, percent: 40.8 },
  suggestions: [],
  heldBack: [],
  orders: easyOrders,
  openCases: [],
  contacts: [],
  moments: momentsOf({ orders: easyOrders, contacts: [], cases: [], reviews: [], workOrders: [], redemptions: [] }),
  lastReview: null,
  coupons: [],
  couponLimits: {},
  coverage: { startDay: 20_000, share: 0.82 },
  wholePast: null,
  cycleGroup: null,
  horizonDays: 60,
  withheld: { health: null, percentages: null },
  isUndisturbed: false,
  outcomeDays: 60,
  bestTime: { isWeekend: true, hour: 10, orders: 5 },
  dates: { pointsExpiry: { what: 'pointsExpiry', day: 20_790, points: 1_250 } },
  pointsWorthFen: 2_000,
  level: { level: '金卡', next: null },
  contactsOf7Days: { made: 2, allowed: 2 },
  quietHours: { quietFromHour: 21, quietToHour: 8 },
  openPromises: [
    {
      promiseId: 'p',
      what: 'dispatch',
      dueAt: NOW + 6 * 3_600_000,
      madeAt: NOW - 3_600_000,
      customerId: 'one',
      workOrderId: null,
      isHeard: false,
      outcome: 'open',
    },
  ],
  ladder: null,
  goals: [],
  unseenGoals: new Map(),
  unsaid: null,
  rights: [],
  rightNames: new Map(),
};

const hard: CustomerView = {
  ...easy,
  unsaid: { share: 0.12, needed: 0.4 },
  display: LONG_NAME,
  quality: 'probable',
  metrics: { ...known, health: 23, openAfterSales: 5, supplyLeftDays: -4, netSpendFen: 1_234_567_890 },
  tiers: tierMatches.slice(2, 7),
  cycleSource: 'preset',
  reasons: [
    { kind: 'overdue', recencyDays: 131, cycleDays: 28, cycles: 4.7, beyond: 2 },
    { kind: 'smallerPurchases', average90dFen: 4_000, averageBefore90dFen: 18_000, percentLess: 78 },
    { kind: 'recentRefund', refundRecencyDays: 6 },
  ],
  openCases: [1, 2, 3, 4, 5].map((index) => ({
    caseId: String(index),
    orderId: order(index).orderId,
    type: index === 1 ? null : '退货退款（商家同意后买家寄回）',
    appliedAt: index === 2 ? null : NOW - index * DAY_MS,
    refundFen: index * 1_290,
    seenAt: NOW,
  })),
  lastReview: {
    rating: 'negative',
    ratedAt: NOW - 9 * DAY_MS,
    text: `${LONG_TITLE}，洗一次就起球，客服三天没回。`,
  } as CustomerView['lastReview'],
  isUndisturbed: true,
};

const unknown: CustomerView = {
  ...easy,
  display: null,
  metrics: metrics({ purchaseCount: 1, recencyDays: 2 }),
  cycleSource: 'none',
  tiers: tierMatches.slice(0, 1),
  rfm: null,
  reasons: [],
  bandReturn: null,
  orders: [order(1)],
  withheld: { health: { because: 'coverage', share: 0.31, needed: 0.4 }, percentages: null },
};

export const people = { easy, hard, unknown };

const pair: ArticlePair = {
  key: LONG_TITLE,
  title: LONG_TITLE,
  otherKey: '护发素',
  otherTitle: LONG_TITLE,
  kind: 'bundle',
  priceFen: 5_000,
  otherPriceFen: 4_000,
  buyers: 120,
  both: 38,
  least: 0.241,
  usual: 0.081,
};

export const suggestions: readonly Suggestion[] = playbooks.slice(0, 3).map((playbook, index) => ({
  playbook,
  evidence: [{ metric: 'recencyDays', is: '>=', value: 30, actual: 45 }],
  offer: playbook.offer,
  existing: null,
  discount: playbook.offer
    ? { basketFen: 18_600, savedFen: 1_500, share: 0.081, shortOfThresholdFen: index === 1 ? 2_000 : 0 }
    : null,
  breakEven: playbook.offer ? { chance: 0.12, uplift: 0.031 } : null,
  margin: null,
  costCoverage: null,
  companion: index === 0 ? pair : null,
  instead: null,
  inTrial: null,
}));

const silentWake = playbooks.find(({ id }) => id === 'silent-wake')!;

/** A coupon that is too small for a big basket gives way to a right. */
export const rightInstead: Suggestion = {
  ...suggestions[1]!,
  playbook: silentWake,
  offer: null,
  discount: null,
  breakEven: null,
  instead: {
    benefit: benefits[0]!,
    of: { guard: 'tooSmall', savedFen: 2_000, basketFen: 200_000, share: 0.01 },
  },
};
