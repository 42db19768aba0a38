import { describe, expect, test } from 'vitest';
import { dayOf, startOfDay } from '../../../lib/model/shanghai-time.ts';
import type { Turn } from '../../../lib/model/turn.ts';
import { kpiFacts } from '../../../lib/rules/kpi-facts.ts';
import { kpiRules } from '../../../lib/rules/clocks.ts';
import { isReached, isShare, readKpi, type KpiGround } from '../../../lib/service/kpi.ts';
import type { Kpi } from '../../../lib/service/kpi-schema.ts';
import fc from '../../support/fast-check.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The first of a month of 30 days. */
const FIRST = dayOf(Date.parse('2026-11-01T12:00:00+08:00'));
const MONTH = [FIRST, FIRST + 30] as const;
const kpi = (id: string) => kpiRules.kpis.find((each) => each.id === id)!;
const days = (count: number, from = FIRST) => new Set(Array.from({ length: count }, (_, index) => from + index));
const at = (day: number, minutes: number) => startOfDay(FIRST + day) + minutes * MINUTE;
const turn = (day: number, waited: number | null, changes: Partial<Turn> = {}): Turn => {
  const since = at(day, 600);
  return {
    since,
    answeredAt: waited === null ? null : since + waited * MINUTE,
    openAt: since,
    isThanks: false,
    ...changes,
  };
};
/** Ten days, each with `good` turns in time and `bad` ones that are not. */
const tenDays = (good: number, bad: number) =>
  Array.from({ length: 10 }, (_, day) => [
    ...Array.from({ length: good }, () => turn(day, 1)),
    ...Array.from({ length: bad }, () => turn(day, 9)),
  ]).flat();
const ground = (changes: Partial<KpiGround> = {}): KpiGround => ({
  turns: [],
  workOrders: [],
  cases: [],
  seenDays: days(10),
  ...changes,
});
const NOON = at(9, 720);
const read = (id: string, changes: Partial<KpiGround>, target: number | null = null, now = NOON) =>
  readKpi(kpi(id), ground(changes), kpiRules, target, MONTH, now);

describe('the platforms’ measures', () => {
  test('are told apart, and each says where it is from and how certain it is', () => {
    expect(new Set(kpiRules.kpis.map(({ id }) => id)).size).toBe(kpiRules.kpis.length);
    expect(kpiFacts.map(({ id }) => id)).toEqual(kpiRules.kpis.map(({ id }) => id));
    for (const [index, { target, count }] of kpiRules.kpis.entries()) {
      expect(kpiFacts[index]!.certainty.target === null).toBe(target === null);
      expect(count.what !== 'notRead' || target === null).toBe(true);
    }
  });

  test.each(kpiRules.kpis.filter(({ count }) => count.what === 'notRead'))(
    'of which $id is not read say so',
    ({ id }) => {
      expect(read(id, { turns: tenDays(9, 1) })).toMatchObject({ value: null, missing: { because: 'notRead' } });
    },
  );
});

describe('the three-minute rate', () => {
  test('is the share of turns answered within three minutes, the third included', () => {
    const { value, counted, hits } = read('jdThreeMinutes', {
      turns: [...tenDays(8, 1), ...Array.from({ length: 10 }, (_, day) => turn(day, 3))],
    });
    expect([value, hits, counted]).toEqual([0.9, 90, 100]);
  });

  test('counts what was seen without an answer for longer, and leaves apart what was out of sight', () => {
    const left = turn(3, null, { openAt: at(3, 604) });
    const lost = turn(4, null, { openAt: at(4, 601) });
    const { counted, unknown, hits } = read('jdThreeMinutes', { turns: [...tenDays(9, 0), left, lost] });
    expect([hits, counted, unknown]).toEqual([90, 91, 1]);
  });

  test('leaves out the night, other months and thanks without an answer, which it names', () => {
    const night = turn(2, 60, { since: at(2, 120), answeredAt: at(2, 300) });
    const thanks = turn(2, null, { openAt: at(2, 900), isThanks: true });
    const { counted, thanks: left } = read('jdThreeMinutes', {
      turns: [...tenDays(9, 1), night, turn(-3, 1), thanks],
    });
    expect([counted, left]).toEqual([100, 1]);
  });

  test('on Taobao counts thirty days back, until eleven at night', () => {
    const late = turn(2, 1, { since: at(2, 1385), answeredAt: at(2, 1386) });
    const { counted, days: all } = read('taobaoThreeMinutes', {
      turns: [...tenDays(9, 1), late, turn(-3, 1), turn(-25, 1)],
      seenDays: days(31, FIRST - 21),
    });
    expect([counted, all]).toEqual([101, 31]);
  });
});

