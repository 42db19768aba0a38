import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../lib/model/capture.ts';
import { noteInSight, noteWaiting } from '../../../lib/pipeline/note-waiting.ts';
import { readServiceDesk } from '../../../lib/views/service/service-desk.ts';
import { makeCustomerId } from '../../support/make-history.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const MINUTE = 60_000;
const began = Date.parse('2026-08-06T10:00:00+08:00');
const at = (minutes: number) => began + minutes * MINUTE;
const customerId = makeCustomerId(1);
const said = (from: ChatMessage['from'], text: string, minutes?: number): ChatMessage => ({
  from,
  text,
  ...(minutes === undefined ? {} : { at: at(minutes) }),
});

function openChat() {
  const db = openTestDatabase();
  const see = (messages: ChatMessage[], minutes: number) =>
    noteWaiting(db, { shopId: 'jd-1', customerId }, messages, at(minutes));
  const wait = async () => await db.waits.get(customerId);
  const state = async (minutes: number) => (await readServiceDesk(db, at(minutes))).waits[0]?.state ?? null;
  return { db, see, wait, state };
}

describe('a buyer who wrote', () => {
  test('waits from when the first unanswered message was written', async () => {
    const { see, wait } = openChat();
    await see([said('seller', '您好', -9), said('buyer', '在吗', 0), said('buyer', '东西碎了', 1)], 2);
    expect(await wait()).toMatchObject({ since: at(0), isExact: true, seenAt: at(2), state: 'waiting' });
  });

  test('waits from when it was seen, where the page says no time, and not from later', async () => {
    const { see, wait } = openChat();
    await see([said('buyer', '东西碎了')], 2);
    await see([said('buyer', '东西碎了'), said('buyer', '在吗')], 5);
    expect(await wait()).toMatchObject({ since: at(2), isExact: false, seenAt: at(5) });
  });

  test('waits for what they came with', async () => {
    const { see, wait } = openChat();
    await see([said('buyer', '收到的杯子碎了，我要投诉', 0)], 1);
    expect((await wait())!.matter).toBe('complaint');
    await see([said('seller', '您好', 2), said('buyer', '这个怎么用', 3)], 4);
    expect((await wait())!.matter).not.toBe('complaint');
    await see([said('seller', '您好', 2), said('buyer', '这个怎么用', 3), said('buyer', '杯子碎了，我要投诉', 5)], 6);
    expect(await wait()).toMatchObject({ since: at(3), matter: 'complaint' });
  });

  test.each(['谢谢', '好的~', '👍', '[微笑]'])('%s after the answer waits for nothing', async (text) => {
    const { see, wait, state } = openChat();
    await see([said('buyer', '东西碎了', 0)], 1);
    await see([said('buyer', '东西碎了', 0), said('seller', '马上补发', 2), said('buyer', text, 3)], 4);
    expect(await wait()).toMatchObject({ state: 'answered', answeredAt: at(2) });
    expect(await state(400)).toBeNull();
  });
});

describe('an answer', () => {
  test('seen coming is one of that moment, though the page says no time', async () => {
    const { see, wait } = openChat();
    await see([said('buyer', '东西碎了')], 0);
    await see([said('buyer', '东西碎了'), said('seller', '马上补发')], 1);
    expect(await wait()).toMatchObject({ state: 'answered', answeredAt: at(1) });
  });

  test('that came while nobody looked is not known, and never one in time', async () => {
    const { see, wait, state } = openChat();
    await see([said('buyer', '东西碎了')], 0);
    await see([said('buyer', '东西碎了'), said('seller', '马上补发')], 30);
    expect(await wait()).toMatchObject({ state: 'unseen', answeredAt: null });
    expect(await state(31)).toBe('blind');
  });

  test('that came while nobody looked is known where the page says its time', async () => {
    const { see, wait } = openChat();
    await see([said('buyer', '东西碎了', 0)], 0);
    await see([said('buyer', '东西碎了', 0), said('seller', '马上补发', 2)], 30);
    expect(await wait()).toMatchObject({ state: 'answered', answeredAt: at(2) });
  });
});

test('a time that ran out out of sight is called so; in sight it is late', async () => {
  const { db, see, state } = openChat();
  await see([said('buyer', '东西碎了，投诉', 0)], 1);
  expect([await state(1), await state(2)]).toEqual(['running', 'half']);
  expect(await state(30)).toBe('blind');
  await noteInSight(db, [customerId], at(30));
  expect(await state(31)).toBe('late');
});

test('of someone who waited yesterday nothing is said', async () => {
  const { see, state } = openChat();
  await see([said('buyer', '东西碎了', 0)], 1);
  expect(await state(26 * 60)).toBeNull();
});

test('a report of the open chat notes it, and no text of it', async () => {
  const { db, takeIn } = await openPipeline();
  const messages = [said('buyer', '收到的杯子碎了', 0)];
  await takeIn(
    makeReport([], {
      page: 'chat',
      observedAt: at(1),
      chat: {
        customer: { display: 'wd_sunshine', key: 'wd_sunshine' },
        messages,
        editor: true,
        settled: true,
        conversations: [],
      },
    }),
  );
  expect(await db.waits.toArray()).toMatchObject([{ since: at(0), state: 'waiting' }]);
  expect(JSON.stringify(await db.waits.toArray())).not.toContain('杯子');
});
