/**
 * Writes `lib/diagnostics/reader-words.json`: the words that the readers know pages by, collected from their sources. A diagnostic
 * file keeps these and no others, so run it when a reader has learnt a new label: `npm run words`.
 */
import { writeFileSync } from 'node:fs';
import { collectReaderWords, WORDS_FILE } from './words/collect.ts';

writeFileSync(WORDS_FILE, `${JSON.stringify(collectReaderWords(), null, 2)}\n`);
