import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { readShopPack } from '../../../lib/compliance/shop-pack.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { shopPolicies } from '../../../lib/rules/shop-policies.ts';
import { ruleParts } from '../../support/make-pack.ts';

const read = (parts: Record<string, unknown>) =>
  readShopPack(JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', ...parts }), complianceRules, shopPolicies);
const found = (text: string, parts: Record<string, unknown>) =>
  lint(text, read(parts), { platform: 'jd' }).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('a shop’s own file', () => {
  test('allows a phrase, and what lies wholly inside it', () => {
    expect(found('说明书在 www.mumu-home.cn 下载', {})).toEqual(['DIV-04 block']);
    const allow = [{ phrase: 'www.mumu-home.cn', rules: ['DIV-04'] }];
    expect(found('说明书在 www.mumu-home.cn 下载', { allow })).toEqual([]);
    expect(found('去 www.mumu-other.cn 下单', { allow })).toEqual(['DIV-04 block']);
  });

  test('changes how severe a rule is', () => {
    expect(found('明天一定送到', { severities: { 'PRO-03': 'hint' } })).toEqual(['PRO-03 hint']);
  });

  test('brings rules of its own', () => {
    const rule = ruleParts({ id: 'OWN-01', triggers: [{ frame: ['ownCode'] }] });
    expect(found('口令苹果', { concepts: { ownCode: { words: ['口令苹果'] } }, rules: [rule] })).toEqual([
      'OWN-01 warn',
    ]);
  });

  test('may be empty and changes nothing then', () => {
    expect(read({}).rules.map(({ id }) => id)).toEqual(complianceRules.rules.map(({ id }) => id));
  });
});

describe.each(shopPolicies.policies)('what the shop offers: $name.en', ({ id, examples }) => {
  const [offered, refused] = [true, false].map((isOffered) => read({ offers: { [id]: isOffered } }));
  const rulesIn = (text: string, pack: typeof offered) =>
    lint(text, pack!, { platform: 'jd' }).map(({ ruleId }) => ruleId);

  test.each(examples!.said)('%s is right where it is offered, and a broken promise where it is not', (text) => {
    expect(rulesIn(text, offered)).toEqual([]);
    expect(rulesIn(text, refused)).toContain('PRO-06');
  });

  test.each(examples!.notSaid)('%s is something else', (text) => {
    expect(rulesIn(text, refused)).toEqual([]);
  });
});

test.each([
  ['no JSON at all', '{', /expected a file of JSON/],
  ['another kind of file', '{"format":"x","version":"1"}', /at format: /],
  [
    'a pattern that is none, whether a rule uses it or not',
    '{"format":"liuke-shop-rules-1","version":"1","patterns":{"own":"(加"}}',
    /at patterns\.own: /,
  ],
  [
    'a phrase of nothing that is seen',
    '{"format":"liuke-shop-rules-1","version":"1","allow":[{"phrase":"\u200b"}]}',
    /at allow\.0\.phrase: expected a phrase with letters/,
  ],
  [
    'a word that it does not know',
    '{"format":"liuke-shop-rules-1","version":"1","allows":[]}',
    /at the whole: .*allows/,
  ],
  [
    'a rule that there is not',
    '{"format":"liuke-shop-rules-1","version":"1","severities":{"XYZ-99":"hint"}}',
    /expected a rule among .*; found XYZ-99/,
  ],
  [
    'a policy that there is not',
    '{"format":"liuke-shop-rules-1","version":"1","offers":{"freeLunch":true}}',
    /expected a policy among thirtyDayReturns.*; found freeLunch/,
  ],
])('%s is refused with its reason', (_, content, reason) => {
  expect(() => readShopPack(content, complianceRules, shopPolicies)).toThrow(reason);
});

test('a rule with a broken pattern is refused with its id', () => {
  expect(() => read({ rules: [ruleParts({ id: 'OWN-01', triggers: [{ match: '加*' }] })] })).toThrow(
    /OWN-01: expected bounded repetition/,
  );
});
