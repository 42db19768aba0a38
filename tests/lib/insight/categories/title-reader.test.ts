import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { Category, SupplyRule } from '../../../../lib/insight/categories/category-schema.ts';
import { compileCategories } from '../../../../lib/insight/categories/title-reader.ts';
import { categories as shipped } from '../../../../lib/rules/categories.ts';

const label = { zh: '…', en: '…' };
const make = (id: string, words: string[], unless: string[] = [], supply: SupplyRule[] = []): Category => ({
  id,
  label,
  cycleDays: null,
  horizonDays: 30,
  source: ['ours'],
  thresholds: {},
  words,
  unless,
  supply,
  examples: { is: [], isNot: [] },
});
const perKilogram: SupplyRule = {
  per: 'kilogram',
  words: ['猫粮'],
  source: ['ours'],
  note: label,
  days: 10,
  examples: [],
} as const;
const reader = compileCategories([
  make('beauty', ['洗面奶', '面霜'], ['宠物']),
  make('baby', ['奶粉', '婴儿面霜']),
  make('pet', ['猫粮', '湿粮'], [], [perKilogram]),
]);

describe('the category of a title', () => {
  test.each<[string, number | null, string]>([
    ['氨基酸洗面奶 120g', 0, 'a word stands in it'],
    ['ＣＣ面霜', 0, 'width is folded'],
    ['男士洗面奶粉色装', 0, 'a word is not read across the end of another'],
    ['婴儿面霜', 1, 'the longer word is read, not the one inside it'],
    ['天猫 洗面奶', 0, 'a platform is not an animal'],
    ['面霜 猫粮', null, 'two speak as strongly'],
    ['洗面奶 猫粮', null, 'one speaks louder, but not clearly'],
    ['洗面奶 面霜 猫粮', 0, 'one speaks clearly'],
    ['猫粮 猫粮 猫粮 面霜', null, 'saying it often makes it no louder'],
    ['宠物洗面奶', null, 'a neighbour speaks against it'],
    ['', null, 'there is nothing'],
    ['运费补差价', null, 'no word is known'],
  ])('of "%s" is %s: %s', (title, category) => {
    expect(reader.categoryOf(title)).toBe(category);
  });

  test('is one of the shipped ones or none, whatever the title', () => {
    const all = compileCategories(shipped);
    const words = shipped.flatMap((category) => [...category.words, ...category.unless]);
    const anyTitle = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyTitle, fc.integer({ min: -1, max: 300 }), (title, quantity) => {
        const category = all.categoryOf(title);
        const days = all.supplyDaysOf(title, quantity);
        expect(category === null || category in shipped).toBe(true);
        expect(days === null || (category !== null && Number.isInteger(days) && days >= 1)).toBe(true);
      }),
    );
  });
});

describe('how long a purchase lasts', () => {
  test.each([
    ['猫粮 2kg', 1, 20],
    ['猫粮 2kg', 3, 60],
    ['猫粮 500g*4袋', 1, 20],
    ['猫粮 500克×4', 1, 20],
    ['猫粮 4袋*500g', 1, 20],
    ['猫粮 1.5公斤/袋*2', 1, 30],
    ['猫粮 4斤装', 1, 20],
    ['猫粮 2kg+500g*2袋', 1, 30],
    ['2KG 猫粮 大包装2kg', 1, 20],
    ['猫粮 2kg 5kg 可选', 1, null],
    ['猫粮', 1, null],
    ['猫粮 2kg*2026', 1, null],
    ['猫粮 5gb 2kgs', 1, null],
    ['猫粮 2kg', 0, null],
    ['湿粮 2kg', 1, null],
    ['洗面奶 2kg', 1, null],
    ['猫粮 1g', 1, 1],
  ])('"%s" × %i: %s days', (title, quantity, days) => {
    expect(reader.supplyDaysOf(title, quantity)).toBe(days);
  });
});
