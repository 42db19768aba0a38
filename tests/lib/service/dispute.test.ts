import { describe, expect, test } from 'vitest';
import fc from '../../support/fast-check.ts';
import { disputeRules, reasonGroups } from '../../../lib/rules/service.ts';
import {
  decide,
  hasGoods,
  type Dispute,
  type DisputeHistory,
  type DisputeTerms,
} from '../../../lib/service/dispute.ts';

const NOW = Date.parse('2026-08-06T10:00:00+08:00');
const DAY_MS = 86_400_000;
const newcomer: DisputeHistory = { claims: [], purchases: 1 };
const dispute = (changes: Partial<Dispute>): Dispute => ({
  amountFen: 1_500,
  labelId: null,
  words: '',
  isOwnWish: false,
  hasGoods: true,
  ...changes,
});
const nothingSaid: DisputeTerms = {
  goodsFen: null,
  isOfSeveral: false,
  freightFen: { out: null, back: null },
  authorityFen: null,
};
const decided = (changes: Partial<Dispute>, history = newcomer, terms: Partial<DisputeTerms> = {}) =>
  decide(dispute(changes), history, { ...nothingSaid, ...terms }, disputeRules, NOW);
const costsOf = (amountFen: number, terms: Partial<DisputeTerms>) =>
  Object.fromEntries(
    decided({ amountFen }, newcomer, terms).remedies.map(({ remedy, costFen, isAtMost }) => [
      remedy.id,
      [costFen, isAtMost],
    ]),
  );
const waysOf = (changes: Partial<Dispute>) => decided(changes).remedies.map(({ remedy }) => remedy.id);
const claimsAgo = (days: readonly number[], amountFen: number | null = 900): DisputeHistory => ({
  claims: days.map((ago) => ({ at: NOW - ago * DAY_MS, amountFen })),
  purchases: 9,
});

describe('a dispute', () => {
  test.each([
    [0, 'instant'],
    [2_000, 'instant'],
    [2_001, 'standard'],
    [9_999, 'standard'],
    [10_000, 'negotiate'],
    [1_000_000, 'negotiate'],
  ] as const)('over %i fen is decided as %s (CMP-14, CMP-15)', (amountFen, level) => {
    expect(decided({ amountFen }).level.id).toBe(level);
  });

  test.each(disputeRules.negotiatedLabels)('about %s is negotiated whatever the amount', (labelId) => {
    const { level, reasons, steps } = decided({ amountFen: 500, labelId });
    expect(level.id).toBe('negotiate');
    expect(reasons).toEqual([{ because: 'label', labelId }]);
    expect(steps.map(({ by }) => by)).toEqual(['staff', 'manager', 'owner']);
  });

  test.each([500, 5_000, 59_800])(
    'of who does not want it any more (%i fen) is made good with nothing',
    (amountFen) => {
      const { level, reasons, remedies, steps, mayAgree } = decided({ amountFen, isOwnWish: true });
      expect([level.id, steps, mayAgree]).toEqual(['ownWish', [], null]);
      expect(reasons).toEqual([{ because: 'ownWish' }]);
      expect(remedies.map(({ remedy, costFen }) => [remedy.id, costFen])).toEqual([['takeBack', null]]);
      expect(waysOf({ amountFen, isOwnWish: true, hasGoods: false })).toEqual(['stopAndRefund']);
    },
  );

  test('that tells of an injury is no mere wish', () => {
    const { level, toManager } = decided({ amountFen: 59_800, isOwnWish: true, words: '不想要了，用了过敏' });
    expect([level.id, toManager?.id]).toEqual(['negotiate', 'injury']);
  });

  test.each([1_500, 5_000, 59_800])(
    'over goods that the buyer has not got (%i fen) is settled without them',
    (amountFen) => {
      expect(waysOf({ amountFen, hasGoods: false }).toSorted()).toEqual(['refundOnly', 'resend']);
    },
  );

  test('of an amount that is not known is not refunded at once, and nobody is named who may', () => {
    const { level, reasons, mayAgree, remedies } = decided({ amountFen: null });
    expect([level.id, mayAgree]).toEqual(['standard', null]);
    expect(reasons).toEqual([{ because: 'unknownAmount' }]);
    expect(remedies.every(({ costFen }) => costFen === null)).toBe(true);
  });

  test('of a buyer with several small claims of late goes by the book', () => {
    expect(decided({}, claimsAgo([1, 30, 89])).level.id).toBe('standard');
    expect(decided({}, claimsAgo([1, 30, 89], null)).level.id).toBe('standard');
    expect(decided({}, claimsAgo([1, 30, 91])).level.id).toBe('instant');
    expect(decided({}, claimsAgo([1, 30, 89], 5_000)).level.id).toBe('instant');
  });

  test('costs what is asked for where it is refunded, and what else it costs is not made up', () => {
    expect(decided({}).remedies.map(({ remedy, costFen }) => [remedy.id, costFen])).toEqual([
      ['refundOnly', 1_500],
      ['resend', null],
    ]);
  });

  test('costs goods and the parcel where it is sent again, the way back where it is returned', () => {
    const freightFen = { out: 600, back: 800 };
    expect(costsOf(5_000, { goodsFen: 2_100, freightFen })).toEqual({
      resend: [2_700, false],
      partialRefund: [5_000, true],
      returnRefund: [800, false],
    });
    expect(costsOf(5_000, { goodsFen: 2_100, freightFen, isOfSeveral: true })['resend']).toEqual([2_700, true]);
  });

  test.each([
    ['the cost of the goods', { freightFen: { out: 600, back: null } }],
    ['the cost of a parcel', { goodsFen: 2_100 }],
  ])('sent again costs nobody knows what where %s is not said', (_, terms) => {
    expect(costsOf(5_000, terms)['resend']![0]).toBeNull();
  });

  test('is agreed to by the shop’s own limits where it said some', () => {
    const authorityFen = { staff: 5_000, manager: 50_000 };
    const byLimits = (amountFen: number) => decided({ amountFen }, newcomer, { authorityFen }).mayAgree;
    expect([5_000, 5_001, 50_000, 50_001].map(byLimits)).toEqual(['staff', 'manager', 'manager', 'owner']);
  });

  test('is agreed to by whoever may: the more it is, the higher up', () => {
    const rank = { staff: 0, manager: 1, owner: 2 };
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (amountFen) => rank[decided({ amountFen }).mayAgree!],
        );
        expect(less).toBeLessThanOrEqual(more!);
      }),
    );
    expect(decided({ amountFen: 2_000 }).mayAgree).toBe('staff');
    expect(decided({ amountFen: 2_001 }).mayAgree).toBe('manager');
    expect(decided({ amountFen: 20_001 }).mayAgree).toBe('owner');
  });

  describe.each(disputeRules.toManager)('that tells of $id', ({ id, examples, labels }) => {
    test.each(examples.found)('goes to the manager: %s', (words) => {
      expect(decided({ words }).toManager?.id).toBe(id);
    });

    test.each(examples.left)('and of nothing of the kind does not: %s', (words) => {
      expect(decided({ words }).toManager).toBeNull();
    });

    test('goes there by its label, too', () => {
      for (const labelId of labels) expect(decided({ labelId }).toManager?.id).toBe(id);
    });
  });
});

