/** Whatever the shop, the hours and the occasions: nobody is turned to against a guard, and the log reads the same in any order. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, hourOf, startOfDay } from '../../../lib/model/shanghai-time.ts';
import { contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { readRecentDealings } from '../../../lib/views/customers/dealings.ts';
import type { EventRecord } from '../../../lib/store/database.ts';
import fc from '../../support/fast-check.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeCustomerId } from '../../support/make-history.ts';
import { allOn, makeOccasion } from '../../support/open-playbooks.ts';
import { runDays, type Entry, type Person, type Setting } from '../../support/run-days.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const START = 20_671;
const HOUR_MS = 3_600_000;

const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    ago: fc.uniqueArray(fc.integer({ min: -40, max: 420 }), { minLength: 1, maxLength: 8 }),
    amountFen: fc.constantFrom(900, 4_000, 13_000, 60_000, 300_000),
    stage: fc.constantFrom(undefined, 'paid' as const, 'shipped' as const, 'completed' as const),
    pieces: fc.constantFrom(1, 8),
    supplyDays: fc.constantFrom(0, 30),
    openAfterSales: fc.constantFrom(0, 0, 0, 1),
    isUndisturbed: fc.constantFrom(false, false, false, true),
    contactedHoursAgo: fc.array(fc.integer({ min: 1, max: 40 * 24 }), { maxLength: 5 }),
  })
  .map(({ ago, amountFen, stage, contactedHoursAgo, ...rest }): Person => {
    const days = ago.map((one) => START - one).toSorted((a, b) => a - b);
    const contacts = contactedHoursAgo.map((hours) => ({
      ...makeContact({ isOffer: hours % 2 === 0 }),
      at: startOfDay(START) - hours * HOUR_MS,
    }));
    const seen = stage === undefined ? {} : { stage, stageDay: days.at(-1)! + 2 };
    return { days, amountsFen: days.map(() => amountFen), contacts, ...seen, ...rest };
  });

const anyOccasion = fc
  .record({
    kind: fc.constantFrom(
      'live' as const,
      'launch' as const,
      'sale' as const,
      'festival' as const,
      'memberDay' as const,
    ),
    fromHours: fc.integer({ min: -10 * 24, max: 20 * 24 }),
    lengthHours: fc.integer({ min: 1, max: 72 }),
  })
  .map(({ kind, fromHours, lengthHours }) => {
    const startAt = startOfDay(START) + fromHours * HOUR_MS;
    return makeOccasion({ id: `${kind} ${fromHours}`, kind, startAt, endAt: startAt + lengthHours * HOUR_MS });
  });

const anySetting: fc.Arbitrary<Setting> = fc.record({
  people: fc.array(anyPerson, { minLength: 1, maxLength: 6 }),
  occasions: fc.array(anyOccasion, { maxLength: 4 }),
  choices: fc.constantFrom({}, allOn),
  hours: fc
    .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 })
    .map((hours) => hours.toSorted((a, b) => a - b)),
});

/** What was done for one person, with what was done before the first day. */
function contactsOf(entries: readonly Entry[], person: number, { people }: Setting) {
  const done = entries.filter((entry) => entry.person === person && entry.heldBy === null);
  const before = (people[person]!.contacts ?? []).map(({ at, isOffer }) => ({ at, isOffer, playbookId: '' }));
  return { done, all: [...before, ...done].toSorted((a, b) => a.at - b.at) };
}

const isAnswer = (playbookId: string) => playbooks.find(({ id }) => id === playbookId)?.due?.job === 'calm';

