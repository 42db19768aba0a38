/** Every moment of a customer's life that the practice names: the playbook for which it is then time, and a moment at which it is not. */
import { describe, expect, test } from 'vitest';
import { check } from '../../../lib/insight/tiers/clause.ts';
import type { MeasureContext } from '../../../lib/insight/measures/reading.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../lib/insight/tiers/tier.ts';
import type { Occasion } from '../../../lib/model/occasion.ts';
import type { PurchaseHistory } from '../../../lib/model/profile.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { ladderSteps } from '../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';
import { makeCustomerId, makeHistory, measureOne, TODAY } from '../../support/make-history.ts';
import { allOn, makeOccasion, openPlaybooks, THIS_MORNING } from '../../support/open-playbooks.ts';

const HOUR_MS = 3_600_000;
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });

interface Moment {
  history: PurchaseHistory;
  occasion?: Occasion;
  context?: Partial<MeasureContext>;
  now?: number;
}

/** Whether it is time for the playbook: open, of one of its tiers, and all of its conditions hold. */
function isTime(id: string, { history, occasion, context = {}, now = THIS_MORNING }: Moment): boolean {
  const open = openPlaybooks({ choices: allOn, occasions: occasion ? [occasion] : [], now });
  const playbook = open.find((one) => one.id === id);
  if (!playbook) return false;
  const metrics = measureOne(history, context);
  const isOfTier = tiersOf(metrics, tiers).some(({ tier }) => playbook.tierIds.includes(tier.id));
  return (
    (playbook.tierIds.length === 0 || isOfTier) &&
    check([...playbook.all, ...(playbook.due?.all ?? [])], metrics) !== null
  );
}

const ago = (...days: number[]): Moment => ({ history: makeHistory(days) });
const paid = (day: number): Moment => ({ history: makeHistory([day], { stage: 'paid' }) });
const shipped = (day: number): Moment => ({
  history: makeHistory([day + 1], { stage: 'shipped', stageDay: TODAY - day }),
});
/** The order was seen completed so many days ago: the nearest to its being signed for that pages tell. */
const signed = (day: number): Moment => ({
  history: makeHistory([day + 3], { stage: 'completed', stageDay: TODAY - day }),
});
/** With something that is to be put right first. */
const troubled = ({ history }: Moment): Moment => ({ history: { ...history, openAfterSales: 1 } });
const supply = (day: number): Moment => ({ history: makeHistory([day], { supplyDays: 30 }) });
const written = (dates: Partial<NonNullable<MeasureContext['handDates']>>): Moment => ({
  history: makeHistory([5]),
  context: { handDates: { today: TODAY, birthdays: [], pointsExpiry: [], ...dates } },
});
const id0 = makeCustomerId(0);
const points = (inDays: number) => written({ pointsExpiry: [[id0, TODAY + inDays]] });
/** Of a day that so many days lie before. */
const birthday = (inDays: number) => {
  const date = new Date((TODAY + inDays) * 86_400_000);
  return written({ birthdays: [[id0, { month: date.getUTCMonth() + 1, day: date.getUTCDate() }]] });
};
const often = makeHistory([2, 10, 35, 45, 65, 75], { amountFen: 3_000 });
/** Something of a day's length begins in so many hours. */
const inHours = (kind: Occasion['kind'], hours: number, history = often): Moment => {
  const startAt = THIS_MORNING + hours * HOUR_MS;
  return { history, occasion: makeOccasion({ kind, startAt, endAt: startAt + 24 * HOUR_MS }) };
};
/** They bought in a livestream of this day that ended at that hour; told from so many hours later. */
const live = (endHour: number, hoursLater: number, amountFen = 60_000): Moment => {
  const endAt = startOfDay(TODAY) + endHour * HOUR_MS;
  const occasion = makeOccasion({ kind: 'live', startAt: endAt - 2 * HOUR_MS, endAt });
  return { history: makeHistory([0], { amountFen }), occasion, now: endAt + hoursLater * HOUR_MS };
};
/** Bought on the day of the livestream and seen completed so many days ago. */
const signedOfLive = (day: number): Moment => {
  const occasion = makeOccasion({
    kind: 'live',
    startAt: startOfDay(TODAY - day - 3) + 9 * HOUR_MS,
    endAt: startOfDay(TODAY - day - 3) + 11 * HOUR_MS,
  });
  return { ...signed(day), occasion };
};

