import { describe, expect, test } from 'vitest';
import { writersOf } from '../../../../lib/platforms/taobao/chat-writers.ts';

const by = (name: string, isOnSellersSide = false) => ({ name, text: '…', isOnSellersSide });
const [buyer, other, shop, seat] = [by('暖阳小栈'), by('tb6125470'), by('山房'), by('山房:小林')];

function told(messages: readonly ReturnType<typeof by>[], selected: string | null) {
  const { customer, isSettled, from } = writersOf(messages, selected);
  return { customer, isSettled, from: messages.map(from) };
}

describe('who writes is told', () => {
  test.each([
    ['by the selected buyer', [buyer, shop], '暖阳小栈', ['buyer', 'seller']],
    ['by the seats of the shop', [buyer, seat], null, ['buyer', 'seller']],
    ['by a seat, for the shop itself, too', [buyer, shop, seat], null, ['buyer', 'seller', 'seller']],
    ['by the side of the page', [buyer, by('山房', true)], null, ['buyer', 'seller']],
    ['for the system', [buyer, seat, by('系统消息'), by('')], '暖阳小栈', ['buyer', 'seller', 'system', 'system']],
  ])('%s', (_, messages, selected, from) =>
    expect(told(messages, selected)).toEqual({ customer: '暖阳小栈', isSettled: true, from }),
  );
});

describe('it is not settled', () => {
  test.each([
    ['while another buyer’s messages stand there', [other, seat], '暖阳小栈', [null, 'seller']],
    ['while messages of two buyers stand there', [buyer, other, seat], '暖阳小栈', ['buyer', null, 'seller']],
    ['before the selected buyer has written', [seat], '暖阳小栈', ['seller']],
  ])('%s', (_, messages, selected, from) =>
    expect(told(messages, selected)).toEqual({ customer: '暖阳小栈', isSettled: false, from }),
  );

  test.each([
    ['two names and no sign of which is the shop', [buyer, shop], [null, null]],
    ['the shop alone', [seat], ['seller']],
    ['two buyers and the shop', [buyer, other, seat], [null, null, 'seller']],
    ['nobody', [], []],
  ])('and nobody is the customer: %s', (_, messages, from) =>
    expect(told(messages, null)).toEqual({ customer: null, isSettled: false, from }),
  );
});
