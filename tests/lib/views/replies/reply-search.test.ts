import { expect, test } from 'vitest';
import { dayOf } from '../../../../lib/model/shanghai-time.ts';
import { recordTemplates } from '../../../../lib/pipeline/record-event.ts';
import { ownId } from '../../../../lib/replies/own-templates.ts';
import { openReplySearch } from '../../../../lib/views/replies/reply-search.ts';
import { makeTemplate } from '../../../support/make-template.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const jd = { platform: 'jd', tone: 'standard' } as const;

test('the best few are found with how many there are, each topic once in the wished tone', async () => {
  const { search } = openReplySearch(openTestDatabase(), ({ zh }) => zh);
  const { ids, total } = await search({ ...jd, query: '亲' }, now);
  expect(ids).toHaveLength(8);
  expect(total).toBeGreaterThan(8);
  expect((await search({ ...jd, query: 'fapiao' }, now)).ids[0]).toBe('invoice-jd-standard');
  expect((await search({ ...jd, tone: 'lively', query: 'fapiao' }, now)).ids[0]).toBe('invoice-jd-lively');
  expect((await search({ ...jd, platform: 'taobao', query: 'fapiao' }, now)).ids[0]).toBe('invoice-taobao-standard');
});

test('the shop’s own are found once the library is read anew, and not after their end', async () => {
  const db = openTestDatabase();
  const { search, forget } = openReplySearch(db, ({ zh }) => zh);
  const find = async (at = now) => (await search({ ...jd, query: '碎了这样说' }, at)).ids;
  expect(await find()).toEqual([]);
  await recordTemplates(db, [makeTemplate({ expiresDay: dayOf(now) })], now);
  forget();
  expect(await find()).toEqual([ownId('mine')]);
  expect(await find(now + 86_400_000)).toEqual([]);
});
