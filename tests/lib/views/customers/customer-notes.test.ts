import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../../../lib/model/event.ts';
import { MAX_NOTE_CHARS } from '../../../../lib/model/limits.ts';
import { isTag, MAX_TAG_CHARS, tagEnd, tagKey } from '../../../../lib/model/tag.ts';
import { recordCustomerNote, recordCustomerTag } from '../../../../lib/pipeline/record-customer-note.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import type { EventRecord } from '../../../../lib/store/database.ts';
import { customerNotesIn, readCustomerNotes, readTags } from '../../../../lib/views/customers/customer-notes.ts';
import fc from '../../../support/fast-check.ts';
import { makeCustomerId } from '../../../support/make-history.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const now = Date.UTC(2026, 10, 30);
const [someone, other, nobody] = [1, 2, 3].map(makeCustomerId) as [string, string, string];

const tagsOf = async (db: ReturnType<typeof openTestDatabase>, id = someone) =>
  (await readCustomerNotes(db, [id])).get(id)?.tags.map(({ tag }) => tag) ?? [];

describe('a tag', () => {
  test('is put on, taken off, and back after an undo', async () => {
    const db = openTestDatabase();
    await recordCustomerTag(db, { customerId: someone, tag: '爱比价', isOn: true }, now);
    const off = await recordCustomerTag(db, { customerId: someone, tag: '爱比价', isOn: false }, now + 1);
    expect(await tagsOf(db)).toEqual([]);
    await undoEvent(db, off, now + 2);
    expect(await tagsOf(db)).toEqual(['爱比价']);
    expect(await tagsOf(db, nobody)).toEqual([]);
  });

  test('is one whatever its case and width, as it was first written', async () => {
    const db = openTestDatabase();
    await recordCustomerTag(db, { customerId: someone, tag: 'VIP', isOn: true }, now);
    await recordCustomerTag(db, { customerId: someone, tag: 'ｖｉｐ', isOn: true }, now + 1);
    expect(await tagsOf(db)).toEqual(['VIP']);
    await recordCustomerTag(db, { customerId: someone, tag: 'vip', isOn: false }, now + 2);
    expect(await tagsOf(db)).toEqual([]);
  });

  test('of the shop is offered, the one that most customers have first', async () => {
    const db = openTestDatabase();
    await recordCustomerTag(db, { customerId: someone, tag: '送礼', isOn: true }, now);
    await recordCustomerTag(db, { customerId: someone, tag: '爱比价', isOn: true }, now + 1);
    await recordCustomerTag(db, { customerId: other, tag: '爱比价', isOn: true }, now + 2);
    expect(await readTags(db)).toEqual(['爱比价', '送礼']);
    expect(await readTags(openTestDatabase())).toEqual([]);
  });

  test.each(['', '两 个', '老客且熟', 'a,b', '标签：熟', '一二三四五六七八九十一二三', '\u0001lk1'])(
    'is refused as %j',
    (tag) => {
      expect(isTag(tag)).toBe(false);
      const stamp = { id: 'a', device: 'd', at: now, logicalTime: 'x' };
      const event = { ...stamp, kind: 'customerTagged', customerId: someone, isOn: true };
      expect(eventSchema.safeParse({ ...event, tag }).success).toBe(false);
      expect(eventSchema.safeParse({ ...event, tag: '熟客' }).success).toBe(true);
    },
  );

  test('that may be one stands in a line up to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: MAX_TAG_CHARS }), (text) => {
        if (!isTag(text)) return;
        expect(tagEnd(`标签:${text} 且 老客`, 3)).toBe(3 + text.length);
        expect(tagKey(tagKey(text))).toBe(tagKey(text));
      }),
    );
  });
});

test('a note is changed, removed, and back after an undo; it is short', async () => {
  const db = openTestDatabase();
  const noteOf = async () => (await readCustomerNotes(db, [someone])).get(someone)?.note?.text ?? null;
  await recordCustomerNote(db, { customerId: someone, text: '喜欢小份' }, now);
  await recordCustomerNote(db, { customerId: someone, text: '喜欢大份' }, now + 1);
  expect(await noteOf()).toBe('喜欢大份');
  const removal = await recordCustomerNote(db, { customerId: someone, text: null }, now + 2);
  expect(await noteOf()).toBeNull();
  await undoEvent(db, removal, now + 3);
  expect(await noteOf()).toBe('喜欢大份');
  const stamp = { id: 'a', device: 'd', at: now, logicalTime: 'x' };
  const long = { ...stamp, kind: 'customerNoted', customerId: someone, text: 'x'.repeat(MAX_NOTE_CHARS + 1) };
  expect(eventSchema.safeParse(long).success).toBe(false);
});

test('tags and note of parties that a link makes one customer are the customer’s', async () => {
  const db = openTestDatabase();
  await db.linkedParties.bulkPut([someone, other].map((party) => ({ party, customerId: someone, shopId: 's' })));
  await recordCustomerTag(db, { customerId: other, tag: '送礼', isOn: true }, now);
  expect(await tagsOf(db)).toEqual(['送礼']);
});

test('tags and note are the same in whatever order events are read', () => {
  const anyEvent = fc.oneof(
    fc.record({
      kind: fc.constant('customerTagged'),
      tag: fc.constantFrom('a', 'b', 'A'),
      isOn: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('customerNoted'), text: fc.constantFrom('x', 'y', null) }),
    fc.record({ kind: fc.constant('undo'), eventId: fc.integer({ min: 0, max: 9 }).map(String) }),
  );
  const anyLog = fc.array(anyEvent, { maxLength: 10 }).chain((events) => {
    const log = events.map((event, at) => ({
      ...event,
      id: String(at),
      at,
      customerId: someone,
      logicalTime: String(at),
    }));
    return fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }));
  });
  fc.assert(
    fc.property(anyLog, ([log, shuffled]) => {
      const read = (events: object[]) => customerNotesIn(events as EventRecord[]);
      expect(read(shuffled)).toEqual(read(log));
    }),
  );
});
