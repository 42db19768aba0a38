import { expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import { recordContact, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { readCustomerView } from '../../../lib/views/customers/customer-view.ts';
import { makeContact } from '../../support/make-contact.ts';
import { afterDeathOf, openTestDatabase, watchWrites } from '../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const contact = makeContact({ playbookId: 'silent-wake', isOffer: true });

test('a contact is one event, which passes its own border', async () => {
  const db = openTestDatabase();
  const eventId = await recordContact(db, contact, now);
  const [event] = await db.events.toArray();
  expect(event).toMatchObject({ id: eventId, kind: 'contact', at: now, contact, customerId: contact.customerId });
  expect(eventSchema.safeParse(event).success).toBe(true);
});

test('an undo is a further event; what it undoes stays in the log and leaves the view', async () => {
  const db = openTestDatabase();
  const kept = await recordContact(db, contact, now);
  const undone = await recordContact(db, contact, now + 1_000);
  const writes = watchWrites(db);
  await undoEvent(db, undone, now + 2_000);
  expect(writes.filter((table) => table === 'events')).toEqual(['events']);
  expect((await db.events.toArray()).map(({ kind }) => kind).toSorted()).toEqual(['contact', 'contact', 'undo']);
  const { contacts } = await readCustomerView(db, 'shop-1', contact.customerId, now + 3_000);
  expect(contacts.map(({ eventId }) => eventId)).toEqual([kept]);
});

test('undone twice is undone', async () => {
  const db = openTestDatabase();
  const eventId = await recordContact(db, contact, now);
  await undoEvent(db, eventId, now + 1_000);
  await undoEvent(db, eventId, now + 2_000);
  expect((await readCustomerView(db, 'shop-1', contact.customerId, now + 3_000)).contacts).toEqual([]);
});

test('events are in the order in which they were made, whatever the clock says and though the worker died between', async () => {
  let db = openTestDatabase();
  const made: string[] = [];
  for (const at of [now, now, now - 86_400_000, now + 5_000, now - 1]) {
    made.push(await recordContact(db, contact, at));
    db = afterDeathOf(db);
  }
  const events = await db.events.orderBy('logicalTime').toArray();
  expect(events.map(({ id }) => id)).toEqual(made);
  expect(new Set(events.map(({ device }) => device)).size).toBe(1);
});

test('two at once are two events with times of their own', async () => {
  const db = openTestDatabase();
  await Promise.all([recordContact(db, contact, now), recordContact(db, contact, now)]);
  const events = await db.events.toArray();
  expect(new Set(events.map(({ logicalTime }) => logicalTime)).size).toBe(2);
  expect(new Set(events.map(({ device }) => device)).size).toBe(1);
});
