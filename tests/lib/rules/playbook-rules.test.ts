import { describe, expect, test } from 'vitest';
import { effectiveDiscount } from '../../../lib/actions/offer.ts';
import { told } from '../../../lib/actions/playbook-numbers.ts';
import { suggest } from '../../../lib/actions/suggest.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import type { MeasureContext } from '../../../lib/insight/measures/reading.ts';
import type { ArticlePair } from '../../../lib/model/article-pair.ts';
import type { Occasion } from '../../../lib/model/occasion.ts';
import type { PurchaseHistory } from '../../../lib/model/profile.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { calendar } from '../../../lib/rules/calendar.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { notPlaybooks, refusedPlaybooks } from '../../../lib/rules/practice.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { makePair } from '../../support/make-pair.ts';
import { makeCustomerId, makeHistory, makeMetrics, measureOne, TODAY } from '../../support/make-history.ts';
import { allOn, makeOccasion, openPlaybooks, THIS_MORNING } from '../../support/open-playbooks.ts';

const numbered = (kind: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${kind}-${String(index + 1).padStart(2, '0')}`);
/** Every action, trigger and sign of churn of the practice, and what of its compliance forbids an action. */
const practiceIds = [
  ...numbered('ACT', 64),
  ...numbered('CAL', 28),
  ...numbered('CHN', 17),
  'CPL-05',
  'CPL-15',
  'CPL-20',
];

const sources = (rows: readonly { source: readonly string[] }[]) => new Set(rows.flatMap(({ source }) => source));
const ofPlaybooks = sources(playbooks);
const ofRefused = sources(refusedPlaybooks);
const ofCalendar = sources(calendar);

describe('every row of the practice', () => {
  test.each(practiceIds)('%s is a playbook, is refused, is a trigger of the calendar, or says why it is none', (id) => {
    const found = [ofPlaybooks.has(id), ofRefused.has(id), ofCalendar.has(id), Object.hasOwn(notPlaybooks, id)];
    expect(found).toContain(true);
  });

  test('is not both a playbook and none, and every reason is of a row that there is', () => {
    expect(Object.keys(notPlaybooks).filter((id) => ofPlaybooks.has(id))).toEqual([]);
    expect(Object.keys(notPlaybooks).filter((id) => !practiceIds.includes(id))).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each(refusedPlaybooks)('$id names its law and rules of the linter that there are', ({ law, rules, instead }) => {
    const known = new Set(complianceRules.rules.map(({ id }) => id));
    expect(rules.filter((id) => !known.has(id))).toEqual([]);
    expect(law.zh).toMatch(/法|规定|规则|办法/);
    expect(instead.zh.length).toBeGreaterThan(4);
  });

  test('is all that the guides advise against the rules, and no playbook', () => {
    for (const id of ['ACT-03', 'ACT-10', 'CPL-15', 'CPL-20']) expect(ofRefused).toContain(id);
    const ids = new Set(playbooks.map(({ id }) => id));
    expect(refusedPlaybooks.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test('of the trial is the review, not the trial', () => {
    const trial = playbooks.find(({ id }) => id === 'trial-invite')!;
    expect(trial.source).toContain('ACT-10');
    expect(trial.advice.zh).toContain('不以评价为条件');
  });
});

/** The numbers of the guides, with what they come to at the threshold. */
test.each([
  ['ACT-01', 'first-order', 0.2],
  ['ACT-04', 'first-repeat', 0.1875],
  ['ACT-05', 'returning-right', 0.1],
  ['ACT-25', 'first-repeat-abroad', 0.2],
  ['ACT-06', 'silent-wake', 0.4],
  ['ACT-07', 'frequent-reward', 0.5],
  ['ACT-31', 'member-day', 0.15],
  ['ACT-34', 'purchase-7d', 0.1875],
  ['ACT-38', 'anniversary', 0.2],
  ['ACT-50', 'ladder-7', 0.1],
  ['ACT-51', 'ladder-30', 0.2],
])('the preset of %s (%s) gives %d of the basket at its threshold', (source, id, share) => {
  const playbook = playbooks.find((one) => one.id === id)!;
  expect(playbook.source).toContain(source);
  const { offer } = playbook;
  const basketFen = offer?.kind === 'coupon' ? offer.thresholdFen : 10_000;
  expect(effectiveDiscount(offer!, basketFen).share).toBeCloseTo(share, 4);
});

test.each([
  ['ACT-02', 'follow-shop', 500],
  ['ACT-08', 'birthday', 3_000],
  ['ACT-14', 'referral', 5_000],
  ['ACT-26', 'dormant-180', 2_000],
  ['ACT-37', 'dormant-3m', 5_000],
  ['ACT-44', 'delay-compensation', 2_000],
  ['ACT-55', 'group-buy', 3_000],
  ['ACT-56', 'invite-live', 2_000],
])('the preset of %s (%s) has no threshold and takes off %i fen', (source, id, faceValueFen) => {
  const playbook = playbooks.find((one) => one.id === id)!;
  expect(playbook.source).toContain(source);
  expect(playbook.offer).toMatchObject({ kind: 'coupon', thresholdFen: 0, faceValueFen });
});

test('the goals of ACT-41 are 3,000 yuan in a month and twelve months on end, and what ACT-33 gives for 500 points 10 yuan', () => {
  const playbookOf = (id: string) => playbooks.find((one) => one.id === id)!;
  expect(playbookOf('month-goal')).toMatchObject({ source: ['ACT-41'], goal: { what: 'monthSpend', fen: 300_000 } });
  expect(playbookOf('straight-months')).toMatchObject({
    source: ['ACT-41'],
    goal: { what: 'straightMonths', months: 12 },
  });
  const points = playbookOf('points-expiry');
  expect(points.source).toContain('ACT-33');
  expect(points.exchange).toEqual({ points: 500, worthFen: 1_000 });
  expect(told(points).advice.zh).toContain('500 分抵 10 元，或换一只定制帆布袋');
});

test.each(['straight-months', 'month-goal', 'frequent-reward', 'dormant-3m', 'ladder-90', 'purchase-7d', 'referral'])(
  '%s costs much or is one arm of a trial: off until the shop turns it on',
  (id) => {
    expect(playbooks.find((one) => one.id === id)!.isOn).toBe(false);
  },
);

describe('kin', () => {
  test('are kin of one another, and are on a list', () => {
    const due = new Map(playbooks.flatMap(({ id, due: of }) => (of ? [[id, of.kin]] : [])));
    for (const [id, kin] of due) for (const other of kin) expect(due.get(other), `${id} and ${other}`).toContain(id);
  });

  test('the rarer customers come, the longer a playbook waits (CAL-08)', () => {
    const every = (id: string) => playbooks.find((one) => one.id === id)!.due!.everyDays;
    expect(every('cycle-due')).toBeLessThan(every('silent-wake'));
    expect(every('silent-wake')).toBeLessThan(every('churn-recall'));
    expect(every('lost-365')).toBeGreaterThanOrEqual(30);
  });
});

const HOUR_MS = 3_600_000;
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const bought = { handDates: { today: TODAY, birthdays: [], pointsExpiry: [] } };
const id0 = makeCustomerId(0);
const best = (...daysAgo: number[]) => makeHistory(daysAgo, { amountFen: 13_000 });
const often = makeHistory([2, 10, 35, 45, 65, 75], { amountFen: 3_000 });
const live = makeOccasion({ kind: 'live', startAt: THIS_MORNING - HOUR_MS, endAt: THIS_MORNING });
const at = (kind: Occasion['kind'], days: number) =>
  makeOccasion({ kind, startAt: startOfDay(TODAY + days), endAt: startOfDay(TODAY + days + 1) });

interface Someone {
  history: PurchaseHistory;
  occasion?: Occasion;
  context?: Partial<MeasureContext>;
  known?: Parameters<typeof makeMetrics>[0];
  companions?: ArticlePair[];
}
const whoIsFor: Record<string, Someone> = {
  'resolve-first': { history: makeHistory([5], { openAfterSales: 1 }) },
  'awaiting-shipment': { history: makeHistory([1], { stage: 'paid' }) },
  'delay-compensation': { history: makeHistory([2], { stage: 'paid' }) },
  'order-guarantee': { history: makeHistory([0], { stage: 'paid' }) },
  'shipped-notice': { history: makeHistory([2], { stage: 'shipped', stageDay: TODAY - 1 }) },
  'live-thank-top': { history: makeHistory([0], { amountFen: 60_000 }), occasion: live },
  'live-opening-tip': { history: makeHistory([0]), occasion: live },
  'live-thanks': {
    history: makeHistory([0]),
    occasion: makeOccasion({ kind: 'live', startAt: THIS_MORNING - 6 * HOUR_MS, endAt: THIS_MORNING - 4 * HOUR_MS }),
  },
  'live-signed-survey': { history: makeHistory([0], { stage: 'completed', stageDay: TODAY }), occasion: live },
  'live-stocker': {
    history: makeHistory([], { purchases: [{ day: TODAY - 10, amountFen: 10_000, pieces: 8 }] }),
    occasion: at('live', -10),
  },
  'live-taster': { history: makeHistory([10]), occasion: at('live', -10) },
  birthday: {
    history: makeHistory([5]),
    context: { handDates: { ...bought.handDates, birthdays: [[id0, { month: 8, day: 9 }]] } },
  },
  'points-expiry': {
    history: makeHistory([5]),
    context: { handDates: { ...bought.handDates, pointsExpiry: [[id0, TODAY + 7]] } },
  },
  'trial-invite': { history: best(1, 20, 40, 70), occasion: at('launch', 3) },
  'launch-early-access': { history: makeHistory([5, 40]), occasion: at('launch', 3) },
  'member-day': { history: makeHistory([5, 40]), occasion: at('memberDay', 2) },
  'festival-plan': { history: makeHistory([2, 20]), occasion: at('sale', 0) },
  'festival-greeting': { history: often, occasion: at('festival', 6) },
  'sale-preview': { history: makeHistory([5, 40]), occasion: at('sale', 2) },
  'high-value-service': { history: best(1, 20, 40, 70) },
  'vip-monthly-issue': { history: best(10, 30, 50, 80) },
  'vip-weekly-right': { history: best(1, 20, 40, 70) },
  'vip-live': { history: best(1, 20, 40, 70), occasion: at('live', 2) },
  'yearly-gift': { history: best(1, 20, 40, 70, 360) },
  anniversary: { history: makeHistory([40, 364]) },
  'lost-365': { history: makeHistory([365, 380]) },
  'dormant-180': { history: makeHistory([180, 200]) },
  'churn-recall': { history: makeHistory([61, 91, 121]) },
  'dormant-3m': { history: makeHistory([100]) },
  'supply-ends': { history: makeHistory([25], { supplyDays: 30 }) },
  'cycle-due': { history: makeHistory([27, 57, 87]) },
  'silent-wake': { history: makeHistory([30, 60]) },
  'silent-gift': { history: makeHistory([30, 60]) },
  'health-low': { history: makeHistory([30, 60]), known: { health: 59 } },
  'frequent-reward': { history: often },
  'frequent-gift': { history: often },
  'level-near': { history: makeHistory([5]), context: { levelsFen: [20_000] } },
  'month-goal': { history: makeHistory([5]) },
  'straight-months': { history: makeHistory([5, 40]) },
  upgrade: { history: makeHistory([5]), companions: [makePair({ kind: 'upgrade' })] },
  complement: { history: makeHistory([5]), companions: [makePair({ kind: 'complement' })] },
  bundle: { history: makeHistory([5]), companions: [makePair({ kind: 'bundle' })] },
  'returning-right': { history: makeHistory([5, 40]) },
  referral: { history: makeHistory([5, 40]) },
  'invite-live': { history: makeHistory([5, 40]) },
  'group-buy': { history: makeHistory([5, 40]) },
  'lucky-draw': { history: makeHistory([5, 40]) },
  interview: { history: often },
  'signed-visit': { history: makeHistory([4], { stage: 'completed', stageDay: TODAY - 1 }) },
  'first-repeat': { history: makeHistory([3]) },
  'signed-7d': { history: makeHistory([11], { stage: 'completed', stageDay: TODAY - 7 }) },
  'purchase-7d': { history: makeHistory([7]) },
  'first-repeat-abroad': { history: makeHistory([3]) },
  'ladder-7': { history: makeHistory([3]) },
  'ladder-30': { history: makeHistory([3, 10, 20]) },
  'ladder-90': { history: makeHistory([3, 10, 20, 30, 50]) },
  'follow-shop': { history: makeHistory([3]) },
  'first-order': { history: makeHistory([]) },
};

describe('an order is spoken of when it is paid, shipped and completed', () => {
  const onCard = (history: PurchaseHistory) => {
    const metrics = measureOne(history, {});
    return suggest({
      metrics,
      tiers: tiersOf(metrics, tiers),
      playbooks: openPlaybooks(),
      contacts: [],
      putOffs: [],
      coupons: [],
      limits: contactLimits,
      now: THIS_MORNING,
    }).suggestions.map(({ playbook }) => playbook.id);
  };

  test.each<[string, PurchaseHistory, string | undefined]>([
    ['paid today', makeHistory([0], { stage: 'paid' }), 'order-guarantee'],
    ['paid yesterday', makeHistory([1], { stage: 'paid' }), 'awaiting-shipment'],
    ['shipped today', makeHistory([1], { stage: 'shipped', stageDay: TODAY }), 'shipped-notice'],
    ['shipped long ago', makeHistory([6], { stage: 'shipped', stageDay: TODAY - 2 }), undefined],
    ['completed today', makeHistory([4], { stage: 'completed', stageDay: TODAY }), 'signed-visit'],
  ])('%s', (_, history, id) => {
    const ofOrders = new Set(['order-guarantee', 'awaiting-shipment', 'shipped-notice', 'signed-visit']);
    expect(onCard(history).filter((each) => ofOrders.has(each))).toEqual(id === undefined ? [] : [id]);
  });

  test('guarantee and notice take no contact from what the list of the day has for them', () => {
    for (const id of ['order-guarantee', 'shipped-notice'])
      expect(playbooks.find((one) => one.id === id)!.due).toBeNull();
  });
});

describe('every playbook has someone', () => {
  test('of the list below', () => {
    expect(Object.keys(whoIsFor).toSorted()).toEqual(playbooks.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(whoIsFor))('%s, and nobody of whom nothing is known', (id, { history, ...rest }) => {
    const { occasion, context = {}, known = {}, companions = [] } = rest;
    const open = openPlaybooks({ choices: allOn, occasions: occasion ? [occasion] : [] });
    const idsFor = (metrics: ReturnType<typeof measureOne>) =>
      suggest({
        metrics,
        tiers: tiersOf(metrics, tiers),
        playbooks: open,
        contacts: [],
        putOffs: [],
        coupons: [],
        limits: contactLimits,
        now: THIS_MORNING,
        ground: {
          customerId: id0,
          trials: [],
          companions,
          margin: null,
          floorShare: 0,
          toNew: [],
          refusedBy: () => null,
        },
      }).suggestions.map(({ playbook }) => playbook.id);
    expect(idsFor({ ...measureOne(history, context), ...known })).toContain(id);
    expect(idsFor(makeMetrics({}))).not.toContain(id);
    // What waits for an occasion is not there without one.
    const always = openPlaybooks({ choices: allOn }).map((playbook) => playbook.id);
    expect(always.includes(id)).toBe(occasion === undefined);
  });
});
