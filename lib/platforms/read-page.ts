/** Reading a page with those readers that a script brings. Blocked pages come first: there we fall silent. */
import { isBlocked } from './blocked.ts';
import { emptyReading, type PageReader, type PageReading } from './page-reader.ts';
import { platformOf } from './platform-of.ts';
import { Course, currentCourse, inCourse, step } from './reading/course.ts';
import { RowMemory } from './reading/rows.ts';
import { readTotals } from './reading/totals.ts';

/**
 * Reads a page as the extension does.
 * @param memory rows read before; leave it out for a single reading
 */
export type ReadPage = (document: Document, url: URL, memory?: RowMemory) => PageReading;

/** @param readers the first that matches the address reads the page */
export function readPageWith(readers: readonly PageReader[]): ReadPage {
  return (document, url, memory = new RowMemory()) => {
    const read = () => readAs(readers, document, url, memory);
    return currentCourse() ? read() : inCourse(new Course(), read);
  };
}

function readAs(readers: readonly PageReader[], document: Document, url: URL, memory: RowMemory): PageReading {
  const platform = platformOf(url);
  if (platform === null) return emptyReading(null, 'unknown');
  if (step(() => isBlocked(document, url))) return emptyReading(platform, 'blocked');
  const reader = readers.find((candidate) => candidate.matches(url));
  if (!reader) return emptyReading(platform, 'unknown');
  const reading = reader.read(document, memory, url);
  if (reading.batch.page === 'order-list') reading.batch.totals ??= step(() => readTotals(document, url));
  return reading;
}