describe('it is time', () => {
  test.each<[trigger: string, playbookId: string, at: Moment[], not: Moment[]]>([
    ['order', 'order-guarantee', [paid(0)], [paid(1), shipped(0), troubled(paid(0))]],
    ['ship', 'shipped-notice', [shipped(0), shipped(1)], [shipped(2), paid(0), troubled(shipped(0))]],
    ['order + 24 h without a dispatch', 'awaiting-shipment', [paid(1), paid(3)], [paid(0), paid(4), shipped(0)]],
    ['order + 2 d without a dispatch', 'delay-compensation', [paid(2)], [paid(1), shipped(2)]],
    ['sign + 1 h, of a livestream', 'live-signed-survey', [signedOfLive(0)], [signedOfLive(2), signed(0), shipped(0)]],
    ['sign + 1 d', 'signed-visit', [signed(0), signed(1)], [signed(2), shipped(1), troubled(signed(0))]],
    ['sign + 3 d', 'first-repeat', [signed(3), signed(14)], [signed(2), signed(15), shipped(3)]],
    ['sign + 7 d', 'signed-7d', [signed(7), signed(10)], [signed(6), signed(11), shipped(7)]],
    ['first purchase + 7 d', 'purchase-7d', [ago(7), ago(10)], [ago(6), ago(11), ago(7, 9)]],
    ['cycle − 3 d', 'cycle-due', [ago(27, 57, 87)], [ago(26, 56, 86), ago(35, 65, 95)]],
    ['supply end − 5 d', 'supply-ends', [supply(25), supply(35)], [supply(24), supply(36), ago(25)]],
    ['2 × cycle', 'churn-recall', [ago(61, 91, 121)], [ago(60, 90, 120)]],
    ['30 d', 'silent-wake', [ago(30, 50)], [ago(29, 50), ago(30)]],
    ['60 d', 'silent-wake', [ago(60, 80)], [ago(61, 81), ago(90, 110)]],
    ['90 d', 'churn-recall', [ago(91, 171)], [ago(90, 170), ago(91)]],
    ['90 d, of one purchase', 'dormant-3m', [ago(91)], [ago(90), ago(91, 171)]],
    ['180 d', 'dormant-180', [ago(180, 200), ago(187, 200)], [ago(179, 200), ago(188, 200)]],
    ['365 d', 'lost-365', [ago(365, 380), ago(394, 400)], [ago(364, 380), ago(395, 400)]],
    [
      'birthday − 3 d, written down by hand',
      'birthday',
      [birthday(3), birthday(0)],
      [birthday(4), birthday(-1), ago(5)],
    ],
    [
      'anniversary of the first order',
      'anniversary',
      [ago(40, 362), ago(40, 365)],
      [ago(40, 361), ago(40, 366), ago(362)],
    ],
    ['points expire − 7 d', 'points-expiry', [points(7), points(0)], [points(8), points(-1), ago(5)]],
    [
      'launch − 3 d',
      'launch-early-access',
      [inHours('launch', 72), inHours('launch', 1)],
      [inHours('launch', 73), inHours('launch', 0), inHours('sale', 72), { history: often }],
    ],
    [
      'festival − 7 d',
      'festival-greeting',
      [inHours('festival', 168), inHours('festival', -23)],
      [inHours('festival', 169), inHours('festival', -25)],
    ],
    [
      'platform sale − 3 d',
      'sale-preview',
      [inHours('sale', 72), inHours('sale', -23)],
      [inHours('sale', 73), inHours('sale', -25)],
    ],
    ['ladder, 7 d', 'ladder-7', [ago(1), ago(7)], [ago(0), ago(8), ago(1, 3)]],
    ['ladder, 30 d', 'ladder-30', [ago(3, 10, 20), ago(3, 10, 30)], [ago(3, 10, 31), ago(3, 20), ago(1, 3, 10, 20)]],
    ['ladder, 90 d', 'ladder-90', [ago(3, 10, 20, 30, 90)], [ago(3, 10, 20, 30, 91), ago(3, 10, 20, 30)]],
    [
      'livestream + 1 h, those who bought most',
      'live-thank-top',
      [live(10, 0), live(10, 0.9)],
      [live(10, -0.1), live(10, 1), live(10, 0, 49_900)],
    ],
    ['livestream + 3 h', 'live-opening-tip', [live(10, 0), live(10, 2.9)], [live(10, -0.1), live(10, 3)]],
    ['livestream + 24 h', 'live-thanks', [live(10, 3), live(10, 23.9)], [live(10, 2.9), live(10, 24)]],
  ])('%s: %s', (_, id, at, not) => {
    expect(at.map((moment) => isTime(id, moment))).toEqual(at.map(() => true));
    expect(not.map((moment) => isTime(id, moment))).toEqual(not.map(() => false));
  });

  test('for each step of the ladder within its days', () => {
    expect(ladderSteps.map(({ days }) => days)).toEqual([7, 30, 90]);
  });
});

describe('the windows of a livestream', () => {
  /** Hours after its end from which and to which it is time, looked at each half hour of two days. */
  const window = (id: string, endHour: number) => {
    const hours = Array.from({ length: 96 }, (_, half) => half / 2).filter((later) => isTime(id, live(endHour, later)));
    return [hours[0], hours.at(-1)];
  };

  test.each([
    ['in the morning', 'live-thank-top', 10, [0, 0.5]],
    ['in the morning', 'live-opening-tip', 10, [0, 2.5]],
    ['in the morning', 'live-thanks', 10, [3, 23.5]],
    ['at the edge of the evening', 'live-thank-top', 20, [0, 0.5]],
    // Three hours would end at eleven at night: they last until ten in the morning, an hour after the quiet ones.
    ['at the edge of the evening', 'live-opening-tip', 20, [0, 13.5]],
    ['at the edge of the evening', 'live-thanks', 20, [3, 23.5]],
    ['at eleven at night', 'live-thank-top', 23, [0, 10.5]],
    ['at eleven at night', 'live-opening-tip', 23, [0, 10.5]],
    // A day later it is night again.
    ['at eleven at night', 'live-thanks', 23, [3, 34.5]],
  ])('that ended %s: of %s', (_, id, endHour, expected) => {
    expect(window(id, endHour)).toEqual(expected);
  });

  test('concern those alone whose last purchase was on its day', () => {
    const { occasion, now } = live(10, 1);
    for (const id of ['live-thank-top', 'live-opening-tip'])
      expect(isTime(id, { history: makeHistory([1], { amountFen: 60_000 }), occasion: occasion!, now: now! - 1 })).toBe(
        false,
      );
  });
});
