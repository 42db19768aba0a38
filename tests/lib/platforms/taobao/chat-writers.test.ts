import { describe, expect, test } from 'vitest';
import { writersOf } from '../../../../lib/platforms/taobao/chat-writers.ts';

const by = (name: string | null, isOnSellersSide = false) => ({ name, text: '…', isOnSellersSide });
const [buyer, other, shop, seat] = [by('暖阳小栈'), by('tb6125470'), by('山房'), by('山房:小林')];

function told(messages: readonly ReturnType<typeof by>[], selected: string | null, isListed = selected !== null) {
  const { customer, isSettled, from } = writersOf(messages, { nick: selected, isListed });
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

test('a list without an open conversation leaves open whose messages these are', () =>
  expect(told([buyer, seat], null, true)).toEqual({ customer: null, isSettled: false, from: [null, 'seller'] }));

test.each([
  ['two names on the shop’s side', [by('暖阳小栈', true), by('山房', true)]],
  ['a name on both sides', [by('山房', true), by('山房'), buyer]],
])('%s tell nobody', (_, messages) => expect(told(messages, null).customer).toBeNull());

test('a message that names nobody is of nobody', () =>
  expect(told([buyer, seat, by(null)], '暖阳小栈').from).toEqual(['buyer', 'seller', null]));
