import { expect, test } from 'vitest';
import { textHash } from '../../../lib/model/text-hash.ts';

// Test vectors of the authors of FNV (draft-eastlake-fnv, appendix C): 32 bits, FNV-1a.
test.each([
  ['', 0x811c_9dc5],
  ['a', 0xe40c_292c],
  ['foobar', 0xbf9c_f968],
])('%j hashes as its authors say', (text, hash) => {
  expect(textHash(text) >>> 0).toBe(hash);
});