describe('whether the buyer has the goods', () => {
  const nothing = { type: null, labelId: null, orderStatus: null };
  test.each([
    ['by the case', { ...nothing, type: '未收货退款', orderStatus: 'completed' }, false],
    ['by the case', { ...nothing, type: '退货退款', labelId: 'late', orderStatus: 'paid' }, true],
    ['by the reason', { ...nothing, type: '仅退款', labelId: 'lost', orderStatus: 'completed' }, false],
    ['by the reason', { ...nothing, type: '仅退款', labelId: 'damaged', orderStatus: 'paid' }, true],
    ['by the order', { ...nothing, type: '仅退款', orderStatus: 'paid' }, false],
    ['by the order', { ...nothing, orderStatus: 'shipped' }, true],
    ['by nothing, so they may have', nothing, true],
  ] as const)('is told %s: %o', (_, told, isThere) => {
    expect(hasGoods(told, disputeRules)).toBe(isThere);
  });
});

test('the rules name labels and ways out that there are, and their amounts rise', () => {
  const labels = new Set(reasonGroups.flatMap((group) => group.labels.map(({ id }) => id)));
  const { levels, ownWish, goods, negotiatedLabels, toManager, remedies, authorityFen } = disputeRules;
  const named = [...negotiatedLabels, ...goods.labelsWithout, ...toManager.flatMap((each) => each.labels)];
  expect(named.filter((id) => !labels.has(id))).toEqual([]);
  const known = new Set(remedies.map(({ id }) => id));
  const ways = [...levels, ownWish.level].flatMap((level) => [...level.remedies, ...level.remediesWithoutGoods]);
  expect(ways.filter((id) => !known.has(id))).toEqual([]);
  const limits = levels.map(({ upToFen }) => upToFen ?? Infinity);
  expect(limits).toEqual(limits.toSorted((a, b) => a - b));
  expect(limits.at(-1)).toBe(Infinity);
  expect(authorityFen.staff).toBeLessThan(authorityFen.manager);
});
