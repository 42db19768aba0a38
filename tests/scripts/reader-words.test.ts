/** The words that a diagnostic file keeps are those of the readers as they are now. */
import { expect, test } from 'vitest';
import kept from '../../lib/diagnostics/reader-words.json' with { type: 'json' };
import { collectReaderWords } from '../../scripts/words/collect.ts';

test.each(['han', 'pieces', 'values'] as const)(
  'no %s of the readers are missing; `npm run words` adds them',
  (kind) => {
    const known = new Set(kept[kind].split(' '));
    const words = collectReaderWords()[kind].split(' ');
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  },
);
