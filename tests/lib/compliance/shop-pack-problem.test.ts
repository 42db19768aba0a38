import { describe, expect, test } from 'vitest';
import { shopPackProblem } from '../../../lib/compliance/shop-pack.ts';
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
    expect(places.map(({ fault }) => fault.kind).toSorted()).toEqual(['notEmpty', 'oneOf', 'unknownKeys']);
  });

  const withRule = (parts: object) => ({ rules: [ruleParts({ id: 'OWN-01', ...parts })] });
  const trigger = (match: string, parts: object = {}) => withRule({ triggers: [{ match, ...parts }] });
  const long = '<any>{0,40}';
  test.each<[string, object, string, (string | number)[]]>([
    ['version', { version: 7 }, 'type', ['string', 'number']],
    ['rules.0.rewrite', withRule({ rewrite: undefined }), 'missing', ['string']],
    ['rules.0.severity', withRule({ severity: 'loud' }), 'oneOf', ['"block"', '"warn"', '"hint"']],
    ['rules.0.platforms', withRule({ platforms: [] }), 'notEmpty', []],
    ['rules.0.unless.0.within', withRule({ unless: [{ where: 'before', match: '不', within: 0 }] }), 'atLeast', [1]],
    ['rules.0.unless.0.within', withRule({ unless: [{ where: 'before', match: '不', within: 99 }] }), 'atMost', [40]],
    ['rules.0.unless.0.within', withRule({ unless: [{ where: 'before', match: '不', within: 1.5 }] }), 'whole', []],
    ['', { color: 'red', shape: 'round' }, 'unknownKeys', ['"color"', '"shape"']],
    ['rules.0.id', withRule({ id: 'own' }), 'ruleId', []],
    ['severities.own', { severities: { own: 'hint' } }, 'ruleId', []],
    ['concepts.X Y', { concepts: { 'X Y': {} } }, 'name', []],
    [
      'rules.0.triggers.0.atStages.0',
      trigger('加', { atStages: ['soon'] }),
      'oneOf',
      expect.arrayContaining(['"paid"']),
    ],
    ['rules.0.triggers.0', withRule({ triggers: [{ sound: 'jia' }] }), 'form', []],
    ['concepts.own.words.0', { concepts: { own: { words: ['加 微'] } } }, 'word', ['加 微']],
    ['concepts.own.words.0', { concepts: { own: { words: ['加(微'] } } }, 'bracket', ['加(微']],
    ['OWN-01', withRule({ triggers: [{ frame: ['nobody'] }] }), 'concept', ['nobody']],
    ['OWN-01', trigger('(加'), 'noPattern', ['(加']],
    ['patterns.own', { patterns: { own: '(加' } }, 'noPattern', ['(加']],
    ['OWN-01', trigger('加+微信'), 'bounded', ['加+微信']],
    ['OWN-01', trigger('<nobody>'), 'macro', ['<nobody>']],
    ['patterns.own', { patterns: { own: '<own>' } }, 'circle', ['<own>']],
    ['OWN-01', trigger(`(?:${long}){0,40}x`), 'nested', [`(?:${long}){0,40}`, `(?:${long}){0,40}x`]],
    ['OWN-01', trigger(`${long}${long}${long}x`), 'ways', [`${long}${long}${long}x`]],
    ['OWN-01', withRule({ neighbours: [`${long}梨${long}树`] }), 'waysAtHits', [`${long}梨${long}树`]],
  ])('is wrong at “%s”: %j is of the kind %s', (path, parts, kind, values) => {
    expect(problemOf(fileOf(parts))).toMatchObject({ kind: 'wrong', places: [{ path, fault: { kind, values } }] });
  });

  test('with a rule that would never end says which', () => {
    const rule = ruleParts({ id: 'OWN-01', triggers: [{ match: '加+微信' }] });
    const problem = problemOf(fileOf({ rules: [rule] }));
    expect(problem).toMatchObject({ kind: 'wrong', places: [{ path: 'OWN-01' }] });
  });
});
