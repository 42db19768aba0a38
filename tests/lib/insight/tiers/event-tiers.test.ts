import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../../lib/insight/ledger/ledger.ts';
import {
  eventTierAt,
  eventTierColumn,
  readEvent,
  resolveEventTiers,
} from '../../../../lib/insight/tiers/event-tiers.ts';
import { eventTierGroups } from '../../../../lib/rules/tiers.ts';
import { TODAY, makeHistory, makeRows } from '../../../support/make-history.ts';

interface Bought {
  ago: number;
  pieces?: number;
  amountFen?: number | null;
}
const shopOf = (customers: readonly Bought[][]) =>
  ledgerOf(
    makeRows(
      customers.map((bought) => ({
        ...makeHistory([]),
        purchases: bought
          .map(({ ago, pieces = 1, amountFen = 10_000 }) => ({ day: TODAY - ago, pieces, amountFen }))
          .toSorted((a, b) => a.day - b.day),
      })),
    ),
  );
/** The event took place from 12 to 10 days ago. */
const event = { fromDay: TODAY - 12, toDay: TODAY - 10 };
const group = (id: string) => eventTierGroups.find((one) => one.id === id)!;

function tierIds(groupId: string, customers: readonly Bought[][], asOfDay = TODAY, values = {}) {
  const tiers = resolveEventTiers(group(groupId), values);
  const read = readEvent(shopOf(customers), event, asOfDay);
  const ids = [...eventTierColumn(read, tiers)].map((number) => tiers[number - 1]?.id ?? null);
  expect(ids).toEqual(customers.map((_, row) => eventTierAt(read, row, tiers)?.tier.id ?? null));
  return ids;
}

describe('by pieces bought in the event (SEG-38)', () => {
  test.each([
    [1, 'taster'],
    [2, 'taster'],
    [3, 'steady'],
    [5, 'steady'],
    [6, 'stocker'],
    [255, 'stocker'],
  ])('%i pieces make a %s', (pieces, id) => {
    expect(tierIds('byPieces', [[{ ago: 11, pieces }]])).toEqual([id]);
  });

  test('those of all its days count together, those of other days do not', () => {
    const customer = [13, 12, 10, 9].map((ago) => ({ ago, pieces: 3 }));
    expect(tierIds('byPieces', [customer, [{ ago: 13 }], [{ ago: 9 }]])).toEqual(['stocker', null, null]);
  });

  test('where some are not known, the known ones suffice or nothing is said', () => {
    const unknown = { ago: 12, pieces: 0 };
    expect(
      tierIds('byPieces', [
        [unknown, { ago: 11, pieces: 6 }],
        [unknown, { ago: 11, pieces: 2 }],
      ]),
    ).toEqual(['stocker', null]);
  });

  test('watchers are not countable, and the data says why', () => {
    const watcher = group('byPieces').tiers.find(({ id }) => id === 'watcher')!;
    expect(watcher.isCountable).toBe(false);
    expect(watcher.note!.zh).toMatch(/观众名单/);
  });

  test('the shop may draw the lines elsewhere', () => {
    expect(tierIds('byPieces', [[{ ago: 11, pieces: 6 }]], TODAY, { eventStockerPieces: 10 })).toEqual(['steady']);
  });
});

describe('by value in the event', () => {
  test('a basket over 500 yuan or several pieces are high value (SEG-35)', () => {
    expect(
      tierIds('byValue', [
        [{ ago: 11, amountFen: 50_001 }],
        [{ ago: 11, amountFen: 50_000 }],
        [{ ago: 11, pieces: 3 }],
        [{ ago: 11, pieces: 2 }],
        [{ ago: 11, amountFen: null }],
      ]),
    ).toEqual(['liveHighValue', 'livePotential', 'liveHighValue', 'livePotential', 'livePotential']);
  });

  test('a first order is promising until the second, then ordinary (SEG-36)', () => {
    expect(tierIds('byValue', [[{ ago: 11 }], [{ ago: 11 }, { ago: 2 }], [{ ago: 40 }, { ago: 11 }]])).toEqual([
      'livePotential',
      'liveOrdinary',
      'liveOrdinary',
    ]);
  });

  test('without another purchase for over 90 days it is dormant (SEG-37)', () => {
    expect(tierIds('byValue', [[{ ago: 11 }]], event.fromDay + 1 + 90)).toEqual(['livePotential']);
    expect(tierIds('byValue', [[{ ago: 11 }]], event.fromDay + 1 + 91)).toEqual(['liveDormant']);
  });

  test('purchases after the day of reading are not looked at', () => {
    expect(tierIds('byValue', [[{ ago: 11 }, { ago: 2 }]], TODAY - 5)).toEqual(['livePotential']);
    expect(tierIds('byValue', [[{ ago: 11 }]], TODAY - 13)).toEqual([null]);
  });
});

test('each tier of an event comes with the numbers it rests on', () => {
  const read = readEvent(shopOf([[{ ago: 11, pieces: 7 }]]), event, TODAY);
  expect(eventTierAt(read, 0, resolveEventTiers(group('byPieces'), {}))!.evidence).toEqual([
    { metric: 'knownPieces', is: '>', value: 5, actual: 7 },
  ]);
});

test('an event that ends before it begins is refused', () => {
  expect(() => readEvent(shopOf([]), { fromDay: 5, toDay: 4 }, TODAY)).toThrow('ends on or after day 5');
});
