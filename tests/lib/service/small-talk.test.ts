import { expect, test } from 'vitest';
import { smallTalk } from '../../../lib/rules/clocks.ts';
import { isSmallTalk } from '../../../lib/service/small-talk.ts';
import { threadMs } from '../../support/thread-ms.ts';

test.each(smallTalk.examples.small)('%s wants no answer', (text) => {
  expect(isSmallTalk(text, smallTalk)).toBe(true);
});

test.each(smallTalk.examples.matter)('%s wants one', (text) => {
  expect(isSmallTalk(text, smallTalk)).toBe(false);
});

test('a long text is looked through at once', () => {
  const begun = threadMs();
  expect(isSmallTalk('哈'.repeat(2000), smallTalk)).toBe(true);
  expect(threadMs() - begun).toBeLessThan(200);
});
