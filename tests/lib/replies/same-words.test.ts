import { expect, test } from 'vitest';
import { SAME_WORDS_BUYERS, sameWords } from '../../../lib/replies/same-words.ts';

const today = 20_671;
const usedFor = (buyers: number, day = today) => ({
  day,
  customerIds: new Set(Array.from({ length: buyers }, (_, at) => `c${at}`)),
});
const unasked = { customerId: 'new', isAnswer: false, today };

test('words that many got today read like a mass message, unless they answer', () => {
  expect(sameWords(usedFor(SAME_WORDS_BUYERS), unasked)).toEqual({ kind: 'toMany', buyers: SAME_WORDS_BUYERS });
  expect(sameWords(usedFor(SAME_WORDS_BUYERS - 1), unasked)).toBeNull();
  expect(sameWords(usedFor(SAME_WORDS_BUYERS), { ...unasked, isAnswer: true })).toBeNull();
});

test('a buyer who got them today is not to get them again, not as an answer either', () => {
  expect(sameWords(usedFor(1), { ...unasked, customerId: 'c0', isAnswer: true })).toEqual({ kind: 'toBuyer' });
});

test('another day counts for nothing, nor does what was never used', () => {
  expect(sameWords(usedFor(500, today - 1), { ...unasked, customerId: 'c0' })).toBeNull();
  expect(sameWords(null, unasked)).toBeNull();
});
