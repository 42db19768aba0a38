import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { logicalTimeFrom, nextLogicalTime } from '../../../lib/model/logical-time.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

test('later events have a later logical time, as text', () => {
  const first = nextLogicalTime(null, now, 'seat-1');
  const second = nextLogicalTime(first, now + 1, 'seat-1');
  expect(second > first).toBe(true);
});

test('two events of one millisecond are told apart', () => {
  const first = nextLogicalTime(null, now, 'seat-1');
  const second = nextLogicalTime(first, now, 'seat-1');
  expect(second > first).toBe(true);
});

test('it never goes back, however the clock jumps', () => {
  const anyClock = fc.array(fc.integer({ min: 1, max: Date.UTC(2100, 0, 1) }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(anyClock, fc.constantFrom('a', 'seat-1', 'zz-9-zz'), (clock, device) => {
      const times: string[] = [];
      for (const at of clock) times.push(nextLogicalTime(times.at(-1) ?? null, at, device));
      expect(times).toEqual(times.toSorted());
      expect(new Set(times).size).toBe(times.length);
    }),
  );
});

test('a thousand events while the clock stands an hour behind keep their order', () => {
  const times = [nextLogicalTime(null, now, 'seat-1')];
  for (let event = 0; event < 1_000; event += 1) times.push(nextLogicalTime(times.at(-1)!, now - 3_600_000, 'seat-1'));
  expect(times).toEqual(times.toSorted());
});

test('the events from a moment on sort behind it, those before in front', () => {
  const from = logicalTimeFrom(now);
  expect(nextLogicalTime(null, now, 'seat-1') > from).toBe(true);
  expect(nextLogicalTime(null, now - 1, 'seat-1') < from).toBe(true);
  expect(logicalTimeFrom(-5)).toBe(logicalTimeFrom(0));
});
