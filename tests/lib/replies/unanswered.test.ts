import { expect, test } from 'vitest';
import { unansweredOf } from '../../../lib/replies/unanswered.ts';

const by = (...sides: ('buyer' | 'seller' | 'system' | null)[]) => sides.map((from, index) => ({ from, index }));

test.each([
  ['what the buyer wrote after the shop', by('buyer', 'seller', 'buyer', 'system', 'buyer'), [2, 4]],
  ['all of it where the shop wrote nothing', by('buyer', 'buyer'), [0, 1]],
  ['nothing after the shop’s last word', by('buyer', 'seller', 'system'), []],
  ['not said where the last word may have been the shop’s', by('seller', 'buyer', null), null],
  ['said where that was before the shop’s', by(null, 'seller', 'buyer'), [2]],
])('unanswered is %s', (_, messages, open) =>
  expect(unansweredOf(messages)?.map(({ index }) => index) ?? null).toEqual(open),
);
