import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import type { CompliancePack } from '../../../lib/compliance/compliance-pack.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { packOf, ruleParts } from '../../support/make-pack.ts';
import { makeSense } from '../../support/make-sense.ts';

const found = (text: string, platform: 'jd' | 'taobao' = 'jd') =>
  lint(text, complianceRules, { platform }).map(({ ruleId, start, end }) => [ruleId, text.slice(start, end)]);

const packWith = (parts: Record<string, unknown>) => packOf({ rules: [ruleParts(parts)] });
const placesOf = (text: string, pack: CompliancePack) =>
  lint(text, pack, { platform: 'jd' }).map(({ start, end }) => text.slice(start, end));

describe('a finding points at the text as written', () => {
  test.each([
    ['您好，加我V\u200B信\u200C聊', 'DIV-01', '加我V\u200B信\u200C聊'],
    ['您好，加ＶＸ：ＡＢＣ＿８８', 'DIV-01', '加ＶＸ：ＡＢＣ＿８８'],
    ['😀😀打❶❸❽⓿⓿❶❸❽⓿⓿⓿', 'DIV-02', '❶❸❽⓿⓿❶❸❽⓿⓿⓿'],
    ['℡ 1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣', 'DIV-02', '1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣'],
    ['这是頂 級面料', 'ADV-01', '頂 級'],
  ])('%s', (text, ruleId, place) => {
    expect(found(text)).toContainEqual([ruleId, place]);
  });
});

test('findings come in the order of the text', () => {
  const starts = lint('顶级面料，好评返5元，加微信详聊', complianceRules, { platform: 'jd' }).map(
    (finding) => finding.start,
  );
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(starts.length).toBeGreaterThanOrEqual(3);
});

test('overlapping hits of one rule are one finding, as severe as the worst', () => {
  const pack = packWith({ triggers: [{ match: '红苹果' }, { match: '苹果汁', severity: 'block' }] });
  expect(lint('一瓶红苹果汁', pack, { platform: 'jd' })).toMatchObject([{ severity: 'block', start: 2, end: 6 }]);
});

describe('a protected phrase', () => {
  const pack = packWith({ neighbours: ['苹果手机'] });
  test('cancels the hit that lies inside it', () => expect(placesOf('苹果手机', pack)).toEqual([]));
  test('cancels nothing elsewhere in the message', () =>
    expect(placesOf('苹果手机旁边有苹果', pack)).toEqual(['苹果']));

  test.each([
    ['最近上新，这是全网最好的羊绒', 'ADV-03'],
    ['第一时间发货，我们是行业第一品牌', 'ADV-02'],
    ['支持微信支付，您加微信领券', 'DIV-01'],
    ['订单号139000012345678，急事打13900001234', 'DIV-02'],
    ['链接在 item.jd.com/1.html ，更多去 mumu-shop.top 看', 'DIV-04'],
  ])('and a hit beside it stays: %s', (text, ruleId) => {
    expect(found(text).map(([id]) => id)).toContain(ruleId);
  });
});

test('a cancelled hit that begins with an emoji ends the search, and hides nothing behind it', () => {
  expect(found('请勿相信🐧605040302')).toEqual([]);
  expect(found('请勿相信🐧605040302。找我🐧605040303')).toEqual([['DIV-01', '找我🐧605040303']]);
});

test('a trigger that could match nothing finds nothing and ends', () => {
  expect(placesOf('苹果', packWith({ triggers: [{ match: '果{0,2}' }] }))).toEqual(['果']);
});

describe('words around a hit', () => {
  test.each([
    '我们不加微信',
    '请勿添加微信',
    '客服不会让您加微信',
    '让您加微信的都是骗子',
    '谨防有人让您加微信',
    '没有微信群',
  ])('cancel it: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each(['不好意思，加微信聊', '平台不让说但是可以加微信', '不用排队加微信找我', '我们不刷单，您加我微信'])(
    'do not reach over a contrast or a comma: %s',
    (text) => {
      expect(found(text).map(([id]) => id)).toContain('DIV-01');
    },
  );

  test('anywhere in the message silence a rule that says so', () => {
    const pack = packWith({ unless: [{ where: 'text', match: '拒收' }] });
    expect(placesOf('苹果特价。拒收请回复R', pack)).toEqual([]);
    expect(placesOf('苹果特价', pack)).toEqual(['苹果']);
  });
});

test.each(['jd', 'taobao'] as const)('on %s the same price hides no call to another mall', (platform) => {
  expect(found('您去拼夕夕搜我们店名，价格一样', platform).map(([id]) => id)).toEqual(['DIV-05']);
});

