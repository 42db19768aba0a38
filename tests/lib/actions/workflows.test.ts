/**
 * The workflows of the practice (1.L), day by day: who is suggested what, when, and what was held back by which guard. The seventh, of
 * complaints and what comes of them, is in `tests/lib/views/feedback-loop.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { Deal } from '../../../lib/actions/trials/assignment.ts';
import { trialOutcome } from '../../../lib/actions/trials/outcome.ts';
import { finish } from '../../../lib/insight/steps.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeTrial } from '../../support/make-trial.ts';
import { ledgerOfCustomers, randomFrom, readOn } from '../../support/simulate-shop.ts';
import { makeOccasion } from '../../support/open-playbooks.ts';
import { doneFor, runDays, type Person, type Setting } from '../../support/run-days.ts';

/** The day on which everything begins. */
const START = 20_671;
const HOUR_MS = 3_600_000;
const run = (setting: Setting, days: number, from = START) => runDays(setting, from, from + days);
const done = (setting: Setting, days: number, person = 0) => doneFor(run(setting, days), person, START);
const heldBy = (setting: Setting, days: number) =>
  new Set(run(setting, days).flatMap((entry) => (entry.heldBy === null ? [] : [entry.heldBy])));
const bought = (...daysAgo: number[]): Pick<Person, 'days'> => ({
  days: daysAgo.map((ago) => START - ago).toSorted((a, b) => a - b),
});
const alone = (person: Person, rest: Omit<Setting, 'people'> = {}): Setting => ({ people: [person], ...rest });

describe('1: keeping a new customer', () => {
  const newcomer = { ...bought(0), stage: 'completed' as const, stageDay: START + 3 };

  test('a visit when the order is completed, the coupon three days later and the guide after a week, each once', () => {
    expect(done(alone(newcomer), 40)).toEqual(['day+3 signed-visit', 'day+6 first-repeat', 'day+10 signed-7d']);
  });

  test('where nobody saw the order completed, the coupon goes by the purchase', () => {
    expect(done(alone(bought(0)), 40)).toEqual(['day+3 first-repeat', 'day+7 signed-7d']);
  });

  test('what was done is held back for its days', () => {
    expect(heldBy(alone(newcomer), 14)).toEqual(new Set(['notAgainYet']));
  });

  test('the ladder takes the place of the coupon where the shop turned it on', () => {
    const choices = { 'ladder-7': true, 'first-repeat': false };
    expect(done(alone(bought(0), { choices }), 40)).toEqual(['day+1 ladder-7', 'day+7 signed-7d']);
  });

  test('an order that is paid and not shipped is spoken of on the next day, once', () => {
    expect(done(alone({ ...bought(0), stage: 'paid', stageDay: START }), 2)).toEqual(['day+1 awaiting-shipment']);
  });
});

describe('2: waking regulars', () => {
  test('silent for thirty days: a small coupon, then once more after thirty days, never more than two offers a month', () => {
    expect(done(alone(bought(29, 28)), 50)).toEqual(['day+2 silent-wake', 'day+32 silent-wake']);
  });

  test('frequent: a gift by default; half off 100 only where the shop turned it on', () => {
    const frequent = bought(1, 9, 34, 44, 64, 74);
    expect(done(alone(frequent), 3)).toEqual(['day+0 frequent-gift']);
    expect(done(alone(frequent, { choices: { 'frequent-reward': true } }), 3)).toEqual(['day+0 frequent-reward']);
  });
});

describe('3: a complaint', () => {
  const waiting = { ...bought(40, 41), openAfterSales: 1 };

  test('is calmed first, each day, and nothing is offered while it waits', () => {
    expect(done(alone(waiting), 2)).toEqual(['day+0 resolve-first', 'day+1 resolve-first', 'day+2 resolve-first']);
  });

  test('is answered though they asked for quiet, which nothing else is', () => {
    expect(done(alone({ ...waiting, isUndisturbed: true }), 0)).toEqual(['day+0 resolve-first']);
    expect(run(alone({ ...bought(40, 41), isUndisturbed: true }), 60)).toEqual([]);
  });
});

describe('4: winning back', () => {
  test('before the cycle ends, at twice the cycle, at half a year, a last time after a year, and then never again', () => {
    expect(done(alone(bought(0, 30, 60)), 600)).toEqual([
      'day+27 cycle-due',
      'day+30 silent-wake',
      'day+60 silent-wake',
      'day+61 churn-recall',
      'day+151 churn-recall',
      'day+180 dormant-180',
      'day+270 churn-recall',
      'day+302 anniversary',
      'day+360 churn-recall',
      'day+390 lost-365',
    ]);
  });
});

