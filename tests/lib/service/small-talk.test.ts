import { expect, test } from 'vitest';
import { smallTalk } from '../../../lib/rules/clocks.ts';
import { isSmallTalk } from '../../../lib/service/small-talk.ts';

test.each(smallTalk.examples.small)('%s wants no answer', (text) => {
  expect(isSmallTalk(text, smallTalk)).toBe(true);
});

test.each(smallTalk.examples.matter)('%s wants one', (text) => {
  expect(isSmallTalk(text, smallTalk)).toBe(false);
});

test('a long text is looked through at once', () => {
  const begun = performance.now();
  expect(isSmallTalk('哈'.repeat(2000), smallTalk)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(200);
});