test('what is foreign depends on the platform', () => {
  expect(found('去淘宝搜我们店名下单', 'jd').map(([id]) => id)).toContain('DIV-05');
  expect(found('去淘宝搜我们店名下单', 'taobao')).toEqual([]);
  expect(found('去京东搜我们店名下单', 'taobao').map(([id]) => id)).toContain('DIV-05');
  expect(found('链接 https://item.jd.com/1.html', 'jd')).toEqual([]);
});

describe('where a text goes', () => {
  const promotion = '全场三折起，进店抢券';
  const inChannel = (text: string, channel: 'sms' | 'chat' | null) =>
    lint(text, complianceRules, { platform: 'jd', channel }).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

  test('matters to the rules of text messages', () => {
    expect(inChannel(promotion, 'sms')).toContain('MKT-01 block');
    expect(inChannel(promotion, 'sms')).toContain('MKT-02 warn');
    expect(inChannel(promotion, 'chat')).toEqual([]);
    expect(inChannel(promotion, null)).toEqual([]);
    expect(inChannel(`【木木家】${promotion}，拒收请回复R`, 'sms')).toEqual([]);
  });

  test('does not matter to other rules', () => {
    for (const channel of ['sms', 'chat', null] as const)
      expect(inChannel('您加我微信领券', channel)).toContain('DIV-01 block');
  });
});

test('an identity number counts when its check letter is right', () => {
  expect(found('您的证件号110101199003074178对吗').map(([id]) => id)).toContain('PII-03');
  expect(found('您的证件号110101199003074170对吗').map(([id]) => id)).not.toContain('PII-03');
});

describe('what belongs to which rule', () => {
  test.each([
    ['开票要另加6个点', ['RGT-07']],
    ['不开票给您便宜10块', ['PAY-04']],
    ['绝对不退色', ['PRO-01']],
    ['不满意随时退', ['PRO-02']],
    ['七天内不满意随时退', []],
  ])('%s', (text, rules) => {
    expect(found(text).map(([id]) => id)).toEqual(rules);
  });
});

test.each([
  '最近到货',
  '第一时间回复您',
  '可以私信我',
  '加微辣',
  '卫星电视',
  '订单号13900001234',
  '微波炉',
  '威士忌',
  '企鹅玩偶',
])('plain words stay clean: %s', (text) => {
  expect([...found(text, 'jd'), ...found(text, 'taobao')]).toEqual([]);
});

test.each(['', ' ', '\u200B', '😀', '\uD800', '((((', '<script>alert(1)</script>'])(
  'nothing to say about %j',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

describe('what is meant, whatever the words', () => {
  const heard = ruleParts({ id: 'TST-00', label: 'over-promise', triggers: [{ sense: true }] });
  const read = ruleParts({ label: 'over-promise', triggers: [{ match: '包' }] });
  const packOfRules = (...rules: Record<string, unknown>[]) => packOf({ sense: makeSense(), rules });
  const foundIn = (text: string, pack: CompliancePack, channel: 'chat' | 'sms' = 'chat') =>
    lint(text, pack, { platform: 'jd', channel }).map(
      ({ ruleId, severity, start, end }) => `${ruleId} ${severity} ${text.slice(start, end)}`,
    );

  test('is found by the rule that listens, in the run that says it', () => {
    expect(foundIn('您好，这件包好', packOfRules(heard))).toEqual(['TST-00 warn 这件包好']);
    expect(foundIn('您好，这件不包', packOfRules(heard))).toEqual([]);
  });

  test('is not heard in a word or two: a greeting is none of it', () => {
    expect(foundIn('包好', packOfRules(heard))).toEqual([]);
    expect(found('您好')).toEqual([]);
  });

  test('is not said again where a rule of the label has found its words', () => {
    expect(foundIn('您好，这件包好', packOfRules(heard, read))).toEqual(['TST-01 warn 包']);
  });

  test('makes a finding by words alone a hint where it is something else', () => {
    expect(foundIn('这件我不敢包', packOfRules(read))).toEqual(['TST-01 hint 包']);
    expect(foundIn('这件我不敢包', packOfRules({ ...read, isCertain: true }))).toEqual(['TST-01 warn 包']);
  });

  test('is not heard in what the shop allows', () => {
    const allowing = packOfRules({ ...heard, neighbours: ['包好'] });
    expect(foundIn('您好，这件包好', allowing)).toEqual([]);
    expect(foundIn('您好，这件包好。包您包 好', allowing)).toEqual([]);
  });

  test('may depend on where the text goes', () => {
    const text = '您好这一件是包好的';
    expect(foundIn(text, packOfRules(heard))).toEqual([]);
    expect(foundIn(text, packOfRules(heard), 'sms')).toEqual([`TST-00 warn ${text}`]);
  });
});
