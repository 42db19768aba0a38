import { expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import { nextLogicalTime } from '../../../lib/model/logical-time.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

test('an event without its stamp does not pass', () => {
  const stamp = { id: 'e1', device: 'seat-1', at: now, logicalTime: nextLogicalTime(null, now, 'seat-1') };
  expect(eventSchema.safeParse({ ...stamp, kind: 'undo', eventId: 'e0' }).success).toBe(true);
  expect(eventSchema.safeParse({ ...stamp, logicalTime: '', kind: 'undo', eventId: 'e0' }).success).toBe(false);
  expect(eventSchema.safeParse({ ...stamp, kind: 'delete', eventId: 'e0' }).success).toBe(false);
});

test('a suggestion is put off with a day, and a reason that is known or none', () => {
  const stamp = { id: 'e1', device: 'seat-1', at: now, logicalTime: nextLogicalTime(null, now, 'seat-1') };
  const putOff = { ...stamp, kind: 'suggestionPutOff', customerId: 'c1', playbookId: 'p1', untilDay: 20_700 };
  expect(eventSchema.safeParse({ ...putOff, reason: null }).success).toBe(true);
  expect(eventSchema.safeParse({ ...putOff, reason: 'notWorthIt' }).success).toBe(true);
  expect(eventSchema.safeParse({ ...putOff, reason: 'bored' }).success).toBe(false);
});
