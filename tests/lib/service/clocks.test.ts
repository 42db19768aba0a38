import { describe, expect, test } from 'vitest';
import { buyerHours, clockRules, kpiRules, usualHours } from '../../../lib/rules/clocks.ts';
import { matterSchema } from '../../../lib/model/matter.ts';
import type { ClockKind } from '../../../lib/service/clock-schema.ts';
import { workOrderSteps } from '../../../lib/rules/service.ts';
import { chatClock, clocksOf, clockState, nextMark, rulesFor, type Ground } from '../../../lib/service/clocks.ts';
import { openTimesAbroad, openTimesOf } from '../../../lib/service/open-time.ts';
import { workOrdersIn } from '../../../lib/service/work-order.ts';
import { makeLog, makeNewWorkOrder, OPENED_AT } from '../../support/make-work-order.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const steps = new Map(workOrderSteps.map(({ id, what }) => [id, what]));
const ground = (changes: Partial<Ground> = {}): Ground => ({
  matter: 'complaint',
  platform: 'jd',
  isCrossBorder: false,
  times: openTimesOf(usualHours, []),
  buyerTimes: openTimesAbroad(buyerHours),
  ...changes,
});
const ruleTimes = (changes: Partial<Ground>) =>
  Object.fromEntries(rulesFor(ground(changes), clockRules).map(({ kind, minutes }) => [kind, minutes]));

describe('the matrix', () => {
  test.each<[string, Partial<Ground>, Record<string, number>]>([
    ['a complaint: an hour, then a day to act, a day in all', {}, { reply: 60, act: 1440, close: 1440 }],
    [
      'what is not as the live show promised: two hours',
      { matter: 'liveMismatch' },
      { reply: 120, act: 1440, close: 1440 },
    ],
    ['what is urgent: solved in two hours', { matter: 'urgent' }, { reply: 10, close: 120 }],
    ['a question: ten minutes', { matter: 'general' }, { reply: 10 }],
    ['a question before buying on JD: a minute', { matter: 'presale' }, { reply: 1 }],
    ['a question before buying on Taobao: ten', { matter: 'presale', platform: 'taobao' }, { reply: 10 }],
    ['a question from abroad: twelve hours', { matter: 'presale', isCrossBorder: true }, { reply: 720 }],
    ['a complaint from abroad: a plan in a day', { isCrossBorder: true }, { reply: 1440, act: 1440, close: 1440 }],
    [
      'a lost parcel abroad: two days',
      { matter: 'complex', isCrossBorder: true },
      { reply: 1440, act: 2880, close: 2880 },
    ],
  ])('has for %s', (_, changes, expected) => {
    expect(ruleTimes(changes)).toEqual(expected);
  });

  test('has each rule once', () => {
    expect(new Set(clockRules.map(({ id }) => id)).size).toBe(clockRules.length);
  });
});

const opening = { kind: 'workOrderOpened' as const, workOrder: makeNewWorkOrder() };
const stepped = (stepId: string) => ({ kind: 'workOrderStepped' as const, workOrderId: 'w1', stepId, dueAt: null });
function clocks(said: Parameters<typeof makeLog>[0], repliedAt: number | null = null) {
  const [order] = workOrdersIn(makeLog([opening, ...said]));
  const all = clocksOf(order!, ground(), clockRules, steps, repliedAt);
  return Object.fromEntries(all.map((clock) => [clock.kind, clock]));
}

