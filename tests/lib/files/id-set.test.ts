import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { IdSet } from '../../../lib/files/id-set.ts';

const anyId = fc.oneof(
  fc.stringMatching(/^\d{1,20}$/),
  // Near each other, with noughts in front, and of all lengths.
  fc.integer({ min: 0, max: 40 }).map((number) => String(number).padStart(1 + (number % 20), '0')),
);

test('knows what was added and nothing else', () => {
  fc.assert(
    fc.property(fc.array(anyId, { maxLength: 300 }), fc.array(anyId), (added, asked) => {
      const ids = new IdSet();
      const known = new Set(added);
      for (const id of added) ids.add(id);
      for (const id of [...added, ...asked]) expect([id, ids.has(id)]).toEqual([id, known.has(id)]);
    }),
  );
});

test('holds as many as a large file has', () => {
  const ids = new IdSet();
  const idOf = (number: number) => String(3_499_999_999_999_999 - number * 977);
  for (let number = 0; number < 300_000; number += 1) ids.add(idOf(number));
  for (let number = 0; number < 300_000; number += 997) expect(ids.has(idOf(number))).toBe(true);
  expect(ids.has(idOf(300_001))).toBe(false);
});
