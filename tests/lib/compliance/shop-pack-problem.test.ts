import { describe, expect, test } from 'vitest';
import { shopPackProblem } from '../../../lib/compliance/shop-pack-problem.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { shopPolicies } from '../../../lib/rules/shop-policies.ts';
import { ruleParts } from '../../support/make-pack.ts';

const problemOf = (content: string) => shopPackProblem(content, complianceRules, shopPolicies);
const fileOf = (parts: object) => JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', ...parts });

describe('a shop’s file', () => {
  test('that is right has no problem, also as an editor of Windows saves it', () => {
    expect(problemOf(fileOf({ offers: { freightInsurance: true } }))).toBeNull();
    expect(problemOf(`\uFEFF${fileOf({})}`)).toBeNull();
  });

  test.each([
    ['', { kind: 'notJson' }],
    ['{"format":', { kind: 'notJson' }],
    ['null', { kind: 'otherFormat' }],
    ['[]', { kind: 'otherFormat' }],
    ['{"format":"liuke-templates-1"}', { kind: 'otherFormat' }],
    [fileOf({ severities: { 'DIV-99': 'hint' } }), { kind: 'unknownRule', found: 'DIV-99' }],
    [fileOf({ offers: { freeMoon: true } }), { kind: 'unknownPolicy', found: 'freeMoon' }],
  ])('%s says what is wrong with it', (content, problem) => {
    expect(problemOf(content)).toEqual(problem);
  });

  test('names every wrong place, with what was expected there', () => {
    const problem = problemOf(fileOf({ allow: [{ phrase: '' }], severities: { 'DIV-01': 'loud' }, color: 'red' }));
    expect(problem).toMatchObject({ kind: 'wrong' });
    const { places } = problem as Extract<typeof problem, { kind: 'wrong' }>;
    expect(places.map(({ path }) => path).toSorted()).toEqual(['', 'allow.0.phrase', 'severities.DIV-01']);
    expect(places.every(({ expected }) => expected !== '' && !expected.startsWith('at '))).toBe(true);
  });

  test('with a rule that would never end says which', () => {
    const rule = ruleParts({ id: 'OWN-01', triggers: [{ match: '加+微信' }] });
    const problem = problemOf(fileOf({ rules: [rule] }));
    expect(problem).toMatchObject({ kind: 'wrong', places: [{ path: 'OWN-01' }] });
  });
});
