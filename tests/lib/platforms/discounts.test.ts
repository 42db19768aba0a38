import { expect, test } from 'vitest';
import { countFields } from '../../../lib/model/field-counts.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../support/load-fixture.ts';

test.each([
  ['jd/order-detail--normal', 1000],
  ['jd/order-detail--several-lines', 12_000],
  ['taobao/order-detail-tmall--several-lines', 500],
  ['taobao/sold-list--discount-below-the-amount', 2000],
])('%s shows what was taken off', (name, expected) => {
  const { html, url } = loadFixture(name);
  const [order] = readPage(documentOf(html), new URL(url)).batch.orders;
  expect(order!.discountFen).toBe(expected);
});

test.each(['jd/order-detail--normal', 'jd/order-detail--split-and-struck', 'taobao/order-detail-tmall--several-lines'])(
  'with it the sum of %s is what was paid',
  (name) => {
    const { html, url } = loadFixture(name);
    const { orders, health } = readPage(documentOf(html), new URL(url)).batch;
    expect(countFields(orders, health).sum).toEqual([1, 1]);
  },
);
