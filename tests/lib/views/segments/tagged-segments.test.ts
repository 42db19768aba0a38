import { describe, expect, test } from 'vitest';
import { recordCustomerTag } from '../../../../lib/pipeline/record-customer-note.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { lockNow } from '../../../../lib/pipeline/lock/keep-lock.ts';
import { readSegment } from '../../../../lib/views/segments/segment-counts.ts';
import { readLine } from '../../../../lib/views/segments/segment-language.ts';
import { readSegmentTrends } from '../../../../lib/views/segments/segment-trends.ts';
import { NOW, sealedShop, shopOfSecrets } from '../../../support/locked-shop.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';

const countOf = async (db: LiukeDatabase, line: string) =>
  await readSegment(db, null, readLine(line).segment!, NOW + 1000);

describe('a segment of a tag', () => {
  test('counts who has it, at once', async () => {
    const { db, customerId } = await shopOfSecrets();
    await maintain(db, NOW);
    const { count: before, of } = await countOf(db, '标签:爱比价');
    expect([before, of > 1]).toEqual([1, true]);
    expect((await countOf(db, '非标签:爱比价')).count).toBe(of - 1);
    await recordCustomerTag(db, { customerId, tag: '爱比价', isOn: false }, NOW);
    expect((await countOf(db, '标签:爱比价')).count).toBe(0);
    expect((await countOf(db, '标签:爱比价 或 标签:没人有')).withheld).toBeNull();
  });

  test('is told of no earlier day', async () => {
    const { db } = await shopOfSecrets();
    await maintain(db, NOW);
    const [trend] = await readSegmentTrends(db, null, [readLine('标签:爱比价').segment!], NOW + 1000);
    expect(trend!.grewBy).toBeNull();
  });

  test('says that tags are sealed, and counts nobody in, while the lock is closed', async () => {
    const { db } = await sealedShop();
    await maintain(db, NOW);
    expect((await countOf(db, '标签:爱比价')).count).toBe(1);
    await lockNow(db);
    for (const line of ['标签:爱比价', '非标签:爱比价'])
      expect(await countOf(db, line)).toMatchObject({ count: 0, withheld: { because: 'locked' } });
    expect((await countOf(db, '非勿扰')).withheld).toBeNull();
  });
});
