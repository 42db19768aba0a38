import { describe, expect, test } from 'vitest';
import {
  readCopiedText,
  orderNumbersIn,
  type CopiedText,
} from '../../../../../lib/platforms/taobao/pasted/pasted-text.ts';
import { withSides } from '../../../../../lib/platforms/taobao/pasted/chat-sides.ts';
import { toShanghaiIso } from '../../../../../lib/model/shanghai-time.ts';
import fc from '../../../../support/fast-check.ts';
import { threadMs } from '../../../../support/thread-ms.ts';

const now = Date.parse('2027-01-01T12:00:00+08:00');
const readCopied = (text: string) => readCopiedText(text, now);
const chatIn = (text: string) => {
  const read = readCopied(text);
  if (read.kind !== 'chat') throw new Error(`expected a chat, found ${read.kind}`);
  return read.copied;
};
/** Who wrote what, as one line each. */
const said = (text: string) => chatIn(text).messages.map(({ name, text: words }) => `${name}|${words}`);
const timesIn = (text: string) => chatIn(text).messages.map(({ at }) => (at === null ? null : toShanghaiIso(at)));

describe('one line is', () => {
  test.each<[string, CopiedText]>([
    ['tb6125470', { kind: 'nick', nick: 'tb6125470' }],
    ['cntaobao暖阳小栈', { kind: 'nick', nick: '暖阳小栈' }],
    ['  旺旺：暖阳 小栈\n', { kind: 'nick', nick: '暖阳 小栈' }],
    ['山房:小林', { kind: 'nick', nick: '山房:小林' }],
    ['4502200000008020839', { kind: 'number', digits: '4502200000008020839' }],
    ['订单编号: 3090112233448831', { kind: 'number', digits: '3090112233448831' }],
    ['8831', { kind: 'number', digits: '8831' }],
    ['883', { kind: 'nick', nick: '883' }],
    ['什么时候发货呀？', { kind: 'words', text: '什么时候发货呀？' }],
    ['下单时间：2026-4-3 07:25:33', { kind: 'words', text: '下单时间：2026-4-3 07:25:33' }],
    ['\uFEFF \u200B\n \r\n', { kind: 'nothing' }],
    ['', { kind: 'nothing' }],
  ])('%j', (text, expected) => expect(readCopied(text)).toEqual(expected));
});

const form = (stamp: (name: string, day: string, clock: string) => string) =>
  [
    stamp('山房', '2026-4-3', '07:25:33'),
    '您好，在的',
    '已读',
    stamp('tb61254702026', '2026-4-4', '00:14:16'),
    '壶盖磕了一个口子',
    '',
    '怎么处理？',
    '',
  ].join('\n');

describe('a copied conversation is read in the form', () => {
  test.each([
    ['name and time without a blank', form((name, day, clock) => `${name}${day} ${clock}`)],
    ['with a blank', form((name, day, clock) => `${name} ${day} ${clock}`)],
    ['with Windows’ line ends', form((name, day, clock) => `${name} ${day} ${clock}`).replaceAll('\n', '\r\n')],
    ['on two lines', form((name, day, clock) => `${name}\n${day} ${clock}`)],
    ['with a receiver', form((name, day, clock) => `${name} --> 别人 ${day} ${clock}`)],
    ['in brackets', form((name, day, clock) => `${name} (${day} ${clock}):`)],
    ['with the platform’s prefix', form((name, day, clock) => `cntaobao${name}${day} ${clock}`)],
    ['with slashes', form((name, day, clock) => `${name} ${day.replaceAll('-', '/')} ${clock}`)],
    ['with padded days', form((name, day, clock) => `${name}${day.replaceAll(/-(\d)\b/g, '-0$1')} ${clock}`)],
    ['in Chinese', form((name, day, clock) => `${name} ${day.replace('-', '年').replace('-', '月')}日 ${clock}`)],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual(['山房|您好，在的', 'tb61254702026|壶盖磕了一个口子\n\n怎么处理？']);
    expect(timesIn(text)).toEqual(['2026-04-03T07:25:33+08:00', '2026-04-04T00:14:16+08:00']);
  });

  test.each([
    ['without a day', form((name, _, clock) => `${name} ${clock}`)],
    ['without a day, in brackets', form((name, _, clock) => `${name}(${clock}):`)],
    ['without a year', form((name, day, clock) => `${name} ${day.slice(5)} ${clock}`)],
  ])('%s: no day is made up', (_, text) => {
    expect(said(text)).toEqual(['山房|您好，在的', 'tb61254702026|壶盖磕了一个口子\n\n怎么处理？']);
    expect(timesIn(text)).toEqual([null, null]);
  });
});

