import { describe, expect, test } from 'vitest';
import { shownName, tailOfUid, type BuyerClues } from '../../../../lib/insight/identity/buyer-clues.ts';
import { nameShares } from '../../../../lib/insight/identity/compare.ts';
import { propose, scored } from '../../../../lib/insight/identity/propose.ts';
import { linkModel } from '../../../../lib/rules/identity.ts';
import { populationOf } from '../../../../scripts/bench/identity/population.ts';
import { tally } from '../../../../scripts/bench/identity/tally.ts';

const names = nameShares(
  linkModel,
  new Map([
    ['', 10_000],
    ['t', 4_500],
    ['半', 20],
    ['张', 300],
  ]),
);
const ground = { model: linkModel, names, buyers: 5_000 };

const party = (id: string, changes: Partial<BuyerClues> = {}): BuyerClues => ({
  party: id,
  tails: ['020839'],
  name: '半**',
  keys: [],
  phoneHash: null,
  place: null,
  ...changes,
});
const account = (id: string, changes: Partial<BuyerClues> = {}) =>
  party(id, { name: '半夏种花', keys: [{ kind: 'uid', id }], ...changes });
const probabilityOf = (one: BuyerClues, other: BuyerClues, ...rivals: BuyerClues[]) =>
  scored(one, [other, ...rivals], ground).find(({ parties }) => parties[1] === other.party)!.probability;

describe('what a name shows', () => {
  test.each([
    ['w**', 'w', null, null],
    ['牛**', '牛', null, null],
    ['f***h（匿名）', 'f', 'h', null],
    ['张*', '张', null, null],
    ['jd_7c****1e', 'j', null, null],
    ['半夏种花', '半', '花', '半夏种花'],
    ['tb6125470', 't', '0', 'tb6125470'],
  ])('%s', (name, first, last, whole) => {
    expect(shownName(name)).toEqual({ first, last, whole });
  });

  test.each(['**', '***h', ''])('%j shows nothing of it', (name) => {
    expect(shownName(name)).toBeNull();
  });
});

test.each([
  // Two captured pages: uid …294577 with orders …297745, uid …676414 with orders …671464.
  ['2208294577', '297745'],
  ['1033676414', '671464'],
])('orders of the uid %s end in %s', (key, tail) => {
  expect(tailOfUid(key)).toBe(tail);
});

test.each(['12345', 'AbCdEf0123456789xyz'])('%s is no uid that orders could end like', (key) => {
  expect(tailOfUid(key)).toBeNull();
});

describe('the chance that two are one', () => {
  test('is the greater, the rarer the character is that both begin with', () => {
    const [common, some, rare] = ['t**', '张**', '半**'].map((name) =>
      probabilityOf(party('a', { name }), party('b', { name })),
    );
    expect(common).toBeLessThan(some!);
    expect(some).toBeLessThan(rare!);
  });

  test('is as the formula has it', () => {
    // Prior 0.3 / 5,000; tail 0.75 / 0.000001; first character 0.97 / ((20 + 200 x 0.005) / 10,200).
    const odds = (0.3 / 5_000) * (0.75 / 0.000_001) * (0.97 / (21 / 10_200));
    expect(probabilityOf(party('a'), party('b'))).toBeCloseTo(odds / (1 + odds), 12);
  });

  test.each<[string, Partial<BuyerClues>, Partial<BuyerClues>]>([
    ['the last character', { name: '半***花' }, { name: '半***花' }],
    ['the city', { place: { province: '浙江', city: '杭州' } }, { place: { province: '浙江', city: '杭州' } }],
    ['the phone', { phoneHash: 'x' }, { phoneHash: 'x' }],
  ])('grows with %s', (_, left, right) => {
    expect(probabilityOf(party('a', left), party('b', right))).toBeGreaterThan(probabilityOf(party('a'), party('b')));
  });

  test.each<[string, Partial<BuyerClues>, Partial<BuyerClues>]>([
    ['the first character differs', { name: '张**' }, {}],
    ['the last character differs', { name: '半***花' }, { name: '半***茶' }],
    ['the province differs', { place: { province: '浙江', city: null } }, { place: { province: '云南', city: null } }],
    ['the phone differs', { phoneHash: 'x' }, { phoneHash: 'y' }],
  ])('shrinks where %s', (_, left, right) => {
    expect(probabilityOf(party('a', left), party('b', right))).toBeLessThan(probabilityOf(party('a'), party('b')));
  });

  test('is shared out where two accounts could be meant, also between masks', () => {
    const [one, other] = [account('1001'), account('1002', { name: '半山听雨' })];
    expect(probabilityOf(party('a'), one)).toBeGreaterThan(0.999);
    expect(probabilityOf(party('a'), one, other)).toBeCloseTo(0.5, 2);
    expect(probabilityOf(party('a'), party('b'), one, other)).toBeCloseTo(0.5, 2);
  });

  test('is nothing between two accounts', () => {
    expect(scored(account('1001'), [account('1002')], ground)).toEqual([]);
  });

  test('of keys of two kinds, which may be one person’s, is worked out', () => {
    const reviewer = party('s', { keys: [{ kind: 'securityuid', id: 's' }] });
    expect(propose(account('1001'), [reviewer], ground)).toHaveLength(1);
  });
});

describe('in an invented shop', () => {
  const traits = { showsLast: false, withPlace: 0.3, constantTail: 0.75, known: 0.1 };

  test('fewer than 1 in 10,000 proposed links are wrong, and a good part is found', () => {
    const rows = [1, 2, 3].map((seed) => tally(populationOf(4_000, seed, traits)));
    const sum = (name: 'proposed' | 'wrong' | 'found' | 'findable') =>
      rows.reduce((total, row) => total + row.find(({ threshold }) => threshold === linkModel.proposeFrom)![name], 0);
    expect(sum('proposed')).toBeGreaterThan(5_000);
    expect(sum('wrong') / sum('proposed')).toBeLessThan(1 / 10_000);
    expect(sum('found') / sum('findable')).toBeGreaterThan(0.25);
  });

  test('the lower the threshold, the more is found and the more is wrong', () => {
    const row = tally(populationOf(4_000, 4, traits));
    for (const [index, each] of row.entries()) {
      if (index === 0) continue;
      expect(each.proposed).toBeLessThanOrEqual(row[index - 1]!.proposed);
      expect(each.wrong).toBeLessThanOrEqual(row[index - 1]!.wrong);
    }
    expect(row[0]!.wrong).toBeGreaterThan(0);
  });
});
