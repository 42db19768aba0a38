import { describe, expect, test } from 'vitest';
import { SURE_FROM } from '../../../lib/replies/confidence.ts';
import { detectScenes, scenesByStage } from '../../../lib/replies/scene.ts';
import { sceneRules } from '../../../lib/rules/replies.ts';
import { orderStageSchema, type OrderStage } from '../../../lib/model/order-stage.ts';

const detect = (texts: readonly string[], stage: OrderStage | null = null) =>
  detectScenes(
    texts.map((text) => ({ from: 'buyer' as const, text })),
    sceneRules,
    stage,
  );
const scenesOf = (...texts: string[]) => detect(texts).map(({ sceneId }) => sceneId);

describe('the best scene of', () => {
  test.each([
    ['地址写错了，改一下地址可以吗，已付款', 'order'],
    ['什么时候发货呀', 'shipping'],
    ['身高170体重130穿多大', 'size'],
    ['箱子打开杯子碎了两个', 'damaged'],
    ['用了两天就坏了，开不了机', 'quality'],
    ['五天了还没到，物流不动', 'late'],
    ['我想退货，怎么退', 'refund'],
    ['收到货了，这个怎么安装', 'afterSign'],
    ['谢谢，很好用', 'thanks'],
    ['再不处理我就投诉，什么态度', 'complaint'],
    ['東西收到了，怎么用', 'afterSign'],
  ])('%s is %s', (text, sceneId) => {
    expect(scenesOf(text)[0]).toBe(sceneId);
  });
});

test.each(['在吗', '你好', '嗯', '没有破损', '不用退款', '不是要退货 就是问一下', '[图片]'])(
  'nothing is heard in %s',
  (text) => expect(scenesOf(text)).toEqual([]),
);

test.each(['碎了两个 还少一个', '好了没', '什么时候发货', '在吗'])('%s is heard once for all stages', (text) => {
  const byStage = scenesByStage([{ from: 'buyer', text }], sceneRules);
  expect(byStage.none).toEqual(detect([text]));
  for (const stage of orderStageSchema.options) expect(byStage[stage]).toEqual(detect([text], stage));
});

test('several things at once are all heard', () => {
  expect(scenesOf('碎了两个 还少一个').toSorted()).toEqual(['damaged', 'missing']);
  expect(scenesOf('什么时候发货', '发票一起开了').toSorted()).toEqual(['invoice', 'shipping']);
});

describe('what is denied is not meant:', () => {
  test.each([
    ['不退货，我想换货', ['exchange']],
    ['不是没发货，是发了三天没动', ['late']],
    ['不是破损，是质量问题，用不了', ['quality']],
    ['不用补发了 直接退钱吧', ['refund']],
  ])('%s', (text, sceneIds) => expect(scenesOf(text)).toEqual(sceneIds));

  test('but a shop that will not is complained of', () => {
    expect(scenesOf('怎么还不退款')).toEqual(['progress']);
    expect(scenesOf('要不要退货由我定，我要退货')).toEqual(['refund']);
  });
});

test('a fact that is asked about or feared is a question before buying', () => {
  expect(scenesOf('会掉色吗')).toEqual(['presale']);
  expect(scenesOf('容易坏不 我怕用两天就坏了')).toEqual(['presale']);
  expect(scenesOf('是不是假货啊')).toEqual(['quality']);
});

describe('however it is written:', () => {
  test.each([
    ['kd怎么还没到', 'late'],
    ['tk', 'refund'],
    ['我要FP', 'invoice'],
    ['yhq用不了', 'coupon'],
    ['啷个还没发货哦', 'shipping'],
    ['坡损了', 'damaged'],
    ['几时发货', 'shipping'],
    ['蟹蟹', 'thanks'],
    ['😡😡', 'complaint'],
  ])('%s is %s', (text, sceneId) => expect(scenesOf(text)[0]).toBe(sceneId));

  test('initials inside a word are no initials', () => expect(scenesOf('mytkx')).toEqual([]));
});

describe('urging that names nothing', () => {
  test.each([
    ['paid', 'shipping'],
    ['shipped', 'late'],
    ['afterSale', 'progress'],
  ] as const)('means, with an order that is %s, %s', (stage, sceneId) => {
    const [found] = detect(['亲，好了没，麻烦快点'], stage);
    expect(found).toMatchObject({ sceneId });
    expect(found!.confidence).toBeLessThan(SURE_FROM);
  });

  test('means nothing while the stage is not known', () => expect(detect(['抓紧'])).toEqual([]));
});

