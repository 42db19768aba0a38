/** The diagnostic file of the open page, made on the user's click and handed to our panel alone. */
import { makeBundle } from '../diagnostics/bundle.ts';
import type { CaptureBatch } from '../model/capture.ts';
import { dayOf, formatDay } from '../model/shanghai-time.ts';
import { emptyReading } from '../platforms/page-reader.ts';
import { platformOf } from '../platforms/platform-of.ts';
import { readPage } from '../platforms/registry.ts';

interface Asked {
  /** The extension's version. */
  extension: string;
  /** Epoch ms. */
  now: number;
  /** Whole numbers below 2^32, drawn for this file alone. */
  random: readonly number[];
}

/** @returns the file; null for a page on which we are silent, and for a frame in which no page is read */
export function diagnosePage(view: Window, { extension, now, random }: Asked): string | null {
  const { document, location } = view;
  const { platform, page, rejects, health } = readingOf(document, new URL(location.href));
  if (page === 'blocked' || (page === 'unknown' && view !== view.top)) return null;
  const facts = { extension, url: location.href, made: formatDay(dayOf(now)), platform, page, rejects, health };
  return makeBundle(document, facts, random);
}

/** A page on which a reader falls over needs a file more than any other. */
function readingOf(document: Document, url: URL): CaptureBatch {
  try {
    return readPage(document, url).batch;
  } catch {
    return { ...emptyReading(platformOf(url), 'unknown').batch, rejects: [{ what: 'the reader fell over' }] };
  }
}
