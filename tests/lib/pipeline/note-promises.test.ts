import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import type { ChatMessage } from '../../../lib/model/capture.ts';
import { notePromises } from '../../../lib/pipeline/note-promises.ts';
import { recordContact, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { readServiceDesk } from '../../../lib/views/service/service-desk.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeCustomerId } from '../../support/make-history.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const BEGAN = Date.parse('2026-08-06T10:00:00+08:00');
const at = (minutes: number) => BEGAN + minutes * 60_000;
const customerId = makeCustomerId(1);
const said = (text: string, minutes: number, from: ChatMessage['from'] = 'seller'): ChatMessage => ({
  from,
  text,
  at: at(minutes),
});

function openChat() {
  const db = openTestDatabase();
  const see = (messages: ChatMessage[], minutes: number) => notePromises(db, customerId, messages, at(minutes));
  const promises = async (minutes = 1) => (await readServiceDesk(db, at(minutes))).promises;
  return { db, see, promises };
}

describe('a promise in what the shop wrote', () => {
  test('is due from when it was written, once, however often it is seen, and its words are not kept', async () => {
    const { db, see, promises } = openChat();
    for (const minutes of [1, 5]) await see([said('亲，24小时内给您补发', 0)], minutes);
    expect(await promises()).toMatchObject([
      { what: 'dispatch', madeAt: at(0), dueAt: at(24 * 60), isHeard: true, outcome: 'open', customerId },
    ]);
    const [event, ...rest] = await db.events.toArray();
    expect(rest).toEqual([]);
    expect(eventSchema.safeParse(event).success).toBe(true);
    expect(JSON.stringify(event)).not.toContain('补发');
  });

  test.each([
    ['the buyer wrote', said('24小时内给我补发', 0, 'buyer'), 1],
    ['is over already', said('2小时内给您补发', 0), 180],
    ['was written days ago', said('7天内给您退款', 0), 3 * 24 * 60],
    ['names no time', said('马上给您补发', 0), 1],
  ])('is none where it %s', async (_, message, seenMinutes) => {
    const { see, promises } = openChat();
    await see([message], seenMinutes);
    expect(await promises(seenMinutes)).toEqual([]);
  });

  test('of a text that was made ready here is that promise and no second one, as is the same said again', async () => {
    const { db, see, promises } = openChat();
    await recordContact(db, makeContact({ customerId, promise: { what: 'dispatch', dueAt: at(24 * 60) } }), at(-1));
    await see([said('亲，24小时内给您补发', 0), said('放心，今天18点前补发', 3)], 5);
    expect(await promises()).toHaveLength(1);
    await see([said('2天内给您退款', 6)], 7);
    expect((await promises()).map(({ what }) => what).toSorted()).toEqual(['dispatch', 'refund']);
  });

  test('that was none can be taken back, and does not come again', async () => {
    const { see, promises, db } = openChat();
    const messages = [said('亲，24小时内给您补发', 0)];
    await see(messages, 1);
    await undoEvent(db, (await promises())[0]!.promiseId, at(2));
    await see(messages, 3);
    expect(await promises()).toEqual([]);
  });

  test('has what was seen since beside it, to be confirmed', async () => {
    const { see, promises, db } = openChat();
    await see([said('2小时内给您答复', 0)], 1);
    expect((await promises())[0]!.evidence).toBeNull();
    const turn = { since: at(20), answeredAt: at(30), openAt: at(20), isThanks: false };
    const wait = {
      customerId,
      shopId: 'shop',
      since: at(20),
      isExact: true,
      matter: 'general' as const,
      seenAt: at(31),
    };
    await db.waits.put({ ...wait, state: 'answered', answeredAt: at(30), turns: [turn] });
    expect((await promises(31))[0]!.evidence).toEqual({ because: 'answered', at: at(30) });
  });
});
