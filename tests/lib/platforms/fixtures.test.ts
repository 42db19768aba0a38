/** Every page of the corpus is read as a person would read it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/platforms/registry.ts';
import { printedPage } from '../../../scripts/liuke/printed-page.ts';
import { documentOf, fixtures } from '../../support/load-fixture.ts';

test.each(fixtures)('$name: $shows', ({ html, url, expected }) => {
  expect(printedPage(documentOf(html), url)).toEqual(expected);
});

test.each(fixtures)('$name: nothing of the receiver or the courier is read', ({ html, url }) => {
  const read = JSON.stringify(readPage(documentOf(html), new URL(url)).batch);
  expect(read).not.toMatch(/1[\d*]{0,2}\*{4,}\d{2,4}|\*{8,}|派送|揽收/);
});

test.each(fixtures)('$name is not changed by reading it', ({ html, url }) => {
  const document = documentOf(html);
  const before = document.documentElement.outerHTML;
  readPage(document, new URL(url));
  expect(document.documentElement.outerHTML).toBe(before);
});

describe('the corpus', () => {
  const readers = [
    'jd/order-list',
    'jd/order-detail',
    'jd/after-sale-list',
    'jd/after-sale-detail',
    'jd/dispute-list',
    'jd/home',
    'jd/chat',
    'jd/chat-log',
    'taobao/sold-list',
    'taobao/sold-list-old',
    'taobao/order-detail',
    'taobao/order-detail-old',
    'taobao/order-detail-tmall',
    'taobao/refund-list',
    'taobao/refund-list-old',
    'taobao/refund-detail',
    'taobao/review-list',
    'taobao/coupon-list',
    'taobao/chat-history',
    'taobao/member-list',
  ];

  test.each(readers.flatMap((reader) => ['normal', 'empty', 'broken'].map((name) => `${reader}--${name}`)))(
    'has %s',
    (name) => {
      expect(fixtures.map((fixture) => fixture.name)).toContain(name);
    },
  );

  test.each(fixtures)('$name says its true address, its day, and what it shows', ({ url, made, shows }) => {
    expect(URL.canParse(url)).toBe(true);
    expect(made).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(shows.length).toBeGreaterThan(10);
  });

  test.each(fixtures)('$name holds no phone number and no address below the county', ({ html }) => {
    // Not inside a longer number: order ids may begin like a phone number.
    expect(html).not.toMatch(/(?<![\d\w])(?:\+?86-?)?1[3-9]\d{9}(?!\d)/);
    expect(html).not.toMatch(/(?:路|街|巷|弄|村|栋|幢|号楼|单元|室)\d|\d+(?:号楼|号院|弄|栋|幢|单元|室)/);
  });

  test('has an expectation for every page and a page for every expectation', () => {
    for (const folder of ['jd', 'taobao']) {
      const files = readdirSync(join(import.meta.dirname, '../../fixtures', folder));
      const stems = (ending: string) =>
        files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
      expect(stems('.expected.json').toSorted()).toEqual(stems('.html').toSorted());
    }
  });
});