describe('5: after a livestream', () => {
  const endAt = startOfDay(START) + 20 * HOUR_MS;
  const live = makeOccasion({ id: 'live', kind: 'live', startAt: endAt - 3 * HOUR_MS, endAt });
  const buyer = { ...bought(0), amountsFen: [60_000] };

  test('the big one is thanked within the hour, others within three, nobody at night', () => {
    const people = [buyer, bought(0), bought(5, 20)];
    const entries = run({ people, occasions: [live], hours: [20, 22] }, 0);
    expect(entries.map(({ hour, person, playbookId, heldBy: by }) => [hour, person, playbookId, by])).toEqual([
      [20, 0, 'live-thank-top', null],
      [20, 1, 'live-opening-tip', null],
      [22, 0, 'live-opening-tip', 'notAgainYet'],
      [22, 1, 'live-opening-tip', 'notAgainYet'],
    ]);
    const atNight = run({ people, occasions: [live], hours: [22] }, 0);
    expect(new Set(atNight.map(({ heldBy: by }) => by))).toEqual(new Set(['quietHours']));
  });

  test('who was missed in the evening is thanked in the morning', () => {
    const entries = run({ people: [bought(0)], occasions: [live], hours: [22, 9] }, 1).filter(
      ({ playbookId }) => playbookId === 'live-opening-tip',
    );
    expect(entries.find(({ heldBy: by }) => by === null)).toMatchObject({ day: START + 1, hour: 9 });
  });

  test('and who was missed in the morning, too, within the day', () => {
    const entries = run({ people: [bought(0)], occasions: [live], hours: [11] }, 1);
    expect(entries).toMatchObject([{ day: START + 1, hour: 11, playbookId: 'live-thanks', heldBy: null }]);
  });

  test('when their order is completed they are asked at most three questions, and later by how much they bought', () => {
    const stocker = { ...bought(0), pieces: 8, stage: 'completed' as const, stageDay: START + 4 };
    expect(done(alone(stocker, { occasions: [live] }), 12)).toEqual([
      'day+1 live-thanks',
      'day+4 live-signed-survey',
      'day+7 first-repeat',
      'day+8 live-stocker',
      'day+11 signed-7d',
    ]);
  });

  test('a refill is spoken of five days before the supply ends', () => {
    expect(done(alone({ ...bought(0, 40), supplyDays: 30 }), 29)).toEqual(['day+25 supply-ends']);
  });
});

test('6: of a launch regulars hear three days before, and no one else', () => {
  const launch = makeOccasion({ startAt: startOfDay(START + 5) + 10 * HOUR_MS, endAt: startOfDay(START + 6) });
  const people = [bought(5, 40), bought(50)];
  const entries = run({ people, occasions: [launch] }, 6).filter(
    ({ playbookId }) => playbookId === 'launch-early-access',
  );
  expect(new Set(entries.map(({ person }) => person))).toEqual(new Set([0]));
  expect(entries[0]).toMatchObject({ day: START + 2, heldBy: null });
  expect(entries.slice(1).every(({ heldBy: by }) => by === 'notAgainYet' || by === 'contactedRecently')).toBe(true);
});

describe('8: from the board to the next step', () => {
  const trial = makeTrial({
    startDay: START,
    lift: 0.06,
    arms: [
      { armId: 'holdOut', share: 0.5, coupon: null, wording: null },
      { armId: 'treated', share: 0.5, coupon: null, wording: null },
    ],
  });

  /** A small test among silent customers, a fifth of whom come back by themselves. */
  function verdictFor(rateOfTreated: number) {
    const random = randomFrom(5);
    const deal = new Deal(trial);
    const silent = Array.from({ length: 6_000 }, () => ({ days: [START - 40] }));
    const { ids } = ledgerOfCustomers(silent);
    const ledger = ledgerOfCustomers(
      silent.map(({ days }, row) =>
        random() < (deal.at(ids, row) === 2 ? rateOfTreated : 0.2)
          ? { days: [...days, START + Math.floor(random() * 10)] }
          : { days },
      ),
    );
    return finish(trialOutcome(trial, ledger, readOn(ledger, START + 29).context, null)).verdict;
  }

  test.each([
    ['works is rolled out: whoever is silent hears of it', 0.3, 'better', ['day+0 silent-wake']],
    ['does nothing is retired: nobody hears of it any more', 0.2, 'noLift', []],
    ['does harm is retired, too', 0.1, 'worse', []],
  ] as const)('what %s', (_, rateOfTreated, verdict, heard) => {
    expect(verdictFor(rateOfTreated)).toBe(verdict);
    const choices = { 'silent-wake': verdict === 'better' };
    expect(done(alone(bought(45, 46), { choices }), 3)).toEqual(heard);
  });
});

