import { describe, expect, test } from 'vitest';
import { askedTopics } from '../../../lib/replies/asked-topics.ts';
import { replyTemplates, sceneRules, topicWords } from '../../../lib/rules/replies.ts';

const askedIn = (...texts: string[]) =>
  askedTopics(
    texts.map((text) => ({ from: 'buyer' as const, text })),
    topicWords,
    sceneRules,
  );

describe.each(topicWords.map((entry) => [entry.topics.join(', '), entry] as const))('%s', (_, { topics, examples }) => {
  test.each(examples.found)('answers “%s”', (text) => {
    expect(Object.keys(askedIn(text))).toEqual(expect.arrayContaining([...topics]));
  });

  test.each(examples.left)('does not answer “%s”', (text) => {
    expect(Object.keys(askedIn(text)).filter((topic) => topics.includes(topic))).toEqual([]);
  });

  test('is a topic of the library', () => {
    const known = new Set(replyTemplates.map(({ topic }) => topic));
    expect(topics.filter((topic) => !known.has(topic))).toEqual([]);
  });
});

test('each topic has its words once', () => {
  const topics = topicWords.flatMap((entry) => entry.topics);
  expect(new Set(topics).size).toBe(topics.length);
});

test('what was said last counts, in the buyer’s own words, and nothing that the seller answered before', () => {
  expect(askedIn('在吗', '快递到哪了', '现在走到哪里啦')['late-node']).toEqual({ words: '走到', isSaidLast: true });
  expect(askedIn('快递到哪了', '能开发票吗')['late-node']).toEqual({ words: '到哪', isSaidLast: false });
  const answered = [
    { from: 'buyer' as const, text: '能便宜点吗' },
    { from: 'seller' as const, text: '价格以页面为准' },
    { from: 'buyer' as const, text: '那发什么快递' },
  ];
  expect(Object.keys(askedTopics(answered, topicWords, sceneRules))).toEqual(['shipping-carrier']);
});

test('a text of two thousand characters takes no while', () => {
  const start = performance.now();
  askedIn('退款的发票积分显示没收到换货'.repeat(140));
  expect(performance.now() - start).toBeLessThan(200);
});