test('asking about nothing that was learned is about the goods, and not sure', () => {
  const text = '螭吻狴犴是哪';
  expect(detect([text])[0]).toMatchObject({ sceneId: 'presale', confidence: 0.5 });
  expect(detect([text], 'signed')[0]).toMatchObject({ sceneId: 'afterSign', confidence: 0.5 });
});

test('the stage of the order moves how sure one is', () => {
  const confidence = (stage: OrderStage | null) => detect(['怎么还没到'], stage)[0]!.confidence;
  expect(confidence('shipped')).toBeGreaterThan(confidence(null));
  expect(confidence('unpaid')).toBeLessThan(confidence(null));
});

test('thanks that close a question are not what it is about', () => {
  expect(scenesOf('请问怎么保养 谢谢')).toEqual(['afterSign']);
  expect(scenesOf('谢谢啦')).toEqual(['thanks']);
});

test('what is denied first and told then is told', () => {
  expect(scenesOf('没有破损？可是另一个破损了')).toEqual(['damaged']);
});

test('only what the buyer said after the last answer counts', () => {
  const found = detectScenes(
    [
      { from: 'buyer', text: '什么时候发货' },
      { from: 'seller', text: '今天发货' },
      { from: 'system', text: '退款成功' },
      { from: 'buyer', text: '好的，穿多大码合适' },
    ],
    sceneRules,
  );
  expect(found.map((scene) => scene.sceneId)).toEqual(['size']);
});

describe('who asks again after an answer', () => {
  const heardAfter = (before: string, again: string) =>
    detectScenes(
      [
        { from: 'buyer', text: before },
        { from: 'seller', text: '您好，退款会原路退回' },
        { from: 'buyer', text: again },
      ],
      sceneRules,
      'cancelled',
    ).map(({ sceneId }) => sceneId);

  test('goes on with what they asked before', () => {
    expect(heardAfter('前两天取消的单子，退款什么时候到账', '还没收到，能帮我查一下吗').slice(0, 1)).toEqual([
      'progress',
    ]);
    expect(heardAfter('衣服太大了想退货', '怎么样了')).toContain('refund');
  });

  test('but not who asks something else, or says at length what it is about', () => {
    expect(heardAfter('退款什么时候到账', '那发什么快递')).not.toContain('progress');
    expect(heardAfter('退款什么时候到账', '另外我昨天买的那个杯子物流三天不动了，你们帮我查一下到哪里了')).toEqual([
      'late',
    ]);
  });
});

test('with nothing new from the buyer, the last three messages count', () => {
  const said = ['想退货', '谢谢', '穿多大', '几天能到'].map((text) => ({ from: 'buyer' as const, text }));
  const found = detectScenes([...said, { from: 'seller', text: '好的' }], sceneRules).map((scene) => scene.sceneId);
  expect(found).not.toContain('refund');
  expect(found).toContain('shipping');
});

test('the cues found are shown, three at most, none inside another', () => {
  const [found] = detect(['摔坏了，杯子碎了，漏液，都湿透了']);
  expect(found!.sceneId).toBe('damaged');
  expect(found!.cues).toHaveLength(3);
  expect(found!.confidence).toBeGreaterThan(0.99);
});

test('what was said last comes first', () => {
  expect(scenesOf('快递不动了，物流好几天没更新', '能开发票吗')).toEqual(['invoice', 'late']);
  expect(scenesOf('能开发票吗', '快递不动了，物流好几天没更新')).toEqual(['late', 'invoice']);
});

test('no messages, no scene', () => expect(detectScenes([], sceneRules)).toEqual([]));

test('a long text of nothing but cues takes its time in proportion', () => {
  const heard = (times: number) => {
    const before = performance.now();
    detect(['快递不动破损少发'.repeat(times)]);
    return performance.now() - before;
  };
  heard(20);
  expect(heard(200)).toBeLessThan(2_000);
});

test('twenty messages are heard in a few milliseconds', () => {
  const said = [
    '快递怎么还没到，等了三天了',
    '什么时候发货呀',
    '杯子碎了两个 给我换一个',
    '这个能放洗碗机吗',
    '好的谢谢',
  ];
  const twenty = Array.from({ length: 20 }, (_, at) => said[at % said.length]!);
  const times = Array.from({ length: 21 }, () => {
    const before = performance.now();
    detect(twenty);
    return performance.now() - before;
  });
  expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(5);
});
