import { describe, expect, test } from 'vitest';
import { compileCategories } from '../../../lib/insight/categories/title-reader.ts';
import { categories } from '../../../lib/rules/categories.ts';

const reader = compileCategories(categories);
const numbered = categories.map((category, number) => ({ ...category, number }));

describe.each(numbered)('category $id', ({ number, words, unless, supply, source, examples }) => {
  test.each(examples.is)('is that of "%s"', (title) => {
    expect(reader.categoryOf(title)).toBe(number);
  });

  test.each(examples.isNot)('is not that of its neighbour "%s"', (title) => {
    expect(reader.categoryOf(title)).not.toBe(number);
  });

  test('can be told by each of its words', () => {
    const silenced = words.filter((word) => unless.some((phrase) => word.includes(phrase)));
    expect(silenced).toEqual([]);
    expect(words.filter((word) => reader.categoryOf(word) !== number)).toEqual([]);
  });

  test('names the rule behind its numbers, or says that they are ours', () => {
    for (const rule of [...source, ...supply.flatMap((one) => one.source)]) expect(rule).toMatch(/^(CHN-\d{2}|ours)$/);
  });
});

const supplyExamples = categories.flatMap(({ id, supply }) =>
  supply.flatMap(({ examples }) => examples.map((example) => ({ id, ...example }))),
);
test.each(supplyExamples)('$id: $quantity of "$title" last $days days', ({ title, quantity, days }) => {
  expect(reader.supplyDaysOf(title, quantity)).toBe(days);
});

test('no word is in two categories', () => {
  const words = categories.flatMap((category) => category.words);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
});

test('categories keep their numbers: customers are stored with them', () => {
  expect(categories.map(({ id }) => id)).toEqual([
    'beauty',
    'apparel',
    'food',
    'motherBaby',
    'household',
    'pet',
    'health',
    'digital',
    'appliance',
    'home',
  ]);
});

test.each([
  ['beauty', 30, 30],
  ['apparel', 60, 60],
  ['food', 30, 30],
  ['digital', null, 180],
])('%s returns after %s days and is looked ahead for %i', (id, cycleDays, horizonDays) => {
  expect(categories.find((category) => category.id === id)).toMatchObject({ cycleDays, horizonDays });
});
