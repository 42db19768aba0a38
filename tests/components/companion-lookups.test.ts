import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useLookups } from '../../components/companion/useLookups.ts';
import type { PasteAnswer } from '../../lib/model/pasted.ts';

const MINUTE_MS = 60_000;

/** As if the background had read a conversation in whatever is pasted. */
const answer = (text: string): PasteAnswer => ({
  pasted: {
    kind: 'chat',
    chat: {
      messages: [{ name: 'tb61', from: 'buyer', text }],
      total: 1,
      names: ['tb61'],
      buyer: 'tb61',
      leftOutLines: 0,
    },
  },
  person: { customerId: text, shopId: 's', platform: 'taobao', display: 't***1', orderId: null, isSeen: true },
  others: [],
  shop: null,
  isMaskedOrder: false,
});

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async ({ input }: { input: { text: string } }) => answer(input.text),
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function start() {
  const { result } = renderHook(useLookups);
  const look = async (text: string) =>
    await act(async () => {
      result.current.look(text);
      await vi.advanceTimersByTimeAsync(1);
    });
  const wait = async (ms: number) => await act(async () => await vi.advanceTimersByTimeAsync(ms));
  /** Everything the hook still holds of what is shown. */
  const held = () => JSON.stringify(result.current.current);
  return { result, look, wait, held };
}

describe('a pasted conversation', () => {
  test('is there for ten minutes and gone after them, whose it was stays', async () => {
    const { result, look, wait, held } = await start();
    await look('碎了一个口子');
    await wait(9 * MINUTE_MS);
    expect(held()).toContain('碎了一个口子');
    await wait(MINUTE_MS);
    expect(result.current.current).toMatchObject({
      text: null,
      isForgotten: true,
      answer: { pasted: { kind: 'nothing' } },
    });
    expect(result.current.current!.answer!.person!.display).toBe('t***1');
  });

  test('is forgotten on its own time, also when it is not the one that is shown', async () => {
    const { result, look, wait } = await start();
    await look('第一段');
    await wait(5 * MINUTE_MS);
    await look('第二段');
    await wait(5 * MINUTE_MS);
    expect(result.current.current!.text).toBe('第二段');
    act(() => result.current.goBack());
    expect(result.current.current!.text).toBe(null);
  });

  test('is not brought back by an answer that comes late', async () => {
    let settle: (late: PasteAnswer) => void = () => {};
    Object.assign(fakeBrowser.runtime, {
      sendMessage: () => new Promise<PasteAnswer>((resolve) => void (settle = resolve)),
    });
    const { look, wait, held } = await start();
    await look('迟到的话');
    await wait(10 * MINUTE_MS);
    settle(answer('迟到的话'));
    await wait(1);
    expect(held()).not.toContain('迟到的话');
  });
});

test.each([
  ['is forgotten as well, when nobody has it: it may be a sentence', null, null],
  ['of a customer stays', answer('tb61').person, 'tb61'],
])('a nick %s', async (_, person, text) => {
  const nick: PasteAnswer = { ...answer('tb61'), pasted: { kind: 'nick', nick: 'tb61' }, person };
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => nick });
  const { result, look, wait } = await start();
  await look('tb61');
  await wait(11 * MINUTE_MS);
  expect(result.current.current!.text).toBe(text);
});

test('eight are kept; what lies ahead goes when something new is looked up', async () => {
  const { result, look } = await start();
  for (let number = 1; number <= 10; number += 1) await look(`第${number}段`);
  for (let step = 0; step < 20; step += 1) act(() => result.current.goBack());
  expect([result.current.current!.text, result.current.canGoBack]).toEqual(['第3段', false]);
  await look('新的');
  expect([result.current.current!.text, result.current.canGoForward]).toEqual(['新的', false]);
  act(() => result.current.goBack());
  expect(result.current.current!.text).toBe('第3段');
});

test('a background that does not answer is said', async () => {
  Object.assign(fakeBrowser.runtime, { sendMessage: () => Promise.reject(new Error('gone')) });
  const { result, look } = await start();
  await look('一段');
  expect(result.current.current!.problem).toBe('noAnswer');
});
