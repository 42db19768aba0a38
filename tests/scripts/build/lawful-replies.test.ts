import { expect, test } from 'vitest';
import { replyTemplates } from '../../../lib/rules/replies.ts';
import { objectionsTo } from '../../../scripts/build/lawful-replies.ts';

test('a shipped reply that breaks a rule is named, with platform, rule and words', () => {
  const [lawful] = replyTemplates;
  const text = '亲，加微信 liuke_8866 给您看图';
  expect(objectionsTo([lawful!, { ...lawful!, id: 'unlawful', platforms: ['jd'], text }])).toEqual([
    expect.stringMatching(/^unlawful on jd: DIV-01 objects to ".*微信/),
  ]);
});