describe('the clocks of sales abroad', () => {
  /** Of the matter that began then, in a shop that is closed from midnight until eight. */
  const dueAt = (matter: Ground['matter'], startAt: string) => {
    const workOrder = makeNewWorkOrder({ startedAt: Date.parse(startAt) });
    const [order] = workOrdersIn(makeLog([{ kind: 'workOrderOpened', workOrder }, stepped('replied')]));
    const all = clocksOf(order!, ground({ matter, isCrossBorder: true }), clockRules, steps, null);
    return Object.fromEntries(all.map((clock) => [clock.ruleId, clock]));
  };

  test('that speak of working hours run in those of the buyers (CMP-11, XBD-11), the others day and night (CMP-12, CMP-13)', () => {
    const abroad = clockRules.filter(({ isCrossBorder }) => isCrossBorder);
    expect(Object.fromEntries(abroad.map(({ id, counts }) => [id, counts]))).toEqual({
      crossBorderPresaleReply: 'buyerTime',
      crossBorderPlan: 'always',
      crossBorderComplexAct: 'always',
      crossBorderComplexClose: 'always',
    });
  });

  test.each([
    // Nine in the morning of a Monday at UTC-8: nine hours of that day and three of the next.
    ['2026-12-08T01:00:00+08:00', '2026-12-09T04:00:00+08:00'],
    // In the shop's own morning buyers abroad have still an hour of their day.
    ['2026-12-08T09:00:00+08:00', '2026-12-10T03:00:00+08:00'],
    // Their Friday ends on the shop's Saturday, and the next day of theirs is the shop's Tuesday.
    ['2026-12-12T10:00:00+08:00', '2026-12-16T04:00:00+08:00'],
    // In summer their clocks are put forward: nine in the morning is an hour earlier here.
    ['2026-08-04T00:00:00+08:00', '2026-08-05T03:00:00+08:00'],
    // Over the Sunday on which they are put forward, and over the one on which they are put back.
    ['2026-03-07T09:00:00+08:00', '2026-03-11T02:00:00+08:00'],
    ['2026-10-31T08:00:00+08:00', '2026-11-04T03:00:00+08:00'],
  ])('a question of %s is answered until %s', (startAt, until) => {
    expect(dueAt('presale', startAt)['crossBorderPresaleReply']!.dueAt).toBe(Date.parse(until));
  });

  test('a plan within a day, a lost parcel made good within two, though it is night in the shop', () => {
    const startAt = '2026-08-04T00:30:00+08:00';
    expect(dueAt('complaint', startAt)['crossBorderPlan']!.dueAt).toBe(Date.parse(startAt) + 24 * HOUR);
    expect(dueAt('complex', startAt)['crossBorderComplexClose']!.dueAt).toBe(Date.parse(startAt) + 48 * HOUR);
  });

  const everywhere = matterSchema.options.flatMap((matter) =>
    (['jd', 'taobao'] as const).flatMap((platform) =>
      [false, true].map((isCrossBorder) => ({ matter, platform, isCrossBorder })),
    ),
  );
  test.each(everywhere)(
    'as those here, want $matter answered before it is to be solved, by day and by night ($platform, abroad: $isCrossBorder)',
    (where) => {
      for (const startAt of ['2026-08-04T00:30:00+08:00', '2026-08-04T14:00:00+08:00', '2026-08-08T23:30:00+08:00']) {
        const workOrder = makeNewWorkOrder({ startedAt: Date.parse(startAt) });
        const [order] = workOrdersIn(makeLog([{ kind: 'workOrderOpened', workOrder }]));
        const begun = clocksOf(order!, ground(where), clockRules, steps, null);
        const dueOf = (kind: ClockKind) => begun.find((clock) => clock.kind === kind)?.dueAt;
        expect(dueOf('reply')).toBeLessThanOrEqual(dueOf('close') ?? Infinity);
      }
    },
  );

  test('name neither what is urgent nor what a livestream promised: for these the rows that do hold abroad, too (CMP-23, CMP-27)', () => {
    for (const [matter, source] of [
      ['urgent', 'CMP-23'],
      ['liveMismatch', 'CMP-27'],
    ] as const) {
      const reply = rulesFor(ground({ matter, isCrossBorder: true }), clockRules).find(({ kind }) => kind === 'reply');
      expect(reply!.source).toContain(source);
    }
  });

  test('let nothing be closed before its plan is due', () => {
    for (const matter of ['complaint', 'complex'] as const) {
      const { act, close } = ruleTimes({ matter, isCrossBorder: true });
      expect(close).toBeGreaterThanOrEqual(act!);
    }
  });
});

