/** Long lists, and texts made to hurt, in lists of which little but the words is known. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../../support/load-fixture.ts';

const lists = [
  { name: 'taobao/refund-list--normal', row: 'tr.next-table-row' },
  { name: 'taobao/refund-list--cards', row: 'section' },
  { name: 'taobao/review-list--normal', row: 'tr.next-table-row' },
  { name: 'taobao/coupon-list--normal', row: 'tr.next-table-row' },
  { name: 'taobao/coupon-list--cards', row: '[class^="coupon-card"]' },
].map((list) => ({ ...list, ...loadFixture(list.name) }));

/** The page with `count` rows, each a copy of the first with numbers and a name of its own. */
function pageOf({ html, row }: (typeof lists)[number], count: number): Document {
  const document = documentOf(html);
  const [first, ...others] = document.querySelectorAll(row);
  for (const other of others) other.remove();
  const copies = Array.from({ length: count }, (_, index) =>
    first!.outerHTML
      .replaceAll(/(\d{8,14})\d{5}(?!\d)/g, `$1${String(index).padStart(5, '0')}`)
      .replace('秋日回馈', `秋日回馈${index}`),
  );
  const template = document.createElement('template');
  template.innerHTML = copies.join('\n');
  first!.replaceWith(template.content);
  return document;
}

describe.each(lists)('$name', (list) => {
  const url = new URL(list.url);

  test('takes time in proportion to its rows', { timeout: 60_000 }, () => {
    // Of this thread alone: the machine may be busy.
    const timeOf = (count: number) => {
      const document = pageOf(list, count);
      const before = process.threadCpuUsage();
      expect(readPage(document, url).batch.health).toEqual({ rows: count, read: count });
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    };
    timeOf(40);
    expect(timeOf(320)).toBeLessThan(Math.max(timeOf(40), 10) * 24);
  });

  test('is read beside texts of 200 kB', { timeout: 60_000 }, () => {
    const texts = ['9'.repeat(200_000), '￥1,'.repeat(60_000), '退款编号：'.repeat(40_000), '满1减'.repeat(60_000)];
    for (const text of texts) {
      const document = pageOf(list, 2);
      document.body.append(document.createElement('p'));
      document.body.lastElementChild!.textContent = text;
      expect(readPage(document, url).batch.health.read).toBe(2);
    }
  });
});
