import { describe, expect, test } from 'vitest';
import { detectScenes } from '../../../lib/replies/scene.ts';
import { replyScenes } from '../../../lib/rules/replies.ts';

const best = (...texts: string[]) =>
  detectScenes(
    texts.map((text) => ({ from: 'buyer' as const, text })),
    replyScenes,
  )[0]?.sceneId;

describe('the best scene of', () => {
  test.each([
    ['地址写错了，改一下地址可以吗，已付款', 'order'],
    ['什么时候发货呀', 'shipping'],
    ['身高170体重130穿多大', 'size'],
    ['箱子打开杯子碎了两个', 'damaged'],
    ['用了两天就坏了，开不了机', 'quality'],
    ['五天了还没到，物流不动', 'late'],
    ['我想退货，怎么退', 'refund'],
    ['上次买的不错，老顾客有优惠吗', 'wakeUp'],
    ['收到货了，这个怎么安装', 'afterSign'],
    ['谢谢，很好用', 'thanks'],
    ['再不处理我就投诉，什么态度', 'complaint'],
    ['東西收到了，怎么用', 'afterSign'],
  ])('%s is %s', (text, sceneId) => {
    expect(best(text)).toBe(sceneId);
  });
});

test.each(['在吗', '你好', '嗯', '这个有蓝色吗', '不会掉色吧？会掉色吗', '没有破损', '不用退款，谢绝'])(
  'nothing is sure about %s',
  (text) => {
    expect(best(text)).toBeUndefined();
  },
);

test('a cue outside the phrase that voids it still speaks', () => {
  expect(best('没有破损？可是另一个破损了')).toBe('damaged');
});

test('only what the buyer said after the last answer counts', () => {
  const found = detectScenes(
    [
      { from: 'buyer', text: '什么时候发货' },
      { from: 'seller', text: '今天发货' },
      { from: 'system', text: '退款成功' },
      { from: 'buyer', text: '好的，穿多大码合适' },
    ],
    replyScenes,
  );
  expect(found.map((scene) => scene.sceneId)).toEqual(['size']);
});

test('with nothing new from the buyer, the last three messages count', () => {
  const said = ['想退货', '谢谢', '穿多大', '几天能到'].map((text) => ({ from: 'buyer' as const, text }));
  const found = detectScenes([...said, { from: 'seller', text: '好的' }], replyScenes).map((scene) => scene.sceneId);
  expect(found).not.toContain('refund');
  expect(found).toContain('shipping');
});

test('the cues found are shown, more and longer ones first', () => {
  const found = detectScenes([{ from: 'buyer', text: '摔坏了，杯子碎了，漏液，要退款' }], replyScenes);
  expect(found[0]).toEqual({ sceneId: 'damaged', cues: ['摔坏', '碎了', '漏液'] });
  expect(found.map((scene) => scene.sceneId)).toContain('refund');
});

test('no messages, no scene', () => expect(detectScenes([], replyScenes)).toEqual([]));
