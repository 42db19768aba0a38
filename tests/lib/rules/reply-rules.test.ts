import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { canInsert, render } from '../../../lib/replies/render.ts';
import { placeholdersOf } from '../../../lib/replies/placeholders.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { replyScenes, replyTemplates, replyVariables } from '../../../lib/rules/replies.ts';
import { tiers } from '../../../lib/rules/tiers.ts';

const examples = Object.fromEntries(replyVariables.map((variable) => [variable.name, variable.example]));

describe.each(replyTemplates)('template $id', (template) => {
  test('is clean on each of its platforms, bare and filled', () => {
    for (const platform of template.platforms) {
      for (const text of [template.text, render(template, examples).text])
        expect(lint(text, complianceRules, { platform })).toEqual([]);
    }
  });

  test('asks only for known variables, and can be inserted only when all are there', () => {
    expect(placeholdersOf(template.text).filter((name) => !Object.hasOwn(examples, name))).toEqual([]);
    expect(canInsert(render(template, examples))).toBe(true);
    for (const name of placeholdersOf(template.text)) {
      const { [name]: _, ...others } = examples;
      expect(render(template, others).missing).toEqual([name]);
      expect(canInsert(render(template, others))).toBe(false);
    }
  });

  test('is meant for known tiers only', () => {
    const known = new Set(tiers.map((tier) => tier.id));
    expect(template.tierIds.filter((id) => !known.has(id))).toEqual([]);
  });

  test('belongs to a known scene', () => expect(replyScenes.map((scene) => scene.id)).toContain(template.scene));

  test('names which of refund and return it means (TPL-35)', () => {
    expect(template.text.replace(/仅退款|退货退款|退货|退款申请|补发或退款|商品寄回后再退款/g, '')).not.toMatch(
      /退款|退货/,
    );
  });

  test('guesses no gender or age', () => expect(template.text).not.toMatch(/先生|女士|小姐|宝子|哥|姐/));
});

const apologises = new Set(['complaint', 'damaged', 'quality', 'late']);
test.each(replyTemplates.filter((template) => apologises.has(template.scene)))(
  '$id apologises before it explains (TPL-12)',
  ({ text }) => {
    expect(text).toMatch(/^(?:非常|很)?抱歉/);
  },
);

test('twenty templates ship, each with its own id, for every scene', () => {
  expect(replyTemplates).toHaveLength(20);
  expect(new Set(replyTemplates.map((template) => template.id)).size).toBe(20);
  expect(new Set(replyTemplates.map((template) => template.scene))).toEqual(
    new Set(replyScenes.map((scene) => scene.id)),
  );
});

test.each(['TPL-02', 'TPL-03', 'TPL-04', 'TPL-07', 'TPL-08', 'TPL-14', 'TPL-23'])('%s is among them', (source) => {
  expect(replyTemplates.map((template) => template.source)).toContain(source);
});

test('the first reply to a complaint needs the problem and the solution (TPL-07)', () => {
  const complaint = replyTemplates.find((template) => template.source === 'TPL-07')!;
  expect(placeholdersOf(complaint.text)).toEqual(['problem', 'solution']);
});

test('every variable is used and named once', () => {
  const used = new Set(replyTemplates.flatMap((template) => placeholdersOf(template.text)));
  expect(new Set(replyVariables.map((variable) => variable.name)).size).toBe(replyVariables.length);
  expect(
    replyVariables
      .map((variable) => variable.name)
      .filter((name) => !used.has(name) && !['amount', 'orderStatus', 'daysSincePlaced'].includes(name)),
  ).toEqual([]);
});

describe.each(replyScenes)('scene $id', (scene) => {
  test('has cues and voiding phrases that each hold a cue', () => {
    expect(scene.cues.length).toBeGreaterThan(3);
    expect(scene.unless.filter((phrase) => !scene.cues.some((cue) => phrase.includes(cue)))).toEqual([]);
  });
});