describe('of a conversation', () => {
  test('a picture leaves an empty message, and marks of reading are no words', () => {
    const text = '暖阳小栈2026-5-26 15:43:26\n\n山房2026-5-26 15:44:04\n1\n未读\n';
    expect(said(text)).toEqual(['暖阳小栈|', '山房|1']);
    expect(chatIn(text).messages.map(({ hasReadMark }) => hasReadMark)).toEqual([false, true]);
  });

  test('what the program says is nobody’s', () => {
    const text =
      '暖阳小栈2026-4-3 10:00:00\n还在吗\n暖阳小栈 撤回了一条消息\n由 服务助手 转交给 山房:小林\n原因：【离线留言自动分配】\n山房:小林2026-4-3 10:01:00\n在的\n发送引用';
    expect(said(text)).toEqual([
      '暖阳小栈|还在吗',
      '|暖阳小栈 撤回了一条消息',
      '|由 服务助手 转交给 山房:小林',
      '|原因：【离线留言自动分配】',
      '山房:小林|在的',
    ]);
  });

  test.each([
    ['earlier', '2026-4-1 09:00:00'],
    ['later', '2026-12-30 12:00:00'],
  ])('a time that the buyer wrote, %s than the chat, begins no message', (_, time) => {
    const text = `暖阳小栈2026-4-3 10:00:00\n物流停在\n苏州转运中心${time}\n不动了\n山房2026-4-3 10:01:00\n我查一下\n暖阳小栈2026-4-3 10:02:00\n好的`;
    expect(said(text)).toEqual([`暖阳小栈|物流停在\n苏州转运中心${time}\n不动了`, '山房|我查一下', '暖阳小栈|好的']);
  });

  test('a time that is yet to come begins none', () => {
    const words = '你们说的\n预售发货2027-2-1 10:00:00\n太晚了';
    expect(said(`暖阳小栈2026-4-3 10:00:00\n${words}`)).toEqual([`暖阳小栈|${words}`]);
  });

  test('neither does a labelled time, a time that does not exist, or one without seconds', () => {
    const words = '付款时间：2026-4-3 10:00:30\n改到2026-2-30 10:00:00\n【杭州】已发出2026-4-3 10:00:40\n明天 12:30';
    expect(said(`暖阳小栈2026-4-3 10:00:00\n${words}`)).toEqual([`暖阳小栈|${words}`]);
  });

  test('the end of a message that was copied in part is left out and counted', () => {
    const { messages, leftOutLines } = chatIn('的话就退货吧\n\n谢谢\n山房2026-4-3 10:01:00\n好的');
    expect({ names: messages.map(({ name }) => name), leftOutLines }).toEqual({ names: ['山房'], leftOutLines: 2 });
  });

  test('order numbers in the words are found, each once', () => {
    const text =
      '暖阳小栈2026-4-3 10:00:00\n订单4502200000008020839，再说一次4502200000008020839\n电话13800000000\n另一单3090112233448831';
    expect(orderNumbersIn(chatIn(text))).toEqual(['4502200000008020839', '3090112233448831']);
  });
});

describe('who is the buyer', () => {
  const chat = (...names: string[]) =>
    names.map((name, index) => `${name}2026-4-3 10:0${index}:00\n第${index}句`).join('\n');
  const told = (text: string, own: string[] = [], chosen: string | null = null) => {
    const { buyer, messages } = withSides(chatIn(text), new Set(own), chosen);
    return { buyer, from: messages.map(({ from }) => from) };
  };
  test.each<[string, string, string[], string | null, string | null, (string | null)[]]>([
    ['is told by the shop’s account', chat('山房', 'tb61'), ['山房'], null, 'tb61', ['seller', 'buyer']],
    ['is told by a seat', chat('山房:小林', 'tb61', '山房'), [], null, 'tb61', ['seller', 'buyer', 'seller']],
    ['is told by a seat of a known account', chat('tb61', '山房:小林'), ['山房'], null, 'tb61', ['buyer', 'seller']],
    ['is not told of two strangers', chat('山房', 'tb61'), [], null, null, [null, null]],
    ['is not told of two beside the shop', chat('山房:小林', 'tb61', 'tb62'), [], null, null, ['seller', null, null]],
    ['is not told of one alone', chat('tb61'), [], null, null, [null]],
    ['is whom the user names', chat('山房', 'tb61'), [], 'tb61', 'tb61', ['seller', 'buyer']],
    ['is whom the user names, of one alone', chat('tb61'), [], 'tb61', 'tb61', ['buyer']],
    ['of three, one is named: the others stay uncertain', chat('a', 'b', 'c'), [], 'b', 'b', [null, 'buyer', null]],
  ])('%s', (_, text, own, chosen, buyer, from) => expect(told(text, own, chosen)).toEqual({ buyer, from }));

  test('is likelier whose messages have no mark of reading', () => {
    const text = '山房2026-4-3 10:00:00\n在\n已读\ntb612026-4-3 10:01:00\n好';
    expect(withSides(chatIn(text), new Set(), null)).toMatchObject({ buyer: null, names: ['tb61', '山房'] });
  });

  test('of a long one the last fifty messages are kept, and it is said how many there were', () => {
    const text = Array.from({ length: 80 }, (_, index) => `tb612026-4-3 10:${10 + Math.floor(index / 2)}:00\n${index}`);
    const { messages, total } = withSides(chatIn(text.join('\n')), new Set(), 'tb61');
    expect({ total, kept: messages.length, last: messages.at(-1)!.text }).toEqual({ total: 80, kept: 50, last: '79' });
  });
});

