import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { buyerSchema } from '../../../lib/model/buyer-schema.ts';
import { buyerOfKey, buyerOfNick, isMask, joinKeyOf, maskName, orderTail } from '../../../lib/model/identity.ts';

describe('a mask', () => {
  // The shapes that the platforms write.
  test.each([
    'w**',
    '牛**',
    '星**',
    '张**',
    'f***h（匿名）',
    '3***',
    '138****1234',
    '13798****80',
    '1******7861',
    '王*',
    '张＊＊',
  ])('is %s', (text) => {
    expect(isMask(text)).toBe(true);
    expect(joinKeyOf(buyerOfNick(text))).toBeNull();
    expect(joinKeyOf(buyerOfKey(text))).toBeNull();
    expect(maskName(text)).toBe(text);
  });

  test.each(['wd_sunshine', 'jd_5f0000aabbccd', '13800138000_p', '张三', 'tb123456', 'a*b', '李小明', 'name999999'])(
    'is not %s',
    (text) => {
      expect(isMask(text)).toBe(false);
    },
  );
});

describe('a buyer', () => {
  test('with an id is stable, with a full nick probable, with less masked', () => {
    expect(buyerOfKey('wd_sunshine')).toEqual({ display: 'wd_sunshine', key: 'wd_sunshine', quality: 'stable' });
    expect(buyerOfKey('2208001', 'w**')).toEqual({ display: 'w**', key: '2208001', quality: 'stable' });
    expect(buyerOfNick('张三丰')).toEqual({ display: '张三丰', key: null, quality: 'probable' });
    expect(buyerOfNick('')).toEqual(buyerOfNick(null));
    expect(buyerOfNick(null)).toEqual({ display: null, key: null, quality: 'masked' });
  });

  test.each([
    { display: 'w**', key: null, quality: 'stable' },
    { display: 'w**', key: '2208001', quality: 'masked' },
    { display: null, key: null, quality: 'probable' },
    { display: '', key: null, quality: 'masked' },
  ])('%j contradicts itself and does not pass', (buyer) => {
    expect(buyerSchema.safeParse(buyer).success).toBe(false);
  });

  test('made from any text passes its own border', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), (text) => {
        expect(buyerSchema.safeParse(buyerOfNick(text)).success).toBe(true);
        expect(buyerSchema.safeParse(buyerOfKey(text)).success).toBe(true);
      }),
    );
  });
});

test('a nick that reads like an id does not meet it', () => {
  expect(joinKeyOf(buyerOfKey('2208001'))).not.toBe(joinKeyOf(buyerOfNick('2208001')));
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (id, nick) => {
      const ofId = joinKeyOf(buyerOfKey(id));
      expect(ofId === null || ofId !== joinKeyOf(buyerOfNick(nick))).toBe(true);
    }),
  );
});

describe('a name on the screen', () => {
  test.each([
    ['wd_sunshine', 'w***e'],
    ['13800138000_p', '1***p'],
    ['李小明', '李**'],
    ['李明', '李**'],
    ['欧阳小明', '欧***明'],
    ['😀😀😀😀', '😀***😀'],
  ])('%s is %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  test('never is the whole name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }), (name) => {
        fc.pre(!isMask(name) && !name.includes('*'));
        expect(maskName(name)).not.toContain(name);
        expect(isMask(maskName(name))).toBe(true);
      }),
    );
  });

  test('an order is named by its last four digits', () => {
    expect(orderTail('3090112233448831')).toBe('…8831');
  });
});
