import { expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { expectLinear } from '../../support/lint-cost.ts';

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
test.each(units)(
  '60,000 characters of %j cost about four times as much as 15,000',
  (unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length));
    expectLinear(complianceRules, text.slice(0, 15_000), text);
  },
  60_000,
);

test('so do hits of a rule that the last words of the message silence', () => {
  const ofLength = (length: number) => `${'好评返现金红包。'.repeat(length / 8)}平台不让`;
  expect(lint(ofLength(8), complianceRules, { platform: 'jd' }).map(({ ruleId }) => ruleId)).not.toContain('REV-01');
  expectLinear(complianceRules, ofLength(16_000), ofLength(64_000));
}, 60_000);
