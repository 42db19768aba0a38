import { beforeEach, expect, test, vi } from 'vitest';
import { headerOf } from '../../../lib/diagnostics/bundle.ts';
import { diagnosePage } from '../../../lib/page/diagnose.ts';
import { jdOrderListReader } from '../../../lib/platforms/jd/order-list.ts';
import { ORDER_LIST_URL, navigate, orderList } from '../../support/jd-page.ts';

const asked = { extension: '0.1.0', now: Date.UTC(2026, 10, 29), random: [1, 2, 3] };

beforeEach(() => navigate(window, ORDER_LIST_URL));

test('the file says which reader read what, and nothing that the page says', () => {
  document.body.innerHTML = orderList([{ orderId: '3090112233440001' }]).replaceAll('待出库', '');
  const file = diagnosePage(window, asked)!;
  expect(headerOf(file)).toMatchObject({ page: 'order-list', platform: 'jd', made: '2026-11-29', extension: '0.1.0' });
  expect(file).not.toContain('3090112233440001');
});

test('the page stays as it was', () => {
  document.body.innerHTML = orderList([{ orderId: '3090112233440001' }]);
  const before = document.documentElement.outerHTML;
  diagnosePage(window, asked);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('there is none of a page on which we are silent', () => {
  document.body.innerHTML = '<iframe name="baxia-dialog-content"></iframe>';
  expect(diagnosePage(window, asked)).toBeNull();
});

test('there is one of a page on which the reader falls over', () => {
  document.body.innerHTML = orderList([{ orderId: '3090112233440001' }]);
  vi.spyOn(jdOrderListReader, 'read').mockImplementation(() => {
    throw new TypeError('no such element');
  });
  expect(headerOf(diagnosePage(window, asked)!)).toMatchObject({ rejects: [{ what: 'the reader fell over' }] });
});
