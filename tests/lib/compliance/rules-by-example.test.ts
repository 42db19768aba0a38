import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { vocabularyOf } from '../../../lib/compliance/compliance-pack.ts';
import { expandSource } from '../../../lib/compliance/rule-source.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { shippedPackOf } from '../../support/make-pack.ts';

describe.each(complianceRules.rules)('$id $name.en', (rule) => {
  const alone = shippedPackOf(rule.id);
  test.each(rule.examples!.bad)('flags %s', (text) => {
    const found = rule.platforms.flatMap((platform) => lint(text, alone, { platform }));
    expect(found).not.toEqual([]);
  });

  test.each(rule.examples!.good)('accepts %s', (text) => {
    const found = rule.platforms.flatMap((platform) => lint(text, complianceRules, { platform }));
    expect(found.map(({ ruleId, start, end }) => `${ruleId} ${text.slice(start, end)}`)).toEqual([]);
  });

  test('shows at least four of each, all different', () => {
    for (const examples of [rule.examples!.bad, rule.examples!.good]) {
      expect(new Set(examples).size).toBe(examples.length);
      expect(examples.length).toBeGreaterThanOrEqual(4);
    }
  });

  test('finds nothing in an empty text', () => {
    const vocabulary = vocabularyOf(rule, complianceRules);
    const sources = rule.triggers.flatMap((trigger) => ('match' in trigger ? [trigger.match] : []));
    const matching = sources.filter((source) => new RegExp(expandSource(source, vocabulary), 'u').test(''));
    expect(matching).toEqual([]);
  });

  test('has a rewrite that is clean under every rule', () => {
    for (const platform of rule.platforms) expect(lint(rule.rewrite, complianceRules, { platform })).toEqual([]);
  });
});

test('every rule has an id of its own', () => {
  expect(new Set(complianceRules.rules.map((rule) => rule.id)).size).toBe(complianceRules.rules.length);
});
