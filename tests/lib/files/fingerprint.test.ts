import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../lib/files/fingerprint.ts';
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
