import { expect, test } from 'vitest';
import {
  taobaoAfterSaleLabels,
  taobaoAfterSaleOf,
  taobaoServiceTitles,
  taobaoStatusLabels,
  taobaoStatusOf,
} from '../../../../lib/platforms/taobao/status-labels.ts';

test.each(Object.entries(taobaoStatusLabels))('%s is %s, with and without what follows its comma', (label, status) => {
  expect(taobaoStatusOf(label)).toBe(status);
  expect(taobaoStatusOf(`${label}，等待买家确认`)).toBe(status);
  expect(taobaoStatusOf(`当前订单状态：${label},等待买家确认`)).toBe(status);
});

test.each(['订单异常', '', 'constructor', '__proto__'])('%j is unknown', (label) => {
  expect(taobaoStatusOf(label)).toBe('unknown');
});

test.each(Object.entries(taobaoAfterSaleLabels))('a line that says %s is %s', (label, state) => {
  expect(taobaoAfterSaleOf(['发货未超时', label])).toBe(state);
});

test('operations that are no state are none', () => {
  expect(taobaoAfterSaleOf(['申请售后', '投诉', '退运保险', 'constructor'])).toBe('none');
});

test.each(['退运保险', '保险服务', '运费险'])('%s is a service, no article', (title) => {
  expect(taobaoServiceTitles.test(title)).toBe(true);
  expect(taobaoServiceTitles.test(`送${title}的衬衫`)).toBe(false);
});
