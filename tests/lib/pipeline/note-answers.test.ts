import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../lib/model/capture.ts';
import { noteAnswers } from '../../../lib/pipeline/note-answers.ts';
import { recordContact, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { readReplyOutcomes } from '../../../lib/views/replies/reply-outcomes.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { openTestDatabase, watchWrites } from '../../support/test-database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const used = Date.parse('2026-08-06T10:00:00+08:00');
const { customerId } = makeContact();

/** What was said so many minutes after the reply was made ready. */
const said = (from: ChatMessage['from'], minutes: number): ChatMessage & { at: number } => ({
  from,
  text: '…',
  at: used + minutes * MINUTE,
});

async function openChat() {
  const db = openTestDatabase();
  const use = (minutes = 0, templateId: string | null = 'reply') =>
    recordContact(db, makeContact({ templateId }), used + minutes * MINUTE);
  const see = (messages: ChatMessage[], hoursLater = 0.2) =>
    noteAnswers(db, customerId, messages, used + hoursLater * HOUR);
  const outcome = async (id = 'reply') => {
    const found = (await readReplyOutcomes(db, used + 48 * HOUR)).get(id);
    return found && [found.answered, found.awaited];
  };
  return { db, use, see, outcome };
}

describe('a reply that went out', () => {
  test('is not answered by what was written before it, be it in the same second', async () => {
    const { use, see, outcome } = await openChat();
    await use();
    await see([said('buyer', 1), said('seller', 1)]);
    expect(await outcome()).toEqual([0, 0]);
  });

  test('is answered when the buyer writes after it', async () => {
    const { db, use, see, outcome } = await openChat();
    await use();
    await see([said('buyer', -3), said('seller', 1), said('buyer', 4)]);
    expect(await outcome()).toEqual([1, 1]);
    expect(await db.answers.toArray()).toEqual([
      expect.objectContaining({ sentAt: used + MINUTE, answeredAt: used + 4 * MINUTE, isJudged: true }),
    ]);
  });

  test('is not counted while it is open whether they will', async () => {
    const { use, see, outcome } = await openChat();
    await use();
    await see([said('buyer', -3), said('seller', 1)]);
    expect(await outcome()).toEqual([0, 0]);
    await see([said('buyer', -3), said('seller', 1), said('buyer', 90)], 2);
    expect(await outcome()).toEqual([1, 1]);
  });

  test('is not answered when the chat shows after a day that nobody wrote', async () => {
    const { use, see, outcome } = await openChat();
    await use();
    await see([said('buyer', -3), said('seller', 1)]);
    await see([said('buyer', -3), said('seller', 1), said('buyer', 60 * 30)], 31);
    expect(await outcome()).toEqual([0, 1]);
  });

  test('of which the chat shows the end no more, is not judged', async () => {
    const { use, see, outcome } = await openChat();
    await use();
    await see([said('seller', 1)]);
    await see([said('buyer', 60 * 40)], 41);
    expect(await outcome()).toEqual([0, 0]);
  });
});

test.each([
  ['the buyer wrote before it went out', [said('buyer', -3), said('buyer', 1)]],
  ['nothing went out, or what was said before', [said('seller', -2), said('buyer', 1)]],
  ['what went out came long after', [said('seller', 45), said('buyer', 46)]],
  ['the page says no times', [{ from: 'seller', text: '…' } as const, { from: 'buyer', text: '…' } as const]],
])('nothing is counted where %s', async (_, messages) => {
  const { db, use, see } = await openChat();
  await use();
  await see(messages);
  expect(await db.answers.count()).toBe(0);
});

test('of two replies made ready one after the other, the one that went out is answered', async () => {
  const { use, see, outcome } = await openChat();
  await use(0, 'first');
  await use(2, 'second');
  await see([said('seller', 3), said('buyer', 5)]);
  expect([await outcome('first'), await outcome('second')]).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('one that was taken back, or was written without a template, is none', async () => {
  const { db, use, see } = await openChat();
  await undoEvent(db, await use(), used + 1);
  await use(0, null);
  await see([said('seller', 1), said('buyer', 4)]);
  expect(await db.answers.count()).toBe(0);
});

test('the same page again writes nothing', async () => {
  const { db, use, see } = await openChat();
  await use();
  const messages = [said('seller', 1), said('buyer', 4)];
  await see(messages);
  const writes = watchWrites(db);
  await see(messages, 0.5);
  expect(writes).toEqual([]);
});

test('a report of the open chat notes it, and no text of it', async () => {
  const { db, takeIn } = await openPipeline();
  const chat = (messages: ChatMessage[]) =>
    makeReport([], {
      page: 'chat',
      observedAt: used + 5 * MINUTE,
      chat: {
        customer: { display: 'wd_sunshine', key: 'wd_sunshine' },
        messages,
        editor: true,
        settled: true,
        conversations: ['wd_sunshine'],
      },
    });
  const { state } = await takeIn(chat([]));
  await recordContact(db, makeContact({ customerId: state.chat!.customerId, templateId: 'reply' }), used);
  await takeIn(chat([said('seller', 1), { ...said('buyer', 2), text: '好的谢谢' }]));
  expect((await readReplyOutcomes(db, used + HOUR)).get('reply')).toMatchObject({ answered: 1, awaited: 1 });
  expect(JSON.stringify(await db.answers.toArray())).not.toContain('好的谢谢');
});
