import { describe, expect, test } from 'vitest';
import { contactLimitsSchema } from '../../../lib/actions/contact-limits.ts';
import {
  heldBackBy,
  heldOffList,
  isQuietAt,
  tooSmall,
  type DatedContact,
  type DatedPutOff,
} from '../../../lib/actions/guards.ts';
import type { Metrics } from '../../../lib/insight/metrics.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeMetrics } from '../../support/make-history.ts';

const HOUR_MS = 3_600_000;
const now = Date.parse('2026-08-06T10:00:00+08:00');
const coupon = playbooks.find(({ id }) => id === 'silent-wake')!;
const advice = playbooks.find(({ id }) => id === 'resolve-first')!;
/** Going to somebody, with no offer. */
const care = playbooks.find(({ id }) => id === 'cycle-due')!;

const contact = (hoursAgo: number, isOffer = false): DatedContact => ({
  ...makeContact({ isOffer }),
  at: now - hoursAgo * HOUR_MS,
});
/** Of a customer of whom nothing else is known. */
const held = (playbook: typeof coupon, changes: Partial<Parameters<typeof heldBackBy>[0]> = {}) =>
  heldBackBy({
    playbook,
    metrics: makeMetrics({ openAfterSales: 0 }),
    contacts: [],
    putOffs: [],
    limits: contactLimits,
    now,
    ...changes,
  });
const guard = (contacts: readonly DatedContact[], known: Partial<Metrics> = {}, playbook = coupon) =>
  held(playbook, { contacts, metrics: makeMetrics({ openAfterSales: 0, ...known }) });
const listGuard = (
  contacts: readonly DatedContact[],
  putOffs: readonly DatedPutOff[] = [],
  playbook: typeof coupon = coupon,
) => heldOffList({ playbook, contacts, putOffs, limits: contactLimits, now });

test('the shipped limits are those of the practice', () => {
  expect(contactLimits).toEqual({
    minGapHours: 24,
    contactsPer7Days: 3,
    offersPer30Days: 2,
    quietFromHour: 21,
    quietToHour: 9,
    minOfferShare: 0.02,
  });
  expect(contactLimitsSchema.safeParse({ ...contactLimits, minGapHours: 0 }).success).toBe(false);
});

describe('what is of use on the card alone', () => {
  const cardOnly = playbooks.filter(({ due }) => due === null);

  test('rests once it was done, which what has days of its own need not be told', () => {
    for (const { due, restDays } of playbooks) expect(restDays === null).toBe(due !== null);
  });

  test.each(cardOnly)('$id goes when it was noted as done, and comes back after its days', (playbook) => {
    const doneDaysAgo = (days: number) => [
      { ...makeContact({ isOffer: playbook.offer !== null, playbookId: playbook.id }), at: now - days * 24 * HOUR_MS },
    ];
    const { restDays } = playbook;
    expect(guard(doneDaysAgo(0), {}, playbook)?.guard).toBe('notAgainYet');
    expect(guard(doneDaysAgo(restDays! - 1), {}, playbook)?.guard).toBe('notAgainYet');
    expect(guard(doneDaysAgo(restDays!), {}, playbook)?.guard).not.toBe('notAgainYet');
  });

  test('stays where something else was done', () => {
    const upgrade = cardOnly.find(({ id }) => id === 'upgrade');
    const other = { ...makeContact({ isOffer: false, playbookId: 'bundle' }), at: now };
    expect(guard([other], {}, upgrade)).toBeNull();
  });
});

test('an offer to whom nobody wrote is held back by nothing', () => {
  expect(guard([])).toBeNull();
});

test('an open work order holds offers back, and no answer', () => {
  expect(held(coupon, { openWorkOrders: 2 })).toEqual({ guard: 'openWorkOrderFirst', openWorkOrders: 2 });
  expect(held(advice, { openWorkOrders: 2 })).toBeNull();
});

describe('an open complaint', () => {
  test('holds an offer back and says how many are open', () => {
    expect(guard([], { openAfterSales: 2 })).toEqual({ guard: 'openComplaintFirst', openAfterSales: 2 });
  });

  test('comes before the contacts', () => {
    expect(guard([contact(1)], { openAfterSales: 1 })!.guard).toBe('openComplaintFirst');
  });
});

