import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../support/source-files.ts';

const rooms = ['coupon', 'customer', 'dispute', 'forget', 'identity', 'lock', 'panel', 'reply', 'service', 'today'];

/**
 * Loads what the panel and the card load when it is first shown, before anybody waits for it: a part that is late holds the whole card
 * back, and on a busy machine the code alone takes seconds. Found in the sources, so that no list of parts can lag behind.
 */
export async function loadPanel(): Promise<void> {
  const sources = rooms.flatMap((room) => filesBelow(`components/${room}`, ['.ts', '.tsx']));
  const parts = sources.flatMap((source) =>
    [...readFileSync(source, 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, path]) =>
      join(dirname(source), path!),
    ),
  );
  await Promise.all([...new Set(parts)].map((part) => import(/* @vite-ignore */ join(process.cwd(), part))));
}
