import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { packOf, ruleParts } from '../../support/make-pack.ts';

const concepts = {
  review: { words: ['好评', '五星'] },
  gift: { words: ['红包', '送(您|你)'] },
  photo: { words: ['晒图'] },
  platform: { words: ['平台'] },
};

function found(text: string, trigger: Record<string, unknown>): string[] {
  const pack = packOf({ concepts, rules: [ruleParts({ triggers: [trigger] })] });
  return lint(text, pack, { platform: 'jd' }).map(({ start, end }) => text.slice(start, end));
}

describe('a frame', () => {
  const frame = { frame: ['review', 'gift'], gap: 4 };

  test('is filled in any order, and the finding reaches over all of it', () => {
    expect(found('亲,好评就送您', frame)).toEqual(['好评就送您']);
    expect(found('红包等您五星', frame)).toEqual(['红包等您五星']);
  });

  test('asks for all of its slots, close together', () => {
    expect(found('谢谢您的好评', frame)).toEqual([]);
    expect(found('好评我们都会看的送您', frame)).toEqual([]);
  });

  test('stays in one sentence, unless it says otherwise', () => {
    expect(found('好评。红包', frame)).toEqual([]);
    expect(found('好评。红包', { ...frame, reach: 'message' })).toEqual(['好评。红包']);
    expect(found('好评,红包', { ...frame, reach: 'clause' })).toEqual([]);
  });

  test('may ask for an order', () => {
    expect(found('红包好评', { ...frame, inOrder: true })).toEqual([]);
    expect(found('好评红包', { ...frame, inOrder: true })).toEqual(['好评红包']);
  });

  test('is none where a word in the sentence says that something else is meant', () => {
    const guarded = { ...frame, without: ['platform'] };
    expect(found('平台好评红包', guarded)).toEqual([]);
    expect(found('平台说的。好评红包', guarded)).toEqual(['好评红包']);
  });

  test('may leave a slot to several concepts', () => {
    expect(found('晒图红包', { frame: ['review|photo', 'gift'] })).toEqual(['晒图红包']);
  });
});

test('a frame of concepts that the pack does not have is refused with its name', () => {
  expect(() => packOf({ concepts, rules: [ruleParts({ triggers: [{ frame: ['nobody'] }] })] })).toThrow(
    /TST-01: expected a concept of the pack, found .*nobody/,
  );
});
