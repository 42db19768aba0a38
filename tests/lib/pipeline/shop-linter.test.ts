import { expect, test } from 'vitest';
import { recordShopRules, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { openShopLinter } from '../../../lib/pipeline/shop-linter.ts';
import { readShopRules } from '../../../lib/views/replies/shop-rules.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const fileOf = (parts: object) => JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', ...parts });
const noInsurance = fileOf({ offers: { freightInsurance: false } });

async function openShop() {
  const db = openTestDatabase();
  await db.shops.add({ shopId: 'mumu', platform: 'jd', hints: [], name: null });
  const linter = openShopLinter(db);
  const found = async (text: string, shopId: string | null, platform: 'jd' | 'taobao' = 'jd') =>
    (await linter.lint({ text, platform, channel: 'chat', shopId })).map(({ ruleId }) => ruleId);
  const keep = async (content: string | null, at = now) => {
    const id = await recordShopRules(db, { shopId: 'mumu', content }, at);
    linter.forget();
    return id;
  };
  return { db, linter, found, keep };
}

test('a shop’s own rules hold in that shop, on its platform, and nowhere else', async () => {
  const { found, keep } = await openShop();
  await keep(noInsurance);
  const promise = '亲，本店送运费险的';
  expect(await found(promise, 'mumu')).toEqual(['PRO-06']);
  expect(await found(promise, 'mumu', 'taobao')).toEqual([]);
  expect(await found(promise, 'other')).toEqual([]);
  expect(await found(promise, null)).toEqual([]);
});

test('the newest hold; taken away or undone, those before', async () => {
  const { db, linter, found, keep } = await openShop();
  const promise = '亲，本店送运费险的';
  await keep(noInsurance);
  const removal = await keep(null, now + 1);
  expect(await found(promise, 'mumu')).toEqual([]);
  await undoEvent(db, removal, now + 2);
  linter.forget();
  expect(await readShopRules(db, 'mumu')).toBe(noInsurance);
  expect(await found(promise, 'mumu')).toEqual(['PRO-06']);
});

test('rules that cannot be read any more leave the shipped ones in force', async () => {
  const { found, keep } = await openShop();
  await keep(fileOf({ offers: { freightInsurance: false, notThere: true } }));
  expect(await found('加微信 liuke_8866 聊', 'mumu')).toEqual(['DIV-01']);
});

test('a message for sms alone is no finding in a chat', async () => {
  const { linter } = await openShop();
  const text = '【木木家】大促满100减20，快来抢';
  const found = async (channel: 'chat' | 'sms') =>
    (await linter.lint({ text, platform: 'jd', channel, shopId: 'mumu' })).map(({ ruleId }) => ruleId);
  expect(await found('sms')).toContain('MKT-01');
  expect(await found('chat')).not.toContain('MKT-01');
});
