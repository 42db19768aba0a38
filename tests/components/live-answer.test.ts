import { beforeEach, expect, test, vi } from 'vitest';
import { LiveAnswer } from '../../components/hooks/live-answer.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { openTestDatabase } from '../support/test-database.ts';

let db: LiukeDatabase;

beforeEach(async () => {
  db = openTestDatabase();
  // To open a new one changes it.
  await db.open();
});

const put = async (value: string) => void (await db.meta.put({ name: 'device', value }));
const read = async () => (await db.meta.get('device'))?.value ?? null;

test('a query begins before anybody listens, and who comes later is told what was found by then', async () => {
  const query = vi.fn<() => Promise<unknown>>(read);
  const begun = new LiveAnswer(query, 'drawn');
  await vi.waitFor(() => expect(query).toHaveBeenCalledOnce());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const heard = vi.fn<(answer: unknown) => void>();
  const stop = begun.subscribe(heard);
  expect(heard).toHaveBeenCalledExactlyOnceWith(null);
  await put('here');
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith('here'));
  stop();
});

test('what went wrong before anybody listened is said to who comes', async () => {
  const begun = new LiveAnswer(() => Promise.reject(new Error('damaged')), 'drawn');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const failed = vi.fn<(problem: unknown) => void>();
  begun.subscribe(() => {}, failed);
  expect(failed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'damaged' }));
});

test('a query that nobody listens to any more stops, says so to what takes long, and begins anew with the next', async () => {
  const asked: (() => boolean)[] = [];
  const begun = new LiveAnswer(async (isWanted) => {
    asked.push(isWanted);
    return await read();
  }, 'drawn');
  const stop = begun.subscribe(() => {});
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!()).toBe(true);
  stop();
  expect(asked[0]!()).toBe(false);
  await put('changed');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toHaveLength(1);
  const heard = vi.fn<(answer: unknown) => void>();
  begun.subscribe(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith('changed'));
});

test('a query of what is there without its answer begins when somebody listens', async () => {
  const query = vi.fn<() => Promise<unknown>>(read);
  const later = new LiveAnswer(query, 'shown');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(query).not.toHaveBeenCalled();
  const heard = vi.fn<(answer: unknown) => void>();
  later.subscribe(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(null));
});

test('one for which nobody comes within a second is dropped', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let isWanted = () => false;
    const begun = new LiveAnswer(async (asks) => {
      isWanted = asks;
      return await read();
    }, 'drawn');
    await vi.advanceTimersByTimeAsync(0);
    expect(isWanted()).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(isWanted()).toBe(false);
    expect(begun.hasValue()).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
