import { expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';

const units = [
  '加微信',
  '不加微信,',
  '好评',
  '最',
  '扫',
  '1',
  '1-',
  'a.',
  'a-',
  '送5元',
  '差评',
  '一',
  '、',
  '小红书',
  'v ',
  '微 ',
  '\u200B',
  '我们',
  '8\uFE0F\u20E3',
];
const timeOf = (text: string) => {
  const start = performance.now();
  lint(text, complianceRules, { platform: 'jd' });
  return performance.now() - start;
};

test.each(units)('100,000 characters of %j cost about four times as much as 25,000', (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  const quarter = text.slice(0, 25_000);
  // The best of several, taken in turn: other work on the machine makes single runs slower, never faster.
  const times = [1, 2, 3, 4].map(() => [timeOf(quarter), timeOf(text)] as const);
  const small = Math.min(...times.map(([time]) => time));
  const large = Math.min(...times.map(([, time]) => time));
  // Quadratic growth would be sixteen times; ten leaves room for a busy machine.
  expect(large).toBeLessThan(10 * small + 20);
});
