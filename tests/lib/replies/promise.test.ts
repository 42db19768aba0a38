import { describe, expect, test } from 'vitest';
import { toShanghaiIso } from '../../../lib/model/shanghai-time.ts';
import { promisesIn, promisesToKeep } from '../../../lib/replies/promise.ts';
import { structureOf } from '../../../lib/replies/structure.ts';
import {
  promiseRules,
  replyTemplates,
  replyVariables,
  sceneRules,
  structureParts,
} from '../../../lib/rules/replies.ts';
import { render } from '../../../lib/replies/render.ts';

/** A Wednesday. */
const now = Date.parse('2026-11-25T15:30:00+08:00');
const promised = (text: string, at = now) =>
  promisesIn(text, promiseRules, at).map(({ what, dueAt }) => `${what} ${toShanghaiIso(dueAt).slice(0, 16)}`);

describe('a promise with a time', () => {
  test.each([
    ['24小时内给您答复', 'answer 2026-11-26T15:30'],
    ['二十四小时之内答复您', 'answer 2026-11-26T15:30'],
    ['48h内审核', 'act 2026-11-27T15:30'],
    ['30分钟内回复您', 'answer 2026-11-25T16:00'],
    ['半小时内回复您', 'answer 2026-11-25T16:00'],
    ['半个小时内回复您', 'answer 2026-11-25T16:00'],
    ['一个半小时内答复', 'answer 2026-11-25T17:00'],
    ['两天内给您补发', 'dispatch 2026-11-27T15:30'],
    ['3个工作日内退款', 'refund 2026-11-30T18:00'],
    ['今天给您处理', 'act 2026-11-26T00:00'],
    ['今天内给您答复', 'answer 2026-11-26T00:00'],
    ['今天下班前处理好告诉您', 'answer 2026-11-25T18:00'],
    ['下班前告诉您结果', 'answer 2026-11-25T18:00'],
    ['明天下班前给您退款', 'refund 2026-11-26T18:00'],
    ['今晚8点前给您结果', 'answer 2026-11-25T20:00'],
    ['今晚答复您', 'answer 2026-11-26T00:00'],
    ['明早给您答复', 'answer 2026-11-26T10:00'],
    ['明天上午联系您', 'answer 2026-11-26T12:00'],
    ['明天中午12点前给您退款', 'refund 2026-11-26T12:00'],
    ['明天中午1点前寄出', 'dispatch 2026-11-26T13:00'],
    ['明天下午3点半前回复您', 'answer 2026-11-26T15:30'],
    ['后天上午联系您', 'answer 2026-11-27T12:00'],
    ['大后天给您发出', 'dispatch 2026-11-29T00:00'],
    ['18点前告诉您', 'answer 2026-11-25T18:00'],
    ['18:20前告诉您', 'answer 2026-11-25T18:20'],
    ['周五前寄出', 'dispatch 2026-11-28T00:00'],
    ['下周一前给您答复', 'answer 2026-12-01T00:00'],
    ['本周内处理', 'act 2026-11-30T00:00'],
    ['月底前处理', 'act 2026-12-01T00:00'],
    ['12月3日前补发', 'dispatch 2026-12-04T00:00'],
    ['1月5号前退款', 'refund 2027-01-06T00:00'],
    ['今天18点前，给您方案', 'answer 2026-11-25T18:00'],
    ['我今天18点前回您', 'answer 2026-11-25T18:00'],
  ])('%s', (text, due) => expect(promised(text)).toEqual([due]));

  test('that is over today is meant for tomorrow, or, where today was said, for the rest of it', () => {
    const evening = Date.parse('2026-11-25T19:00:00+08:00');
    expect(promised('18点前告诉您', evening)).toEqual(['answer 2026-11-26T18:00']);
    expect(promised('今天下班前告诉您', evening)).toEqual(['answer 2026-11-26T00:00']);
    expect(promised('8点前告诉您', evening)).toEqual(['answer 2026-11-25T20:00']);
  });

  test.each(promiseRules.examples.good)('%s is one', (text) => expect(promised(text)).toHaveLength(1));
});

test.each([
  ...promiseRules.examples.bad,
  '马上给您处理',
  '预计明天送达',
  '质保一年内免费维修',
  '麻烦您今天18点前回复我',
  '不能保证24小时内答复',
  '您买的是3天前的订单',
  '2月30日前处理',
])('%s is no promise of ours', (text) => expect(promised(text)).toEqual([]));

describe('what is handed on to be kept', () => {
  const kept = (text: string) =>
    promisesToKeep(text, promiseRules, now).map((promise) => {
      expect(Object.keys(promise).toSorted()).toEqual(['dueAt', 'what']);
      return `${promise.what} ${toShanghaiIso(promise.dueAt).slice(0, 16)}`;
    });
  const answer = `answer ${toShanghaiIso(now + 24 * 3_600_000).slice(0, 16)}`;

  test.each([
    '今天18点前给您补发,24小时内给您答复',
    '今天18点前给您补发，24小时内给您答复',
    '24小时内给您答复，今天18点前给您补发',
    '今天18点前给您补发并在24小时内给您答复',
  ])('of %s is both, each until its own time, the first to keep first, without the words', (text) =>
    expect(kept(text)).toEqual(['dispatch 2026-11-25T18:00', answer]),
  );

  test('is each once, however often it is said', () =>
    expect(kept('24小时内给您答复，请放心，24小时内一定给您答复')).toEqual([answer]));

  test('is nothing where nothing is promised', () => expect(kept('好的')).toEqual([]));
});

const examples = Object.fromEntries(replyVariables.map(({ name, example }) => [name, example]));

test.each(replyTemplates.filter(({ variables }) => variables.includes('deadline')))(
  'the deadline of $id is a promise',
  (template) => {
    const text = render(template, examples).text;
    expect(promisesToKeep(text, promiseRules, now)[0]?.dueAt).toBe(Date.parse('2026-11-25T18:00:00+08:00'));
  },
);

describe('the structure of an answer to a complaint', () => {
  test.each([
    ['非常抱歉，由我跟进，给您补发，今天18点前告诉您', { apology: true, solution: true, deadline: true, owner: true }],
    ['给您退款', { apology: false, solution: true, deadline: false, owner: false }],
    ['抱歉让您久等', { apology: true, solution: false, deadline: false, owner: false }],
    ['', { apology: false, solution: false, deadline: false, owner: false }],
  ])('%s', (text, has) => expect(structureOf(text, structureParts, now).has).toEqual(has));

  test('puts the apology before the solution (TPL-12)', () => {
    expect(structureOf('给您补发，抱歉', structureParts, now).isInOrder).toBe(false);
    expect(structureOf('抱歉，给您补发', structureParts, now).isInOrder).toBe(true);
  });

  test('is whole in at least one shipped answer to a complaint of each tone', () => {
    const whole = replyTemplates.filter(
      (template) =>
        template.scene === 'complaint' &&
        Object.values(structureOf(render(template, examples).text, structureParts, now).has).every(Boolean),
    );
    expect(new Set(whole.map(({ tone }) => tone)).size).toBe(3);
    expect(sceneRules.scenes.filter(({ isStructured }) => isStructured).map(({ id }) => id)).toContain('complaint');
  });
});
