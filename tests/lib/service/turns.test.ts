import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../lib/model/capture.ts';
import type { Turn } from '../../../lib/model/turn.ts';
import { smallTalk } from '../../../lib/rules/clocks.ts';
import { turnsIn, withTurns } from '../../../lib/service/turns.ts';

const BEGAN = Date.parse('2026-08-06T10:10:15+08:00');
const at = (seconds: number) => BEGAN + seconds * 1000;
const buyer = (seconds: number, text = '在吗，什么时候发货'): ChatMessage => ({ from: 'buyer', text, at: at(seconds) });
const seller = (seconds: number): ChatMessage => ({ from: 'seller', text: '马上发', at: at(seconds) });
const turns = (messages: ChatMessage[], seenSeconds = 3600) =>
  turnsIn(messages, at(seenSeconds), smallTalk).map(({ since, answeredAt }) => [
    (since - BEGAN) / 1000,
    answeredAt === null ? null : (answeredAt - BEGAN) / 1000,
  ]);

describe('the turns of a conversation', () => {
  test('begin with the first question and end with the first answer, as Taobao’s own example counts them', () => {
    expect(turns([buyer(0), buyer(305), seller(475)])).toEqual([[0, 475]]);
    expect(turns([buyer(0), buyer(305), seller(475), buyer(495), seller(525)])).toEqual([
      [0, 475],
      [495, 525],
    ]);
    expect(turns(Array.from({ length: 9 }, (_, index) => buyer(index)))).toEqual([[0, null]]);
  });

  test('are not ended by a robot, who answers within the second', () => {
    expect(turns([buyer(0), seller(0), seller(70)])).toEqual([[0, 70]]);
  });

  test('whose beginning may be out of sight are left out', () => {
    const long = Array.from({ length: 10 }, (_, index) => (index < 5 ? buyer(index) : seller(60 + index)));
    expect(turns([...long, buyer(200), seller(230)])).toEqual([[200, 230]]);
  });

  test('without a time are left out', () => {
    expect(turns([{ from: 'buyer', text: '在吗' }, seller(5)])).toEqual([]);
    expect(turns([buyer(0), { from: 'seller', text: '在的' }, buyer(50), seller(70)])).toEqual([[50, 70]]);
  });

  test('of nothing but thanks are told apart', () => {
    const [, thanks, mixed] = turnsIn(
      [buyer(0), seller(5), buyer(9, '谢谢'), seller(60), buyer(70, '好的'), buyer(75, '还没收到')],
      at(90),
      smallTalk,
    );
    expect([thanks!.isThanks, mixed!.isThanks]).toEqual([true, false]);
  });
});

describe('turns that were seen before', () => {
  const open = (seconds: number, seen: number): Turn => ({
    since: at(seconds),
    answeredAt: null,
    openAt: at(seen),
    isThanks: false,
  });
  const answered: Turn = { since: at(0), answeredAt: at(50), openAt: at(0), isThanks: false };

  test('get their answer, keep it, and count once', () => {
    expect(withTurns([open(0, 40)], [answered], at(60))).toEqual([{ ...answered, openAt: at(40) }]);
    expect(withTurns([answered], [open(0, 30)], at(60))).toEqual([{ ...answered, openAt: at(30) }]);
    expect(withTurns([answered], [answered], at(60))).toEqual([answered]);
  });

  test('are kept for two months', () => {
    expect(withTurns([answered], [open(63 * 86_400, 63 * 86_400)], at(63 * 86_400))).toHaveLength(1);
  });
});