test('who asked for quiet gets no offer and no visit, and help all the same', () => {
  expect(guard([], { doNotDisturb: 1 })).toEqual({ guard: 'doNotDisturb' });
  expect(guard([], { doNotDisturb: 1 }, care)).toEqual({ guard: 'doNotDisturb' });
  expect(guard([], { doNotDisturb: 1 }, advice)).toBeNull();
  expect(guard([], { doNotDisturb: 0 })).toBeNull();
});

describe('contacts', () => {
  test.each([
    [0, 0],
    [1.5, 1],
    [23.99, 23],
  ])('%d hours ago hold an offer back', (hoursAgo, actual) => {
    expect(guard([contact(hoursAgo), contact(200)])).toEqual({
      guard: 'contactedRecently',
      limit: 'minGapHours',
      allowed: 24,
      actual,
    });
  });

  test('24 hours ago do not', () => {
    expect(guard([contact(24)])).toBeNull();
  });

  test('made while the clock was ahead are no hours ago, not fewer', () => {
    expect(guard([contact(-5)])).toMatchObject({ limit: 'minGapHours', actual: 0 });
  });

  test('three in seven days hold it back, two do not', () => {
    expect(guard([contact(25), contact(50), contact(167)])).toEqual({
      guard: 'contactedRecently',
      limit: 'contactsPer7Days',
      allowed: 3,
      actual: 3,
    });
    expect(guard([contact(25), contact(50), contact(168)])).toBeNull();
  });

  test('that were offers hold it back from the second in thirty days on', () => {
    expect(guard([contact(25, true), contact(719, true)])).toEqual({
      guard: 'contactedRecently',
      limit: 'offersPer30Days',
      allowed: 2,
      actual: 2,
    });
    expect(guard([contact(25, true), contact(720, true)])).toBeNull();
    expect(guard([contact(25, true), contact(700)])).toBeNull();
  });

  test('count in any order', () => {
    expect(guard([contact(300), contact(2), contact(100)])).toMatchObject({ limit: 'minGapHours', actual: 2 });
  });
});

describe('going to somebody with no offer', () => {
  test('keeps the limits of contacts, whatever they were for', () => {
    expect(guard([contact(1)], {}, care)).toMatchObject({ limit: 'minGapHours', actual: 1 });
    expect(guard([contact(25), contact(50), contact(90)], {}, care)).toMatchObject({
      limit: 'contactsPer7Days',
      actual: 3,
    });
    expect(guard([contact(200, true), contact(300, true)], {}, care)).toBeNull();
  });

  test('is an answer to whoever wrote just now, and an offer stays one', () => {
    const [metrics, contacts] = [makeMetrics({ openAfterSales: 0, doNotDisturb: 1 }), [contact(1)]];
    expect(held(care, { metrics, contacts, isAwake: true })).toBeNull();
    expect(held(coupon, { metrics, isAwake: true })).toEqual({ guard: 'doNotDisturb' });
    expect(held(coupon, { contacts, isAwake: true })).toMatchObject({ limit: 'minGapHours' });
  });

  test.each(playbooks.filter(({ due }) => due === null || due.job === 'calm').filter(({ offer }) => !offer))(
    'is not what $id is: that is for whoever is there, or what a complaint is owed',
    (playbook) => {
      const metrics = makeMetrics({ openAfterSales: 2, doNotDisturb: 1 });
      expect(held(playbook, { metrics, contacts: [contact(1), contact(25), contact(50)] })).toBeNull();
    },
  );
});

test('advice without an offer is never held back', () => {
  expect(guard([contact(1, true), contact(2, true), contact(3)], { openAfterSales: 3 }, advice)).toBeNull();
});

describe('a suggestion that was put off', () => {
  const today = dayOf(now);
  const later = (untilDay: number, changes: Partial<DatedPutOff> = {}): DatedPutOff => ({
    playbookId: coupon.id,
    untilDay,
    reason: null,
    at: now - HOUR_MS,
    ...changes,
  });
  const heldAfter = (...putOffs: DatedPutOff[]) => held(coupon, { putOffs });

  test('waits until its day, on the card and on the list', () => {
    expect(heldAfter(later(today + 1))).toEqual({ guard: 'putOff', untilDay: today + 1, reason: null });
    expect(listGuard([], [later(today + 1)])).toEqual({ guard: 'putOff', untilDay: today + 1, reason: null });
    expect(heldAfter(later(today))).toBeNull();
  });

  test('says what was said last', () => {
    const declined = later(today + 9, { reason: 'notWorthIt', at: now - 1 });
    expect(heldAfter(declined, later(today + 20))).toMatchObject({ untilDay: today + 9, reason: 'notWorthIt' });
  });

  test('holds no other one back', () => {
    expect(heldAfter(later(today + 1, { playbookId: 'churn-recall' }))).toBeNull();
  });

  test('because the customer said no holds every other offer back until its day, and no visit', () => {
    const refused = later(today + 30, { playbookId: 'churn-recall', reason: 'customerRefused' });
    expect(heldAfter(refused)).toEqual({ guard: 'putOff', untilDay: today + 30, reason: 'customerRefused' });
    expect(listGuard([], [refused])).toMatchObject({ guard: 'putOff', reason: 'customerRefused' });
    expect(held(care, { putOffs: [refused] })).toBeNull();
    expect(heldAfter({ ...refused, untilDay: today })).toBeNull();
    expect(heldAfter({ ...refused, reason: 'customerUnsuitable' })).toBeNull();
  });
});

