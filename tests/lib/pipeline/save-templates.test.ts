import { expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import { recordTemplateRemoval, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { saveTemplates } from '../../../lib/pipeline/save-templates.ts';
import { readOwnTemplates } from '../../../lib/views/own-templates.ts';
import { makeTemplate } from '../../support/make-template.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

test('a clean template is one event, which passes its own border, and is in the library', async () => {
  const db = openTestDatabase();
  const { eventIds, refused } = await saveTemplates(db, [makeTemplate()], false, now);
  expect(refused).toEqual([]);
  const events = await db.events.toArray();
  expect(events.map(({ id }) => id)).toEqual(eventIds);
  expect(eventSchema.safeParse(events[0]).success).toBe(true);
  expect(await readOwnTemplates(db)).toEqual([{ template: makeTemplate(), savedAt: now }]);
});

test('the newest state holds; what was removed is gone, and comes back by an undo', async () => {
  const db = openTestDatabase();
  const names = async () => (await readOwnTemplates(db)).map(({ template }) => template.name);
  await saveTemplates(db, [makeTemplate(), makeTemplate({ templateId: 'other', name: '另一条' })], false, now);
  const changed = await saveTemplates(db, [makeTemplate({ name: '改过的' })], false, now + 1);
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
  const { eventIds, refused } = await saveTemplates(db, [makeTemplate({ text })], false, now);
  expect(eventIds).toEqual([]);
  expect(refused).toEqual([{ templateId: 'mine', ...because }]);
  expect(await db.events.count()).toBe(0);
});

test('what is forbidden on one of its platforms alone is refused, once', async () => {
  const db = openTestDatabase();
  const text = '同款在淘宝搜店名下单更便宜';
  const both = await saveTemplates(db, [makeTemplate({ text })], true, now);
  expect(both.refused[0]!.blocks.map(({ ruleId }) => ruleId)).toEqual(['DIV-05']);
  const home = await saveTemplates(db, [makeTemplate({ text, platforms: ['taobao'] })], true, now);
  expect(home.refused).toEqual([]);
});

test('of many the good ones are kept and the bad ones named', async () => {
  const db = openTestDatabase();
  const bad = makeTemplate({ templateId: 'bad', text: '加微信 liuke_8866', scene: 'nowhere' });
  const { eventIds, refused } = await saveTemplates(db, [makeTemplate(), bad], false, now);
  expect(eventIds).toHaveLength(1);
  expect(refused.map(({ templateId }) => templateId)).toEqual(['bad']);
  expect(refused[0]!.problems).toEqual([{ kind: 'unknownScene', scene: 'nowhere' }]);
});

test('a trial keeps nothing', async () => {
  const db = openTestDatabase();
  expect(await saveTemplates(db, [makeTemplate()], true, now)).toEqual({ eventIds: [], refused: [] });
  expect(await db.events.count()).toBe(0);
});
