import { describe, expect, test } from 'vitest';
import { duePlaybooks } from '../../../../lib/actions/day-list.ts';
import { Deal } from '../../../../lib/actions/trials/assignment.ts';
import { eligibleFor, enrol, isTriable } from '../../../../lib/actions/trials/enrol.ts';
import { daysUntil, forecastOf } from '../../../../lib/actions/trials/forecast.ts';
import { outcomeOf, trialOutcome } from '../../../../lib/actions/trials/outcome.ts';
import { neededFor } from '../../../../lib/actions/trials/power.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { resolveTiers } from '../../../../lib/insight/tiers/tier-settings.ts';
import type { Trial } from '../../../../lib/model/trial.ts';
import { playbooks } from '../../../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../../../lib/rules/tiers.ts';
import { makeComparison, makeTrial } from '../../../support/make-trial.ts';
import { ledgerOfCustomers, OPENING_DAY, randomFrom, readOn } from '../../../support/simulate-shop.ts';

const START = OPENING_DAY + 100;
const trial = makeTrial({ startDay: START, horizonDays: 30 });
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });

/** @param days of purchase of each customer, from the start of the trial on */
const ledgerOfDays = (customers: readonly (readonly number[])[]) =>
  ledgerOfCustomers(customers.map((days) => ({ days: days.map((day) => START + day) })));
const entriesOf = (customers: readonly (readonly number[])[], toDay: number, of: Trial = trial) => {
  const ledger = ledgerOfDays(customers);
  const days = finish(enrol(ledger, readOn(ledger, START + toDay).context, of.eligible, START, START + toDay));
  return Array.from(days, (day) => (day === 0 ? null : day - START));
};

describe('a customer takes part', () => {
  test('from the first day on which they are eligible, or never', () => {
    expect(entriesOf([[-40], [-20], [-200], [5]], 30)).toEqual([0, 10, null, null]);
  });

  test('who bought on the very day that they were due: the trial may be what brought them', () => {
    expect(
      entriesOf(
        [
          [-30, 0],
          [-20, 10],
        ],
        30,
      ),
    ).toEqual([0, 10]);
  });

  test('not by what they did later', () => {
    const before = entriesOf([[-40], [-20], [-29]], 10);
    expect(
      entriesOf(
        [
          [-40, 11],
          [-20, 12, 13],
          [-29, 1],
        ],
        10,
      ).slice(0, 2),
    ).toEqual(before.slice(0, 2));
    expect(entriesOf([[-29, 1]], 10)).toEqual([1]);
  });

  test('by one of the lines where there are several', () => {
    const silent = { metric: 'recencyDays', is: '>=', value: 30 } as const;
    const eligible = {
      all: [silent],
      anyOf: [[{ ...silent, value: 60 }], [{ ...silent, is: '<=', value: 31 } as const]],
    };
    expect(entriesOf([[-30], [-40], [-58]], 3, makeTrial({ eligible }))).toEqual([0, null, 2]);
  });
});

describe('a playbook', () => {
  test('can be tried where its conditions can be told of a day in the past, and nobody waits for help', () => {
    const listed = duePlaybooks(playbooks);
    const untried = listed.filter((playbook) => !isTriable(playbook, tiers));
    expect(untried.map(({ id }) => id)).toEqual(expect.arrayContaining(['resolve-first', 'supply-ends']));
    const ofOccasions = listed.filter(({ moment }) => moment !== null);
    expect(ofOccasions.length).toBeGreaterThan(0);
    expect(untried).toEqual(expect.arrayContaining(ofOccasions));
    const { all, anyOf } = eligibleFor(
      listed.find(({ id }) => id === 'silent-wake')!,
      tiers,
    );
    expect(all).toEqual([{ metric: 'recencyDays', is: '<=', value: 60 }]);
    expect(anyOf).toHaveLength(1);
  });
});

/** A shop whose customers were away for 40 days when the trial began; the arms return as told, within ten days. */
function shopOf(size: number, of: Trial, rates: readonly [number, number, number], seed = 5) {
  const random = randomFrom(seed);
  const deal = new Deal(of);
  const ids = ledgerOfDays(Array.from({ length: size }, () => [-40]));
  const customers = Array.from({ length: size }, (_, row) =>
    random() < rates[deal.at(ids.ids, row)] ? [-40, Math.floor(random() * 10)] : [-40],
  );
  const ledger = ledgerOfDays(customers);
  return (lastDay: number) => {
    const toDay = START + lastDay;
    const entryDays = finish(enrol(ledger, readOn(ledger, toDay).context, of.eligible, START, toDay));
    return outcomeOf(of, ledger, entryDays, toDay);
  };
}