test('9: points that expire are spoken of a week before, and once', () => {
  const handDates = { today: START, birthdays: [], pointsExpiry: [['0'.repeat(32), START + 10] as const] };
  expect(done(alone(bought(5, 15), { context: { handDates } }), 12)).toEqual(['day+3 points-expiry']);
});

describe('10: caring for those who are worth most', () => {
  const best = { ...bought(1, 21, 41, 71), amountsFen: [13_000, 13_000, 13_000, 13_000] };

  test('served in the week after a purchase, once a month', () => {
    expect(done(alone(best), 5)).toEqual(['day+0 high-value-service']);
  });

  test('with a right each week only where the shop turned it on', () => {
    const lines = done(alone(best, { choices: { 'vip-weekly-right': true, 'high-value-service': false } }), 20);
    expect(lines.slice(0, 3)).toEqual(['day+0 vip-weekly-right', 'day+7 vip-weekly-right', 'day+14 vip-weekly-right']);
  });

  /** They come every twenty days, before and after the day on which everything begins. */
  const every20 = Array.from({ length: 45 }, (_, at) => START - 60 + at * 20);
  const faithful = { days: every20, amountsFen: every20.map(() => 13_000) };
  const only = (playbookId: string, days: number, rest: Omit<Setting, 'people'> = {}) =>
    done(alone(faithful, rest), days).filter((line) => line.endsWith(playbookId));

  test('sent an issue of their own once a month, and not beside another contact of that month', () => {
    const issues = only('vip-monthly-issue', 100, { choices: { 'high-value-service': false } });
    expect(issues.length).toBeGreaterThanOrEqual(3);
    const days = issues.map((line) => Number(/\d+/.exec(line)![0]));
    const gaps = days.slice(1).map((day, at) => day - days[at]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
    const both = done(alone(best), 25).filter((line) => /vip-monthly-issue|high-value-service/.test(line));
    expect(both).toEqual(['day+0 high-value-service']);
  });

  test('invited to a livestream once a quarter, however many there are, three days before', () => {
    const weekly = Array.from({ length: 28 }, (_, week) => {
      const startAt = startOfDay(START + 5 + week * 7) + 20 * HOUR_MS;
      return makeOccasion({ id: `live ${week}`, kind: 'live', startAt, endAt: startAt + 2 * HOUR_MS });
    });
    const [first, ...later] = only('vip-live', 190, { occasions: weekly }).map((line) => Number(/\d+/.exec(line)![0]));
    expect(first).toBe(3);
    expect(later).toHaveLength(2);
    expect(later[0]! - first!).toBeGreaterThanOrEqual(90);
    expect(later[1]! - later[0]!).toBeGreaterThanOrEqual(90);
  });

  test('given a present once a year, in the week before the day on which they first came', () => {
    // First came on 2026-06-07: a year later is day 305, two years later, one of them with a 29th of February, day 671.
    const gifts = only('yearly-gift', 680).map((line) => Number(/\d+/.exec(line)![0]));
    expect(gifts).toHaveLength(2);
    for (const [year, day] of [305, 671].entries()) {
      expect(day - gifts[year]!).toBeGreaterThanOrEqual(0);
      expect(day - gifts[year]!).toBeLessThanOrEqual(7);
    }
  });
});

test('whoever was written to a day ago waits, and whoever was put off waits until the day named', () => {
  const contact = { ...makeContact(), at: startOfDay(START) };
  expect(heldBy(alone({ ...bought(45, 46), contacts: [contact] }), 0)).toEqual(new Set(['contactedRecently']));
  const putOff = { playbookId: 'silent-wake', untilDay: START + 3, reason: null, at: startOfDay(START) };
  expect(done(alone({ ...bought(45, 46), putOffs: [putOff] }), 5)).toEqual(['day+3 silent-wake']);
});
