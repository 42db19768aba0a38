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
/** What the thread itself worked, in ms: what else the machine does is not counted. */
const timeOf = (text: string) => {
  const start = process.threadCpuUsage();
  lint(text, complianceRules, { platform: 'jd' });
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};

test.each(units)(
  '100,000 characters of %j cost about four times as much as 25,000',
  (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expectLinear(text.slice(0, 25_000), text);
  },
  60_000,
);

test('so do hits of a rule that the last words of the message silence', () => {
  const ofLength = (length: number) => `${'好评返现金红包。'.repeat(length / 8)}平台不让`;
  expect(lint(ofLength(8), complianceRules, { platform: 'jd' }).map(({ ruleId }) => ruleId)).not.toContain('REV-01');
  expectLinear(ofLength(25_000), ofLength(100_000));
}, 60_000);

function expectLinear(quarter: string, text: string): void {
  // The best of several, taken in turn: the first are slower, for patterns are made ready when they are first met.
  const times = [1, 2, 3, 4].map(() => [timeOf(quarter), timeOf(text)] as const);
  const small = Math.min(...times.map(([time]) => time));
  const large = Math.min(...times.map(([, time]) => time));
  // Quadratic growth would be sixteen times; ten leaves room for a busy machine.
  expect(large).toBeLessThan(10 * small + 20);
}
