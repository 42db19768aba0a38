import { expect, test } from 'vitest';
import { jdStatusLabels, jdStatusOf, jdTrackLabels } from '../../../../lib/platforms/jd/status-labels.ts';

test.each(Object.entries(jdStatusLabels))('%s is %s', (label, status) => {
  expect(jdStatusOf(label)).toBe(status);
  expect(jdStatusOf(` ${label}\n`)).toBe(status);
});

test.each([
  ['(删除)等待出库', 'cancelled'],
  ['（删除）等待确认收货', 'cancelled'],
  ['(暂停)等待出库', 'onHold'],
  ['(锁定)等待出库', 'onHold'],
  ['商品已出库,待买家确认', 'shipped'],
] as const)('%s is %s', (label, status) => {
  expect(jdStatusOf(label)).toBe(status);
});

test.each(['待成团', '', '已完成了', '8', 'constructor', '__proto__', 'toString'])('%j is unknown', (label) => {
  expect(jdStatusOf(label)).toBe('unknown');
});

test('the words of the track are states as well', () => {
  for (const label of jdTrackLabels) expect(jdStatusOf(label)).not.toBe('unknown');
});
