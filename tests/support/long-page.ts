/** Pages of the corpus made long: one of their rows over and over, each copy with an id of its own. */
import { documentOf, loadFixture } from './load-fixture.ts';

/** A fixture, and where in it an order (a case, a review, …) with an id stands. */
export interface LongList {
  name: string;
  order: string;
  id: string;
}

export const longLists: readonly LongList[] = [
  { name: 'jd/order-list--columns-off', order: '.card', id: '3400080000080021' },
  { name: 'jd/order-list--classes-renamed', order: '.k3f', id: '3400080000090013' },
  { name: 'taobao/sold-list--one-order-alone', order: '.next-table-row', id: '4502330000000131029' },
  { name: 'taobao/sold-list-old--page-only', order: '.trade-order-main', id: '126530551000052345' },
];

/** Lists of anything but orders. */
export const otherLongLists: readonly LongList[] = [
  { name: 'jd/after-sale-list--normal', order: '.jd-table__row', id: '4000000101' },
  { name: 'jd/after-sale-list--cards', order: '.service-list-item', id: '4000000301' },
  { name: 'jd/after-sale-list--classes-renamed', order: '.r7t', id: '4000000501' },
  { name: 'jd/dispute-list--normal', order: '.jd-table__row', id: '85195181' },
  { name: 'taobao/refund-list--normal', order: '.next-table-row', id: '302330000000011' },
  { name: 'taobao/review-list--normal', order: '.next-table-row', id: '4502330000000211029' },
  { name: 'taobao/coupon-list--normal', order: '.next-table-row', id: '7110000000005' },
  { name: 'taobao/member-list--normal', order: 'tbody tr', id: '2300293456' },
];

/** The page with `count` rows. */
export function longPage({ name, order, id }: LongList, count: number): Document {
  const document = documentOf(loadFixture(name).html);
  const original = [...document.querySelectorAll(order)].find((each) => each.outerHTML.includes(id))!;
  const parent = original.parentElement!;
  for (const each of document.querySelectorAll(order)) each.remove();
  const copies = Array.from({ length: count }, (_, index) => original.outerHTML.replaceAll(id, idOf(id, index)));
  const template = document.createElement('template');
  template.innerHTML = copies.join('\n');
  parent.append(template.content);
  return document;
}

/** The id of a copy. */
export function idOf(id: string, index: number): string {
  return `${id.slice(0, -5)}${String(index).padStart(5, '0')}`;
}
