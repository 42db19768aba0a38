import { expect, test } from 'vitest';
import { fingerprintOf, importFingerprint } from '../../../lib/files/fingerprint.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import { fileOf } from '../../support/export-files.ts';

test('a file is known by its bytes, whatever its name; one other byte anywhere is another file', async () => {
  const bytes = new Uint8Array(9_000_000).fill(7);
  const changed = bytes.slice();
  changed[8_500_000] = 8;
  const first = await fingerprintOf(fileOf('a.csv', bytes));
  expect(first).toMatch(/^[\da-f]{64}$/);
  expect(await fingerprintOf(fileOf('b.csv', bytes))).toBe(first);
  expect(await fingerprintOf(fileOf('a.csv', changed))).not.toBe(first);
  expect(await fingerprintOf(fileOf('a.csv', bytes.subarray(1)))).not.toBe(first);
});

test('an import goes on only in the same table read by the same columns', async () => {
  const mapping: ColumnMapping = { platform: 'jd', holds: 'orders', columns: { orderId: '单号', placedAt: '时间' } };
  const other: ColumnMapping = { ...mapping, columns: { ...mapping.columns, amount: '应收' } };
  const inOtherOrder: ColumnMapping = { ...mapping, columns: { placedAt: '时间', orderId: '单号' } };
  const file = 'ab'.repeat(32);
  const first = await importFingerprint(file, 3, mapping);
  expect(first).toMatch(/^[\da-f]{64}-3$/);
  expect(await importFingerprint(file, 3, inOtherOrder)).toBe(first);
  const others = [
    await importFingerprint('cd'.repeat(32), 3, mapping),
    await importFingerprint(file, 4, mapping),
    await importFingerprint(file, 3, null),
    await importFingerprint(file, 3, other),
    await importFingerprint(file, 3, { ...mapping, over: 'jd-orders' }),
    await importFingerprint(file, 3, { ...mapping, platform: 'taobao' }),
  ];
  expect(new Set([first, ...others]).size).toBe(7);
});