describe('a measure says nothing', () => {
  test.each([
    ['where nothing was seen', {}, { because: 'nothingSeen' }],
    ['of few', { turns: tenDays(1, 0) }, { because: 'fewCounted', counted: 10, of: 20 }],
    [
      'where the page was open on few days',
      { turns: tenDays(9, 1), seenDays: days(3) },
      { because: 'lowCoverage', seenDays: 3, days: 10 },
    ],
  ])('%s', (_, changes, missing) => {
    expect(read('jdThreeMinutes', changes)).toMatchObject({ value: null, forecast: null, missing });
  });

  test('of the end of the month after few days, though it says how it stands', () => {
    const turns = Array.from({ length: 40 }, (_, index) => turn(index % 4, 1));
    expect(read('jdThreeMinutes', { turns })).toMatchObject({
      value: 1,
      forecast: null,
      missing: { because: 'fewDays', days: 4, of: 5 },
    });
  });
});

describe('the end of the month', () => {
  test('is foretold from what was and how it goes; the target tells what is left to reach', () => {
    const { forecast, value } = read('jdThreeMinutes', { turns: tenDays(17, 3) });
    expect(value).toBe(0.85);
    expect(forecast!.daysLeft).toBe(20);
    expect(forecast!.value).toBeCloseTo(0.85, 2);
    expect(forecast!.low).toBeLessThan(0.85);
    expect(forecast!.high).toBeGreaterThan(0.85);
    // 0.9 of 30 days, 0.85 of 10 of them: (27 - 8.5) / 20.
    expect(forecast!.needed).toBeCloseTo(0.925, 6);
  });

  test('cannot reach a target for which all of the rest would not do', () => {
    const early = tenDays(10, 10).map((each) => ({ ...each }));
    const now = at(27, 720);
    const turns = Array.from({ length: 28 }, (_, day) => [turn(day, 1), turn(day, 9)]).flat();
    expect(read('jdThreeMinutes', { turns, seenDays: days(28) }, 0.95, now).forecast!.needed).toBeGreaterThan(1);
    expect(read('jdThreeMinutes', { turns: early }, 0.4).forecast!.needed).toBeLessThan(0.4);
  });

  test('on its last day is what it is', () => {
    const turns = Array.from({ length: 30 }, (_, day) => [turn(day, 1), turn(day, day % 3 === 0 ? 9 : 1)]).flat();
    const { forecast, value } = read('jdThreeMinutes', { turns, seenDays: days(30) }, null, at(29, 1400));
    expect(forecast).toMatchObject({ daysLeft: 0, needed: null, low: value, high: value });
    expect(forecast!.value).toBeCloseTo(value!, 10);
  });

  /** Whole months of turns that are answered in time with the same chance; the forecast of their tenth day. */
  test('lies within its range four times out of five', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    let within = 0;
    const months = 600;
    for (let month = 0; month < months; month += 1) {
      const chance = 0.75 + 0.2 * random();
      const all = Array.from({ length: 30 }, (_, day) =>
        Array.from({ length: 15 }, () => turn(day, random() < chance ? 1 : 9)),
      );
      const { forecast } = read('jdThreeMinutes', { turns: all.slice(0, 10).flat() });
      const end = all.flat().filter(({ since, answeredAt }) => answeredAt! - since <= 3 * MINUTE).length / 450;
      if (end >= forecast!.low && end <= forecast!.high) within += 1;
    }
    expect(within / months).toBeGreaterThan(0.76);
    expect(within / months).toBeLessThan(0.9);
  });

  test('is a share between nought and one, its range around it, whatever was seen', () => {
    const anyTurns = fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 9 }), waited: fc.integer({ min: 0, max: 12 }) }),
      { minLength: 20, maxLength: 80 },
    );
    fc.assert(
      fc.property(anyTurns, (told) => {
        const { value, forecast } = read('jdThreeMinutes', { turns: told.map(({ day, waited }) => turn(day, waited)) });
        for (const share of [value, ...(forecast ? [forecast.low, forecast.value, forecast.high] : [])]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        const { low, value: middle, high } = forecast ?? { low: 0, value: 0, high: 0 };
        expect(low <= middle && middle <= high).toBe(true);
      }),
    );
  });
});