describe('the list of the day', () => {
  const led = (daysAgo: number): DatedContact => ({ ...contact(24 * daysAgo), playbookId: care.id });

  test('does not name a customer again within the days of the playbook', () => {
    expect(listGuard([led(13)], [], care)).toEqual({ guard: 'notAgainYet', everyDays: 14, daysAgo: 13 });
    expect(listGuard([led(14)], [], care)).toBeNull();
  });

  test('keeps the limits of contacts without an offer too: going to somebody is a contact', () => {
    expect(listGuard([contact(3)], [], care)).toMatchObject({ limit: 'minGapHours' });
    expect(listGuard([contact(30), contact(60), contact(90)], [], care)).toMatchObject({
      limit: 'contactsPer7Days',
    });
    expect(listGuard([contact(200, true), contact(300, true)], [], care)).toBeNull();
  });

  test('never leaves a complaint for later because of other contacts', () => {
    expect(listGuard([contact(1), contact(2), contact(3)], [], advice)).toBeNull();
  });
});

describe('a coupon', () => {
  const discount = (savedFen: number, basketFen: number) =>
    tooSmall({ basketFen, savedFen, share: savedFen / basketFen, shortOfThresholdFen: 0 }, contactLimits);

  test('of less than a fiftieth of the basket is held back, with the sums', () => {
    expect(discount(2_000, 200_000)).toEqual({ guard: 'tooSmall', savedFen: 2_000, basketFen: 200_000, share: 0.01 });
    expect(discount(2_000, 100_000)).toBeNull();
  });

  test('for a basket that is not known is not', () => {
    expect(tooSmall(null, contactLimits)).toBeNull();
  });
});

test.each([
  ['20:59', false],
  ['21:00', true],
  ['03:00', true],
  ['08:59', true],
  ['09:00', false],
])('at %s in Shanghai it is quiet: %s', (clock, isQuiet) => {
  const at = Date.parse(`2026-08-06T${clock}:00+08:00`);
  expect(isQuietAt(at, contactLimits)).toBe(isQuiet);
  expect(isQuietAt(at, { ...contactLimits, quietFromHour: 1, quietToHour: 5 })).toBe(clock === '03:00');
});

test('what was done is not suggested on the card again within its days', () => {
  const done = { ...contact(24 * 3), playbookId: care.id };
  expect(guard([done], {}, care)).toEqual({ guard: 'notAgainYet', everyDays: 14, daysAgo: 3 });
  expect(guard([{ ...contact(1), playbookId: advice.id }], {}, advice)).toBeNull();
});

describe('with too little seen', () => {
  const lowCoverage = { share: 0.3, needed: 0.4 };
  const idsHeld = playbooks
    .filter((playbook) => held(playbook, { lowCoverage })?.guard === 'coverageTooLow')
    .map(({ id }) => id);

  test('nobody is said to have stayed away, and whoever is there is still thanked', () => {
    const ofJob = (job: string) => playbooks.filter(({ due }) => due?.job === job).map(({ id }) => id);
    expect(idsHeld).toEqual(expect.arrayContaining(ofJob('wake')));
    expect(idsHeld).not.toContain('high-value-service');
    expect(held(coupon, { lowCoverage })).toEqual({ guard: 'coverageTooLow', ...lowCoverage });
  });

  test('nobody is told how much or how often is still missing', () => {
    const tells = /还差|再买|再消费/;
    const promising = playbooks.filter((one) => tells.test(one.label.zh + one.advice.zh)).map(({ id }) => id);
    expect(promising).toContain('level-near');
    expect(idsHeld).toEqual(expect.arrayContaining(promising.filter((id) => id !== 'complement')));
  });
});
