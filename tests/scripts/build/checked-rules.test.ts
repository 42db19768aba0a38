// @vitest-environment node
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { asPlainData, unseen } from '../../../scripts/build/checked-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A module of rules over some JSON, written as those of `lib/rules` are. */
function rulesModule(name: string, data: unknown, expression: string): string {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(data));
  const path = join(folder, `${name}.ts`);
  const lib = resolve('lib');
  writeFileSync(
    path,
    `import { compliancePackSchema } from '${lib}/compliance/compliance-pack.ts';
     import { playbookSchema } from '${lib}/actions/playbook.ts';
     import { z } from '${lib}/model/zod.ts';
     import { checked } from '${lib}/rules/checked.ts';
     import data from './${name}.json' with { type: 'json' };
     export const rules = ${expression};`,
  );
  return path;
}

/** What the extension gets of a module. */
async function shipped(path: string): Promise<Record<string, unknown>> {
  const text = await asPlainData(path);
  expect(text).not.toContain('import');
  const file = join(folder, `shipped-${Math.random()}.mjs`);
  writeFileSync(file, text);
  return { ...((await import(/* @vite-ignore */ pathToFileURL(file).href)) as object) };
}

const playbook = {
  id: 'thank-again',
  source: ['ACT-01'],
  label: { zh: '致谢', en: 'Thank' },
  advice: { zh: '致谢。', en: 'Say thanks.' },
  tierIds: [],
  all: [{ metric: 'purchaseCount', is: '>=', value: 2 }],
  offer: null,
  sceneId: null,
  due: null,
  moment: null,
  companion: null,
  withinDays: null,
  who: 'staff',
  cost: 'time',
  isOn: true,
  note: null,
};

const modules = readdirSync('lib/rules').filter((name) => name.endsWith('.ts') && name !== 'checked.ts');

test.each(modules)(
  'the extension gets of %s what its schemas made of it, without what no screen shows',
  async (name) => {
    const path = resolve('lib/rules', name);
    const whole = Object.entries((await import(/* @vite-ignore */ path)) as object).map(([exported, value]) => {
      const left = JSON.stringify(value, (key, part: unknown) =>
        key === 'examples' || unseen[exported]?.includes(key) ? undefined : part,
      );
      return [exported, JSON.parse(left) as unknown];
    });
    expect(await shipped(path)).toEqual(Object.fromEntries(whole));
  },
);

test('the examples of the compliance rules are left out', async () => {
  const path = resolve('lib/rules/compliance.ts');
  expect(complianceRules.rules.every(({ examples }) => examples !== undefined)).toBe(true);
  expect(JSON.stringify(await shipped(path))).not.toContain('"examples"');
});

describe('a broken rule breaks the build', () => {
  test('with its file, its place by number and id, and what was expected', async () => {
    const broken = { ...playbook, id: 'thank-more', all: [{ metric: 'income', is: '>=', value: 2 }] };
    const path = rulesModule('broken-clause', [playbook, broken], 'checked(z.array(playbookSchema), data)');
    await expect(asPlainData(path)).rejects.toThrow(
      /broken-clause\.ts: at 1 \(thank-more\)\.all\.0\.metric: .*expected.*"purchaseCount"/,
    );
  });

  test('with every problem of it', async () => {
    const broken = [{ ...playbook, tierIds: null }, { ...playbook, source: [] }, null];
    const path = rulesModule('broken-thrice', broken, 'checked(z.array(playbookSchema), data)');
    await expect(asPlainData(path)).rejects.toThrow(
      /at 0 \(thank-again\)\.tierIds: .*\nat 1 \(thank-again\)\.source: .*\nat 2: /,
    );
  });

  test('with what is missing for each of the forms that it may have', async () => {
    const schema = `z.array(z.union([z.string(), z.object({ match: z.string() })]))`;
    const path = rulesModule('broken-form', ['a', { match: 7 }], `checked(${schema}, data)`);
    await expect(asPlainData(path)).rejects.toThrow(/at 1: .*expected string.*; or match .*expected string/);
  });

  test('when it is no array at all', async () => {
    const path = rulesModule('broken-whole', {}, 'checked(z.array(playbookSchema), data)');
    await expect(asPlainData(path)).rejects.toThrow(/broken-whole\.ts: at the whole: .*expected array/);
  });

  test('also where the pattern of a trigger is at fault, or the check is the schema’s own', async () => {
    const rule = {
      ...complianceRules.rules[0],
      triggers: [{ match: '加<nobody>' }],
    };
    const pack = { ...complianceRules, rules: [rule] };
    const path = rulesModule('broken-trigger', pack, 'compliancePackSchema.parse(data)');
    await expect(asPlainData(path)).rejects.toThrow(/broken-trigger\.ts: [^]*expected <nobody> among/);
  });

  test('when it could not be carried as plain data', async () => {
    const path = rulesModule('no-data', [], 'new Map([[1, data]])');
    await expect(asPlainData(path)).rejects.toThrow(/no-data\.ts: expected rules to be plain data/);
  });
});