describe('the panel beside the chat', () => {
  const panel = [
    'tb6125470',
    '好评100.00%',
    '店铺身份:',
    '非会员',
    '优惠券 (2)',
    '近3个月订单',
    '历史订单',
    '全部(2)',
    '待发货(1)',
    '待发货',
    '4502200000008020839',
    '04-03 04:16:49下单',
    '实付 ¥1,234.50',
    '某种新状态',
    '4502200000004049202',
    '04-03 04:13:08下单',
    '¥ 9600.00',
  ].join('\n');

  test('gives nick, orders and counts; what is not certain is left open', () => {
    expect(readCopied(panel)).toEqual({
      kind: 'panel',
      panel: {
        nick: 'tb6125470',
        orderTotal: 2,
        couponTotal: 2,
        orders: [
          { orderId: '4502200000008020839', statusText: '待发货', placedText: '04-03 04:16:49', amountFen: 123_450 },
          { orderId: '4502200000004049202', statusText: null, placedText: '04-03 04:13:08', amountFen: null },
        ],
      },
    });
  });

  test('is read without its head', () => {
    const part = panel.split('\n').slice(5).join('\n');
    expect(readCopied(part)).toMatchObject({ kind: 'panel', panel: { nick: null, couponTotal: null } });
  });

  test('with two different amounts of one order has none', () => {
    const read = readCopied(panel.replace('实付 ¥1,234.50', '实付 ¥1,234.50\n合计 ¥1,300.00'));
    expect(read.kind === 'panel' && read.panel.orders[0]!.amountFen).toBe(null);
  });
});

test('several lines by nobody are words', () => {
  expect(readCopied('亲在吗\n\n什么时候发货')).toEqual({ kind: 'words', text: '亲在吗\n什么时候发货' });
});

describe('whatever is pasted', () => {
  const pieces =
    '山房|tb|2026-4-3| 07:25:33|99:99:99|(|):|-->|已读|订单|好评100%|优惠券 (1)|撤回了一条消息|4502200000008020839|¥|下单|由 |转交给';
  const piece = fc.constantFrom(...pieces.split('|'), '\n', ' ', '\u200B', '\uD800', '\u0000', '\u2028');
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((some) => some.join('')),
    fc.string({ unit: 'binary' }),
  );

  test('there is an answer, and every message has its words from the text', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        const read = readCopied(pasted);
        if (read.kind !== 'chat') return;
        const { messages } = withSides(read.copied, new Set(['山房']), null);
        for (const { text: words, at } of messages) {
          expect(at === undefined || Number.isSafeInteger(at)).toBe(true);
          for (const word of words.split(/\s/))
            expect(pasted.replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')).toContain(word);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['one endless line', 'a'.repeat(100_000)],
    ['blanks', ' '.repeat(100_000)],
    ['lines', '\n'.repeat(100_000)],
    ['digits', '2026'.repeat(25_000)],
    ['arrows', '--> '.repeat(25_000)],
    ['brackets', '('.repeat(100_000)],
    ['dashes', '—'.repeat(100_000)],
    ['times in one line', ' 2026-4-3 07:25:33'.repeat(5000)],
    ['times, each earlier', Array.from({ length: 4000 }, (_, at) => `a2026-4-3 07:${59 - (at % 60)}:33`).join('\n')],
    ['heads', 'tb12026-4-3 07:25:33\n'.repeat(5000)],
    ['order numbers', '4502200000008020839\n'.repeat(5000)],
    ['a panel', '好评100.00%\n优惠券 (0)\n4502200000008020839\n04-03 04:16:49下单\n'.repeat(2000)],
    ['system lines', 'a撤回了一条消息\n'.repeat(10_000)],
  ])('100 kB of %s take no time worth a word', (_, pasted) => {
    const before = threadMs();
    const read = readCopied(pasted);
    if (read.kind === 'chat') orderNumbersIn(read.copied);
    expect(threadMs() - before).toBeLessThan(400);
  });
});
