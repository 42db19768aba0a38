import { expect, test } from 'vitest';
import { DistinctTexts } from '../../../lib/files/distinct-texts.ts';

const counted = (texts: Iterable<string>) => {
  const distinct = new DistinctTexts();
  for (const text of texts) distinct.add(text);
  return distinct.size;
};

test.each([
  [[], 0],
  [[''], 1],
  [['', ''], 1],
  [['a', 'b', 'a'], 2],
  [['ab', 'ba'], 2],
  [['id:a', 'nick:a'], 2],
  [['木木家', '木木家', '木木'], 2],
  [['\0', '\0\0', ''], 3],
] as [string[], number][])('%j are %i different texts', (texts, count) => {
  expect(counted(texts)).toBe(count);
});

test('300,000 accounts that are alike in all but a digit are counted to the last one, as often as each comes', () => {
  const accounts = function* () {
    for (let time = 0; time < 2; time += 1) for (let at = 0; at < 300_000; at += 1) yield `id:jd_${at * 7}x`;
  };
  expect(counted(accounts())).toBe(300_000);
});
