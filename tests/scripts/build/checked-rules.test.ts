// @vitest-environment node
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import type { CompliancePack } from '../../../lib/compliance/compliance-pack.ts';
import { lint } from '../../../lib/compliance/lint.ts';
import { madeOnce } from '../../../lib/compliance/made-once.ts';
import { readShopPack } from '../../../lib/compliance/shop-pack.ts';
import type { ShopPolicies } from '../../../lib/compliance/shop-policy.ts';
import { replyTemplates, sceneRules } from '../../../lib/rules/replies.ts';
import { shopPolicies } from '../../../lib/rules/shop-policies.ts';
import { asPlainData, checkedRules, unseen } from '../../../scripts/build/checked-rules.ts';
import { ruleParts } from '../../support/make-pack.ts';

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
  return await run(await asPlainData(path));
}

/** The same as a build asks for it, by the module's name in `lib/rules`. */
async function loaded(name: string): Promise<Record<string, unknown>> {
  const text = await load(resolve('lib/rules', name));
  return await run(text!);
}

const load = checkedRules().load as (id: string) => Promise<string | null>;

async function run(text: string): Promise<Record<string, unknown>> {
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

/** What is left of data without these fields, `within.field` only where it stands in a `within`, be that a list. */
function seenOf(data: unknown, left: readonly string[], within = ''): unknown {
  if (Array.isArray(data)) return data.map((each) => seenOf(each, left, within));
  if (typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data).filter(([key]) => !left.includes(key) && !left.includes(`${within}.${key}`));
  return Object.fromEntries(kept.map(([key, part]) => [key, seenOf(part, left, key)]));
}

const modules = readdirSync('lib/rules').filter((name) => name.endsWith('.ts') && name !== 'checked.ts');

test.each(modules)(
  'the extension gets of %s what its schemas made of it, without what no screen shows',
  async (name) => {
    const path = resolve('lib/rules', name);
    const whole = Object.entries((await import(/* @vite-ignore */ path)) as object).map(([exported, value]) => [
      exported,
      seenOf(JSON.parse(JSON.stringify(value)), ['examples', ...(unseen[exported] ?? [])]),
    ]);
    expect(await shipped(path)).toEqual(Object.fromEntries(whole));
  },
);

test('the examples of the compliance rules are left out', async () => {
  const path = resolve('lib/rules/compliance.ts');
  expect(complianceRules.rules.every(({ examples }) => examples !== undefined)).toBe(true);
  expect(JSON.stringify(await shipped(path))).not.toContain('"examples"');
});

describe('what a build loads', () => {
  /** As the build hands it over, where the rest of the extension takes it for what the schemas made. */
  const loadedPack = madeOnce(async () => (await loaded('compliance.ts'))['complianceRules'] as CompliancePack);
  const found = (text: string, pack: CompliancePack, platform: 'jd' | 'taobao') =>
    lint(text, pack, { platform, channel: 'chat' }).map(
      ({ ruleId, severity, start, end, rewrite }) => `${ruleId} ${severity} ${start}-${end} ${rewrite}`,
    );

  test('is the rules alone: other modules are left to whoever reads them', async () => {
    expect(await load(resolve('lib/compliance/lint.ts'))).toBeNull();
    expect(await load(resolve('lib/rules/compliance/div-01.json'))).toBeNull();
  });

  test('of the compliance rules objects to what the files object to', async () => {
    const pack = await loadedPack();
    expect(pack.version).toBe(complianceRules.version);
    const asked = complianceRules.rules.flatMap(({ examples }) => [...examples!.bad.slice(0, 2), examples!.good[0]!]);
    const all = (by: CompliancePack) => asked.flatMap((text) => [found(text, by, 'jd'), found(text, by, 'taobao')]);
    expect(all(pack)).toEqual(all(complianceRules));
  }, 60_000);

  test('takes a shop’s own file as the files do', async () => {
    const [pack, policies] = [await loadedPack(), (await loaded('shop-policies.ts'))['shopPolicies'] as ShopPolicies];
    const content = JSON.stringify({
      format: 'liuke-shop-rules-1',
      version: '1',
      allow: [{ phrase: 'www.mumu-home.cn', rules: ['DIV-04'] }],
      offers: { thirtyDayReturns: true, freightInsurance: false },
      severities: { 'PRO-03': 'hint' },
      words: { ownSecret: ['暗号'] },
      concepts: { ownCode: { words: ['口令苹果'] } },
      rules: [
        ruleParts({ id: 'OWN-01', triggers: [{ frame: ['ownCode'] }] }),
        ruleParts({
          id: 'OWN-02',
          triggers: [{ match: '<ownSecret><any>{0,6}<fruit>' }],
          patterns: { fruit: '樱桃' },
        }),
      ],
    });
    const [own, asFiles] = [
      readShopPack(content, pack, policies),
      readShopPack(content, complianceRules, shopPolicies),
    ];
    const said = [
      '说明书在 www.mumu-home.cn 下载',
      '去 www.mumu-other.cn 下单',
      '明天一定送到',
      '口令苹果',
      '报暗号领樱桃',
    ];
    const offered = shopPolicies.policies.flatMap(({ examples }) => examples!.said);
    for (const text of [...said, ...offered]) expect(found(text, own, 'jd')).toEqual(found(text, asFiles, 'jd'));
    expect(said.flatMap((text) => found(text, own, 'jd').map((finding) => finding.split(' ', 2).join(' ')))).toEqual([
      'DIV-04 block',
      'PRO-03 hint',
      'OWN-01 warn',
      'OWN-02 warn',
    ]);
    expect(() => readShopPack(content.replace('{0,6}', '*'), pack, policies)).toThrow(/OWN-02: expected bounded/);
  });

  test('of the replies is what the files say, looked at by the rules before', async () => {
    const replies = await loaded('replies.ts');
    expect(replies['replyTemplates']).toEqual(JSON.parse(JSON.stringify(replyTemplates)));
    expect(replies['sceneRules']).toEqual(JSON.parse(JSON.stringify(sceneRules)));
  }, 60_000);
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
