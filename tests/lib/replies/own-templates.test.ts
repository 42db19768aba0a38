import { expect, test } from 'vitest';
import { libraryTemplate, problemsOf, retirementOf, UNUSED_DAYS } from '../../../lib/replies/own-templates.ts';
import { isOwn } from '../../../lib/replies/reply-template.ts';
import { replyTemplates } from '../../../lib/rules/replies.ts';
import { makeTemplate } from '../../support/make-template.ts';

test('an own template stands in the library under an id of its own kind, for every tier and stage', () => {
  const listed = libraryTemplate(makeTemplate());
  expect(listed).toMatchObject({ label: { zh: '碎了这样说', en: '碎了这样说' }, variables: ['solution'], tierIds: [] });
  expect(isOwn(listed)).toBe(true);
  expect(replyTemplates.some(isOwn)).toBe(false);
  expect(replyTemplates.map(({ id }) => id)).not.toContain(listed.id);
});

test('or for those and there where its shop says it is meant', () => {
  const conditions = { tierIds: ['newCustomer'], stages: ['signed' as const] };
  expect(libraryTemplate(makeTemplate(conditions))).toMatchObject(conditions);
});

test('customers that nobody knows are a problem', () => {
  const known = { variables: ['solution'], scenes: ['damaged'], tiers: ['newCustomer'] };
  expect(problemsOf(makeTemplate({ tierIds: ['newCustomer', 'royal'] }), known)).toEqual([
    { kind: 'unknownTier', tierId: 'royal' },
  ]);
});

test('a template that is right has no problems', () => {
  expect(problemsOf(makeTemplate(), { variables: ['solution'], scenes: ['damaged'], tiers: [] })).toEqual([]);
});

test.each([
  [null, 100, 100, null],
  [100, 100, 100, null],
  [99, 100, 100, 'expired'],
  [null, 100 - UNUSED_DAYS, 100, 'unused'],
  [null, 101 - UNUSED_DAYS, 100, null],
  [99, 0, 100, 'expired'],
] as const)('with the end %s, last used on day %i, it is on day %i: %s', (expiresDay, lastDay, today, retirement) => {
  expect(retirementOf({ expiresDay }, lastDay, today)).toBe(retirement);
});

test.each([
  [9, 0, null],
  [10, 0, 'unanswered'],
  [10, 1, 'unanswered'],
  [10, 2, null],
])('of %i uses answered %i times it is %s', (awaited, answered, retirement) => {
  expect(retirementOf({ expiresDay: null }, 20_000, 20_001, { awaited, answered })).toBe(retirement);
});