describe('the other measures', () => {
  test('the mean reply time counts at most ten minutes a turn, also of one that got no answer', () => {
    const turns = [...tenDays(2, 0), ...Array.from({ length: 10 }, (_, day) => turn(day, 60))];
    const left = Array.from({ length: 10 }, (_, day) => turn(day, null, { openAt: at(day, 660) }));
    expect(read('jdReplyMean', { turns: [...turns, ...left] }).value).toBe((20 * 1 + 20 * 10) * (MINUTE / 40));
  });

  test('closure is the share of work orders closed within a day; of one whose day is not over nothing is known', () => {
    const orders = Array.from({ length: 20 }, (_, index) => ({
      startedAt: at(index % 8, 600),
      closedAt: at(index % 8, 600) + (index < 15 ? 5 : 30) * HOUR,
    }));
    const young = { startedAt: NOON - HOUR, closedAt: null };
    const old = { startedAt: NOON - 30 * HOUR, closedAt: null };
    const { value, counted, unknown } = read('jdClosure', { workOrders: [...orders, young, old] });
    expect([value, counted, unknown]).toEqual([15 / 21, 21, 1]);
  });

  test('the time of a case lies between two looks, and says how much it may be off', () => {
    const cases = Array.from({ length: 20 }, (_, index) => {
      const endedAt = at(index % 8, 600);
      return { appliedAt: endedAt - 30 * HOUR, openAt: endedAt - 10 * HOUR, endedAt };
    });
    expect(read('jdCaseTime', { cases })).toMatchObject({ value: 25 * HOUR, slack: 5 * HOUR });
  });

  test('of shares more is better, of times less', () => {
    const rate: Kpi = { ...kpi('jdThreeMinutes'), target: 0.9 };
    const time: Kpi = { ...kpi('jdReplyMean'), target: 60_000 };
    expect([isShare(rate), isShare(time)]).toEqual([true, false]);
    expect([isReached(rate, 0.9), isReached(rate, 0.89), isReached(time, 60_000), isReached(time, 60_001)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('a shop’s own target takes the place of the usual one', () => {
    expect(read('jdThreeMinutes', {}, 0.8).kpi.target).toBe(0.8);
    expect(read('jdThreeMinutes', {}).kpi.target).toBe(0.9);
  });
});

describe('one more miss', () => {
  const ids = kpiRules.kpis.map(({ id }) => id);
  const rate = ids.find((id) => kpi(id).count.what === 'replyRate')!;
  const timed = ids.find((id) => kpi(id).count.what === 'replyMean');

  test('is told as what it would make of a share', () => {
    const { value, withOneMoreMiss } = read(rate, { turns: tenDays(9, 1) });
    expect(value).toBe(0.9);
    expect(withOneMoreMiss).toBeCloseTo(90 / 101, 10);
  });

  test('of a time is one that takes the longest that counts, and of no value nothing', () => {
    const { count } = kpi(timed!);
    const cap = count.what === 'replyMean' ? count.capMinutes * MINUTE : 0;
    expect(read(timed!, { turns: tenDays(10, 0) }).withOneMoreMiss).toBeCloseTo((100 * MINUTE + cap) / 101, 6);
    expect(read(rate, {}).withOneMoreMiss).toBeNull();
  });
});
