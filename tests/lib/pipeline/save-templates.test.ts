import { expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import { recordShopRules, recordTemplateRemoval, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { openShopLinter } from '../../../lib/pipeline/shop-linter.ts';
import { saveTemplates } from '../../../lib/pipeline/save-templates.ts';
import type { OwnTemplate } from '../../../lib/model/own-template.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { readOwnTemplates } from '../../../lib/views/replies/own-templates.ts';
import { makeTemplate } from '../../support/make-template.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

const save = (
  db: LiukeDatabase,
  templates: OwnTemplate[],
  isTrial: boolean,
  at: number,
  more: { shopId?: string; batchId?: string } = {},
) => saveTemplates(db, openShopLinter(db), { templates, isTrial, shopId: null, batchId: null, ...more }, at);

test('a clean template is one event, which passes its own border, and is in the library', async () => {
  const db = openTestDatabase();
  const { eventIds, refused } = await save(db, [makeTemplate()], false, now);
  expect(refused).toEqual([]);
  const events = await db.events.toArray();
  expect(events.map(({ id }) => id)).toEqual(eventIds);
  expect(eventSchema.safeParse(events[0]).success).toBe(true);
  expect(await readOwnTemplates(db)).toEqual([{ template: makeTemplate(), savedAt: now }]);
});

test('the newest state holds; what was removed is gone, and comes back by an undo', async () => {
  const db = openTestDatabase();
  const names = async () => (await readOwnTemplates(db)).map(({ template }) => template.name);
  await save(db, [makeTemplate(), makeTemplate({ templateId: 'other', name: '另一条' })], false, now);
  const changed = await save(db, [makeTemplate({ name: '改过的' })], false, now + 1);
  expect(await names()).toEqual(['改过的', '另一条']);
  const removal = await recordTemplateRemoval(db, 'mine', now + 2);
  expect(await names()).toEqual(['另一条']);
  await undoEvent(db, removal, now + 3);
  expect(await names()).toEqual(['改过的', '另一条']);
  await undoEvent(db, changed.eventIds[0]!, now + 4);
  expect(await names()).toEqual(['碎了这样说', '另一条']);
});

test.each([
  ['加微信 liuke_8866 给您补', { blocks: [expect.objectContaining({ ruleId: 'DIV-01' })], problems: [] }],
  ['抱歉，{nobody}给您补', { blocks: [], problems: [{ kind: 'unknownVariable', name: 'nobody' }] }],
  ['抱歉，{给您补', { blocks: [], problems: [{ kind: 'strayBrace' }] }],
])('%s is refused, with the reason', async (text, because) => {
  const db = openTestDatabase();
  const { eventIds, refused } = await save(db, [makeTemplate({ text })], false, now);
  expect(eventIds).toEqual([]);
  expect(refused).toEqual([{ templateId: 'mine', ...because }]);
  expect(await db.events.count()).toBe(0);
});

test('what the rules only warn of is saved, and told with its words and a rewrite', async () => {
  const db = openTestDatabase();
  const text = '抱歉，明天一定送到';
  const { eventIds, refused, warned } = await save(db, [makeTemplate({ text })], false, now);
  expect([eventIds.length, refused]).toEqual([1, []]);
  expect(warned).toEqual([
    { templateId: 'mine', findings: [expect.objectContaining({ ruleId: 'PRO-03', severity: 'warn', onlyOn: null })] },
  ]);
  const [{ start, end, rewrite }] = warned[0]!.findings as [(typeof warned)[0]['findings'][0]];
  expect(text.slice(start, end)).toContain('一定');
  expect(rewrite).toMatch(/预计/);
});

test('of one that is refused nothing else is told', async () => {
  const db = openTestDatabase();
  const { warned } = await save(db, [makeTemplate({ text: '加微信 liuke_8866，明天一定送到' })], true, now);
  expect(warned).toEqual([]);
});

test('what is forbidden on one of its platforms alone is refused, once', async () => {
  const db = openTestDatabase();
  const text = '同款在淘宝搜店名下单更便宜';
  const both = await save(db, [makeTemplate({ text })], true, now);
  expect(both.refused[0]!.blocks.map(({ ruleId }) => ruleId)).toEqual(['DIV-05']);
  const home = await save(db, [makeTemplate({ text, platforms: ['taobao'] })], true, now);
  expect(home.refused).toEqual([]);
});

test('of many the good ones are kept and the bad ones named', async () => {
  const db = openTestDatabase();
  const bad = makeTemplate({ templateId: 'bad', text: '加微信 liuke_8866', scene: 'nowhere' });
  const { eventIds, refused } = await save(db, [makeTemplate(), bad], false, now);
  expect(eventIds).toHaveLength(1);
  expect(refused.map(({ templateId }) => templateId)).toEqual(['bad']);
  expect(refused[0]!.problems).toEqual([{ kind: 'unknownScene', scene: 'nowhere' }]);
});

test('a trial keeps nothing', async () => {
  const db = openTestDatabase();
  expect(await save(db, [makeTemplate()], true, now)).toEqual({ eventIds: [], refused: [], warned: [] });
  expect(await db.events.count()).toBe(0);
});

test('what the shop itself allows is kept for that shop, and refused for any other', async () => {
  const db = openTestDatabase();
  await db.shops.add({ shopId: 'mumu', platform: 'jd', hints: [], name: null });
  const allow = [{ phrase: 'www.mumu-home.cn', rules: ['DIV-04'] }];
  const content = JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', allow });
  await recordShopRules(db, { shopId: 'mumu', content }, now);
  const templates = [makeTemplate({ text: '说明书在 www.mumu-home.cn 下载，{solution}', platforms: ['jd'] })];
  expect((await save(db, templates, true, now, { shopId: 'mumu' })).refused).toEqual([]);
  expect((await save(db, templates, true, now)).refused).toHaveLength(1);
  expect((await save(db, templates, true, now, { shopId: 'other' })).refused).toHaveLength(1);
});

test('a batch goes by one undo, and what was there before it is as it was', async () => {
  const db = openTestDatabase();
  const names = async () => (await readOwnTemplates(db)).map(({ template }) => template.name);
  await save(db, [makeTemplate()], false, now);
  const many = ['a', 'b', 'c'].map((templateId) => makeTemplate({ templateId, name: templateId }));
  await save(db, [makeTemplate({ name: '被覆盖' }), ...many], false, now + 1, { batchId: 'import' });
  expect(await names()).toEqual(['被覆盖', 'a', 'b', 'c']);
  const before = await db.events.count();
  await undoEvent(db, 'import', now + 2);
  expect(await names()).toEqual(['碎了这样说']);
  expect(await db.events.count()).toBe(before + 1);
});