describe('the clocks of a complaint', () => {
  test('begin with the reply and the closing; the one of acting waits for the reply', () => {
    const { reply, act, close } = clocks([]);
    expect(reply).toMatchObject({ startAt: OPENED_AT, dueAt: OPENED_AT + HOUR, doneAt: null });
    expect(act).toBeUndefined();
    expect(close!.dueAt).toBe(OPENED_AT + 24 * HOUR);
  });

  test('are stopped by what was done', () => {
    const { reply, act } = clocks([stepped('replied'), stepped('reship')]);
    expect(reply!.doneAt).toBe(OPENED_AT + 1000);
    expect(act).toMatchObject({ startAt: OPENED_AT + 1000, doneAt: OPENED_AT + 2000 });
  });

  test('are not stopped by doing without a word', () => {
    expect(clocks([stepped('reship')])['reply']!.doneAt).toBeNull();
  });

  test('are stopped by a message of the shop that the chat showed', () => {
    expect(clocks([], OPENED_AT + 90_000)['reply']!.doneAt).toBe(OPENED_AT + 90_000);
  });

  test('are over when it is closed', () => {
    const { reply, act, close } = clocks([
      { kind: 'workOrderTold', workOrderId: 'w1' },
      { kind: 'workOrderClosed', workOrderId: 'w1' },
    ]);
    for (const clock of [reply!, act!, close!]) expect(clockState(clock, OPENED_AT + 100 * HOUR)).toBe('met');
  });
});

describe('a clock', () => {
  const { reply } = clocks([]);
  test.each([
    [0, 'running'],
    [29, 'running'],
    [30, 'half'],
    [47, 'half'],
    [48, 'soon'],
    [60, 'soon'],
    [61, 'late'],
  ] as const)('after %i of 60 minutes is %s', (minutes, state) => {
    expect(clockState(reply!, OPENED_AT + minutes * MINUTE)).toBe(state);
  });

  test('reminds at the half, at four fifths and at the end', () => {
    const at = (minutes: number) => OPENED_AT + minutes * MINUTE;
    expect([0, 30, 48, 60].map((minutes) => nextMark(reply!, at(minutes)))).toEqual([at(30), at(48), at(60), null]);
  });

  test('that was stopped reminds no more, and late is late', () => {
    const late = { ...reply!, doneAt: OPENED_AT + 61 * MINUTE };
    expect(clockState(late, OPENED_AT + 99 * HOUR)).toBe('missed');
    expect(nextMark(late, OPENED_AT)).toBeNull();
  });
});

describe('a buyer who waits in the chat', () => {
  const waits = (changes: Partial<Ground>, startAt = OPENED_AT) =>
    chatClock(startAt, null, ground(changes), clockRules, kpiRules.kpis)!;

  test('on JD waits three minutes at most, since JD counts them; a stricter rule of the shop stands', () => {
    expect(waits({})).toMatchObject({ dueAt: OPENED_AT + 3 * MINUTE, measureId: 'jdThreeMinutes' });
    expect(waits({ matter: 'presale' })).toMatchObject({ dueAt: OPENED_AT + MINUTE, measureId: null });
  });

  test('on Taobao waits three minutes, too, and from eleven at night until the morning', () => {
    expect(waits({ platform: 'taobao' })).toMatchObject({ dueAt: OPENED_AT + 3 * MINUTE });
    const late = Date.parse('2026-08-06T23:30:00+08:00');
    expect(waits({ platform: 'taobao', matter: 'general' }, late)).toMatchObject({
      dueAt: Date.parse('2026-08-06T23:40:00+08:00'),
      measureId: null,
    });
  });

  test('waits as long as the shop’s rules say where no platform counts', () => {
    const clock = chatClock(OPENED_AT, null, ground({}), clockRules, []);
    expect(clock).toMatchObject({ dueAt: OPENED_AT + HOUR, measureId: null });
  });

  test('in the night waits from the morning on', () => {
    const night = Date.parse('2026-08-06T02:00:00+08:00');
    expect(waits({}, night).dueAt).toBe(Date.parse('2026-08-06T08:03:00+08:00'));
  });
});
