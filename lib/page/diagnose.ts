/** The diagnostic file of the open page, made on the user's click and handed to our panel alone. */
import { makeBundle } from '../diagnostics/bundle.ts';
import { formatDay, dayOf } from '../model/shanghai-time.ts';
import { readPage } from '../platforms/registry.ts';

interface Asked {
  /** The extension's version. */
  extension: string;
  /** Epoch ms. */
  now: number;
  /** Whole numbers below 2^32, drawn for this file alone. */
  random: readonly number[];
}

/** @returns the file; null for a page on which we are silent */
export function diagnosePage(view: Window, { extension, now, random }: Asked): string | null {
  const { document, location } = view;
  const { platform, page, rejects, health } = readPage(document, new URL(location.href)).batch;
  if (page === 'blocked') return null;
  const facts = { extension, url: location.href, made: formatDay(dayOf(now)), platform, page, rejects, health };
  return makeBundle(document, facts, random);
}
