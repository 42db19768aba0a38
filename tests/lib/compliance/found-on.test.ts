import { expect, test } from 'vitest';
import { foundOn } from '../../../lib/compliance/found-on.ts';
import { lint } from '../../../lib/compliance/lint.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';

const asked = (text: string, platforms: readonly ('jd' | 'taobao')[]) =>
  foundOn(platforms.map((platform) => ({ platform, findings: lint(text, complianceRules, { platform }) }))).map(
    ({ ruleId, severity, onlyOn }) => [ruleId, severity, onlyOn],
  );

test('what both platforms object to is one finding, of neither alone', () => {
  expect(asked('明天一定送到', ['jd', 'taobao'])).toEqual([['PRO-03', 'warn', null]]);
});

test('what one of them alone objects to names it', () => {
  expect(asked('同款去淘宝下单更便宜', ['jd', 'taobao'])).toEqual([['DIV-05', 'block', 'jd']]);
  expect(asked('同款去京东下单更便宜', ['jd', 'taobao'])).toEqual([['DIV-05', 'block', 'taobao']]);
});

test('of a text for one platform nothing is of that platform alone', () => {
  expect(asked('同款去淘宝下单更便宜', ['jd'])).toEqual([['DIV-05', 'block', null]]);
});
