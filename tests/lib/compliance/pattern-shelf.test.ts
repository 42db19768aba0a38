import { expect, test } from 'vitest';
import { matchAll } from '../../../lib/compliance/pattern-shelf.ts';
import { scan } from '../../../lib/compliance/scan.ts';
import { shelvePatterns } from '../../../lib/compliance/shelve-patterns.ts';

const texts = [
  '微信',
  '加微信,不加。微信!微信',
  '。微信\n微 信,加,微信吗?好',
  `微信${'好'.repeat(40)}微信,${'好'.repeat(9)}加微信`,
];

test.each([
  '^微信',
  '微信$',
  '微信(?=[,。!])',
  '(?<=[。\\n])微信',
  '(?<!加[^]{0,6})微信',
  '微信(?![^]{0,9}加)',
  '(?<=不加[。!])微信(?=!微信$)',
])('%s finds in its clause what it finds in the whole text, also where it looks over its ends', (source) => {
  const shelf = shelvePatterns([{ source, owner: source }], new Map());
  for (const text of texts) {
    const [found, whole]: string[][] = [[], []];
    matchAll(
      shelf,
      text,
      () => true,
      (_, { start, end }) => found!.push(`${start} ${end}`) > 0,
    );
    scan(new RegExp(source, 'gu'), text, ({ start, end }) => whole!.push(`${start} ${end}`) > 0);
    expect({ text, found: found!.toSorted() }).toEqual({ text, found: whole!.toSorted() });
  }
});
