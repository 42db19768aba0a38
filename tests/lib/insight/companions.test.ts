import { describe, expect, test } from 'vitest';
import {
  articlePairs,
  companionsOf,
  MIN_BOTH,
  MIN_BUYERS,
  type OwnedArticle,
} from '../../../lib/insight/companions.ts';
import { finish } from '../../../lib/insight/steps.ts';
import { randomFrom } from '../../support/simulate-shop.ts';

const article = (key: string, day: number, changes: Partial<OwnedArticle> = {}): OwnedArticle => ({
  key,
  title: key,
  day,
  priceFen: 5_000,
  category: 0,
  ...changes,
});
const shampoo = (day = 1) => article('shampoo', day);
const conditioner = (day = 1, priceFen = 4_000) => article('conditioner', day, { priceFen });
const times = (count: number, basket: () => OwnedArticle[]) => Array.from({ length: count }, basket);
const pairsOf = (...baskets: OwnedArticle[][][]) => finish(articlePairs(baskets.flat()));
/** 200 who bought something else keep what is usual low. */
const others = times(200, () => [article('towel', 1)]);

describe('articles go together', () => {
  test('where far more of those who have the one bought the other than is usual', () => {
    const { customers, pairs } = pairsOf(
      others,
      times(38, () => [shampoo(), conditioner(5)]),
      times(82, () => [shampoo()]),
    );
    expect(customers).toBe(320);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      key: 'shampoo',
      otherKey: 'conditioner',
      kind: 'complement',
      buyers: 120,
      both: 38,
    });
    expect(pairs[0]!.least).toBeCloseTo(0.241, 2);
    expect(pairs[0]!.usual).toBeCloseTo(38 / 320);
  });

  test('never by few: not of an article that few bought, nor of few who bought both', () => {
    expect(
      pairsOf(
        others,
        times(MIN_BUYERS - 1, () => [shampoo(), conditioner(5)]),
      ).pairs,
    ).toEqual([]);
    const few = times(MIN_BOTH - 1, () => [shampoo(), conditioner(5)]);
    const enough = times(MIN_BUYERS, () => [shampoo()]);
    const alone = times(MIN_BUYERS, () => [conditioner()]);
    expect(
      pairsOf(
        times(5_000, () => [article('towel', 1)]),
        few,
        enough,
        alone,
      ).pairs,
    ).toEqual([]);
  });

  test('never by chance: of a hundred articles bought at random hardly a pair is told', () => {
    const random = randomFrom(7);
    const baskets = Array.from({ length: 3_000 }, () =>
      [...new Set([1, 2, 3].map(() => `article ${Math.floor(random() * 30)}`))].map((key) =>
        article(key, Math.floor(random() * 300)),
      ),
    );
    const { pairs } = finish(articlePairs(baskets));
    expect(pairs.length).toBeLessThan(0.03 * 30 * 29);
  });

  test.each<[string, OwnedArticle, string]>([
    ['an upgrade: later, dearer, of the same kind', conditioner(9, 6_000), 'upgrade'],
    ['a complement: later, not dearer', conditioner(9, 5_000), 'complement'],
    ['a complement: later, dearer, of another kind', { ...conditioner(9, 6_000), category: 1 }, 'complement'],
    ['a complement: the kinds are not known', { ...conditioner(9, 6_000), category: null }, 'complement'],
    ['a bundle: on the same day', conditioner(1, 6_000), 'bundle'],
  ])('as %s', (_, other, kind) => {
    const { pairs } = pairsOf(
      others,
      times(60, () => [shampoo(), other]),
      times(20, () => [shampoo()]),
    );
    expect(pairs.find(({ key }) => key === 'shampoo')).toMatchObject({ otherKey: 'conditioner', kind });
  });

  test('in the order in which they are bought: what came first is not offered after it', () => {
    const { pairs } = pairsOf(
      others,
      times(60, () => [shampoo(), conditioner(9)]),
    );
    expect(pairs.map(({ key, otherKey }) => `${key} ${otherKey}`)).toEqual(['shampoo conditioner']);
  });
});

test('a customer is named what they do not have yet, one of each kind', () => {
  const shop = pairsOf(
    others,
    times(60, () => [shampoo(), conditioner(9)]),
  );
  expect(companionsOf(new Set(['shampoo']), shop).map(({ otherKey }) => otherKey)).toEqual(['conditioner']);
  expect(companionsOf(new Set(['shampoo', 'conditioner']), shop)).toEqual([]);
  expect(companionsOf(new Set(['towel']), shop)).toEqual([]);
});