describe('no schedule', () => {
  const runs = fc.tuple(anySetting).map(([setting]) => ({ setting, entries: runDays(setting, START, START + 35) }));

  test('approaches anybody in the quiet hours, or who asked for quiet', () => {
    fc.assert(
      fc.property(runs, ({ setting, entries }) => {
        for (const { at, heldBy, person, playbookId } of entries) {
          if (heldBy !== null) continue;
          expect(hourOf(at)).toBeGreaterThanOrEqual(9);
          expect(hourOf(at)).toBeLessThan(21);
          expect(setting.people[person]!.isUndisturbed && !isAnswer(playbookId)).toBeFalsy();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('comes closer than a day, oftener than three times a week, or with more than two offers a month', () => {
    fc.assert(
      fc.property(runs, ({ setting, entries }) => {
        for (const person of setting.people.keys()) {
          const { done, all } = contactsOf(entries, person, setting);
          for (const { at, isOffer, playbookId } of done) {
            if (isAnswer(playbookId)) continue;
            const before = all.filter((one) => one.at < at);
            const since = (days: number) => before.filter((one) => at - one.at < days * DAY_MS);
            expect(since(1)).toEqual([]);
            expect(since(7).length).toBeLessThan(contactLimits.contactsPer7Days);
            const offers = isOffer ? since(30).filter((one) => one.isOffer) : [];
            expect(offers.length).toBeLessThan(contactLimits.offersPer30Days);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('turns to anybody for what the card holds back', () => {
    fc.assert(
      fc.property(runs, ({ entries }) => {
        expect(entries.filter(({ heldBy, isOnCard }) => heldBy === null && !isOnCard)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('offers anything while a request waits, or does the same twice within its days', () => {
    fc.assert(
      fc.property(runs, ({ setting, entries }) => {
        for (const person of setting.people.keys()) {
          const { done } = contactsOf(entries, person, setting);
          const isWaiting = Boolean(setting.people[person]!.openAfterSales);
          expect(done.filter(({ isOffer }) => isOffer && isWaiting)).toEqual([]);
          for (const { id, due } of playbooks) {
            const days = done.filter(({ playbookId }) => playbookId === id).map(({ day }) => day);
            const gaps = days.slice(1).map((day, index) => day - days[index]!);
            expect(gaps.filter((gap) => gap < (due?.everyDays ?? 0))).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the ledger of contacts is the same in whatever order its events come', async () => {
  const now = startOfDay(START) + 12 * HOUR_MS;
  const anyDeed = fc.oneof(
    fc.record({
      kind: fc.constant('contact'),
      customer: fc.integer({ min: 0, max: 3 }),
      playbook: fc.constantFrom('silent-wake', 'birthday'),
    }),
    fc.record({
      kind: fc.constant('suggestionPutOff'),
      customer: fc.integer({ min: 0, max: 3 }),
      playbook: fc.constantFrom('silent-wake'),
    }),
    fc.record({ kind: fc.constant('undo'), of: fc.integer({ min: 0, max: 11 }) }),
  );
  const eventOf = (deed: Record<string, unknown>, at: number): EventRecord => {
    const customerId = makeCustomerId(Number(deed['customer'] ?? 0));
    const playbookId = String(deed['playbook']);
    const stamp = {
      id: String(at),
      device: 'd',
      at: now - at * DAY_MS,
      logicalTime: `${String(now - at * DAY_MS)}-${at}`,
    };
    const what = {
      contact: { contact: makeContact({ customerId, playbookId }), customerId },
      suggestionPutOff: { customerId, playbookId, untilDay: START + at, reason: null },
      undo: { eventId: String(deed['of']) },
    }[String(deed['kind'])];
    return { ...stamp, kind: deed['kind'], ...what } as EventRecord;
  };
  const anyLogs = fc.array(anyDeed, { maxLength: 12 }).chain((deeds) => {
    const log = deeds.map((deed, at) => {
      const event = eventOf(deed, at);
      return { ...event, logicalTime: event.at.toString(36).padStart(9, '0') + `-${at}` };
    });
    return fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }));
  });
  const readOf = async (log: EventRecord[]) => {
    const db = openTestDatabase();
    for (const event of log) await db.events.put(event);
    return [...(await readRecentDealings(db, now))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  };
  await fc.assert(
    fc.asyncProperty(anyLogs, async ([log, shuffled]) => {
      expect(await readOf([...shuffled, ...shuffled])).toEqual(await readOf(log));
    }),
    { numRuns: 15 },
  );
});
