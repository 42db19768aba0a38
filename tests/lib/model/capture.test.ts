import { expect, test } from 'vitest';
import { pageReportSchema } from '../../../lib/model/capture.ts';
import { makeOrder } from '../../support/make-order.ts';
import { makeChatReport, makeReport } from '../../support/make-report.ts';

test('what a page script sends passes as it is', () => {
  for (const report of [makeReport([makeOrder()]), makeChatReport(['wd_sunshine'])]) {
    expect(pageReportSchema.parse(report)).toEqual(report);
  }
});

test('rows are let through unread: each is checked by itself later', () => {
  expect(pageReportSchema.safeParse({ ...makeReport([]), orders: [null, 'x', { orderId: 1 }] }).success).toBe(true);
});

test.each([
  ['more rows than any page has', { orders: Array.from({ length: 501 }, () => ({})) }],
  ['a page that nobody reads', { page: 'finance' }],
  ['a time that is none', { observedAt: Number.NaN }],
  ['a shop without a name', { shopHints: [{ kind: 'account', value: '' }] }],
  ['a health that is no count', { health: { rows: -1, read: 0 } }],
])('%s does not pass', (_, changes) => {
  expect(pageReportSchema.safeParse({ ...makeReport([]), ...changes }).success).toBe(false);
});