describe('the outcome', () => {
  const after = shopOf(9_000, trial, [0, 0.2, 0.3]);

  test('is that of all who took part and whose days are over, contacted or not', () => {
    const early = after(28);
    expect(early.arms[0].entered + early.arms[1].entered).toBe(9_000);
    expect(early.arms.map(({ customers }) => customers)).toEqual([0, 0]);
    expect(early).toMatchObject({ progress: 0, difference: null, verdict: 'notEnough' });
    const late = after(29);
    expect(late.arms[0].customers + late.arms[1].customers).toBe(9_000);
    expect(late.arms[0].returned / late.arms[0].customers).toBeCloseTo(0.2, 1);
    expect(late.progress).toBe(1);
    expect(late.difference!.low).toBeGreaterThan(0.03);
    expect(late.verdict).toBe('better');
  });

  test('counts what was spent per customer', () => {
    const { spendDifference, arms } = after(29);
    expect(spendDifference!.estimate).toBeCloseTo(
      10_000 * (arms[1].returned / arms[1].customers - arms[0].returned / arms[0].customers),
      6,
    );
  });

  test('stays as it was when the planned number was reached, whoever comes later', () => {
    const small = makeTrial({ startDay: START, lift: 0.2 });
    const days = shopOf(9_000, small, [0, 0.2, 0.3]);
    const { customers } = days(29).arms[1];
    expect(days(60).arms[1].customers).toBe(customers);
    const { first } = neededFor({ baseRate: 0.2, lift: 0.2, shares: [0.1, 0.9] });
    expect(days(29).arms[0].customers).toBeGreaterThan(first);
  });

  test('of an offer that does nothing is that it does nothing, once there are enough', () => {
    expect(shopOf(16_000, makeTrial({ startDay: START, lift: 0.06 }), [0, 0.2, 0.2])(29).verdict).toBe('noLift');
    expect(shopOf(600, trial, [0, 0.2, 0.2])(29).verdict).toBe('notEnough');
  });

  test('of two offers leaves out who got neither', () => {
    const comparison = makeComparison({ startDay: START, lift: 0.1 });
    const { arms, verdict } = shopOf(9_000, comparison, [0.9, 0.4, 0.2])(29);
    expect(arms[0].entered + arms[1].entered).toBeLessThan(2_100);
    expect(verdict).toBe('worse');
  });
});

test('a trial that was stopped counts the days before, and nobody who came later', () => {
  const ledger = ledgerOfDays([...Array.from({ length: 400 }, () => [-40, 3]), [-20]]);
  const { context } = readOn(ledger, START + 60);
  const stoppedOn = (day: number | null) =>
    finish(trialOutcome(trial, ledger, context, day === null ? null : START + day)).arms;
  const sums = (arms: ReturnType<typeof stoppedOn>) => [
    arms[0].entered + arms[1].entered,
    arms[0].customers + arms[1].customers,
  ];
  expect(sums(stoppedOn(30))).toEqual([401, 400]);
  expect(sums(stoppedOn(29))).toEqual([401, 0]);
  expect(sums(stoppedOn(5))).toEqual([400, 0]);
  expect(sums(stoppedOn(0))).toEqual([0, 0]);
  // Who came back on the third day is away for thirty days again, and counts once all the same.
  expect(sums(stoppedOn(null))).toEqual([401, 401]);
});

describe('the forecast', () => {
  const ledger = ledgerOfDays(Array.from({ length: 120 }, (_, at) => (at % 4 === 0 ? [-40 + at, 8 + at] : [-40 + at])));
  const context = readOn(ledger, START + 120).context;
  const told = (seenFromDay: number) =>
    finish(forecastOf(ledger, context, trial.eligible, { horizonDays: 30, seenFromDay })).forecast;

  test('counts who would have taken part, who is there at once, and who came back', () => {
    const forecast = told(OPENING_DAY)!;
    expect(forecast.atOnce).toBeGreaterThan(30);
    expect(forecast.perDay).toBeGreaterThan(0.8);
    expect(forecast.perDay).toBeLessThan(1.2);
    expect(forecast.returned / forecast.customers).toBeGreaterThan(0.15);
    expect(forecast.returned / forecast.customers).toBeLessThan(0.3);
  });

  test('is none of days that were not seen', () => {
    expect(told(START + 60)).toBeNull();
  });

  test('says how long it takes until there are so many', () => {
    const forecast = { customers: 0, returned: 0, atOnce: 100, perDay: 2 };
    expect(daysUntil(100, forecast)).toBe(0);
    expect(daysUntil(151, forecast)).toBe(26);
    expect(daysUntil(151, { ...forecast, perDay: 0 })).toBeNull();
  });
});
