import { describe, expect, test } from 'vitest';
import { quietWishIn } from '../../../lib/actions/quiet-wish.ts';
import { quietWish } from '../../../lib/rules/quiet-wish.ts';
import { phrases } from '../../../scripts/scenes/material.ts';
import { buyerLines } from '../../support/buyer-lines.ts';

const hears = (...messages: string[]) => quietWishIn(messages, quietWish) !== null;

describe('a wish for quiet', () => {
  test.each(quietWish.examples)('is heard in “%s”', (text) => {
    expect(hears(text)).toBe(true);
  });

  test.each(quietWish.counterExamples)('is not heard in “%s”', (text) => {
    expect(hears(text)).toBe(false);
  });

  test('is the newest message that says so, as it was written', () => {
    expect(quietWishIn(['退订', '在吗', '别再给我发短信了！', '好的'], quietWish)).toBe('别再给我发短信了！');
    expect(quietWishIn([], quietWish)).toBeNull();
  });

  test.each([
    ['别再给我发短信', '别再给我发 短信'],
    ['ＴＤ', 'td'],
    ['退订。', '退订'],
  ])('is the same whether written %s or %s', (one, other) => {
    expect([hears(one), hears(other)]).toEqual([true, true]);
  });
});

/** Words were chosen by the other sets; `test` was only counted. */
describe('measured on what buyers write', () => {
  test.each(['test', 'dev', 'other-dev', 'unseen-1', 'unseen-2', 'unseen-3', 'voices'])('in the set %s', (name) => {
    const lines = buyerLines(name);
    const wishes = lines.filter(({ scenes }) => scenes.includes('optOut'));
    const found = wishes.filter(({ messages }) => hears(...messages)).length;
    const wrong = lines.filter(({ scenes, allow = [], messages }) => {
      return !scenes.includes('optOut') && !allow.includes('optOut') && hears(...messages);
    });
    console.log(`${name}: n = ${lines.length}, wishes ${wishes.length}, heard ${found}, wrongly ${wrong.length}`);
    expect(wrong.map(({ messages }) => messages.join(' / '))).toEqual([]);
    expect(found / wishes.length).toBeGreaterThanOrEqual(0.8);
  });

  test('of ten thousand phrases about something else none is taken for one', () => {
    const others = phrases().filter(({ scenes, allow = [] }) => ![...scenes, ...allow].includes('optOut'));
    expect(others.length).toBeGreaterThan(9_000);
    expect(others.filter(({ messages }) => hears(...messages)).map(({ messages }) => messages.join(' / '))).toEqual([]);
  });
});
