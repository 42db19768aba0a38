/**
 * The corpus of pages, `tests/fixtures/<platform>/<page>--<case>.html`, each with what must be read from it beside it. The
 * first line of a page is a comment with its address, the day it was made and what it shows.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintedPage } from '../../scripts/liuke/printed-page.ts';
import { parsePage } from '../../scripts/liuke/parse-page.ts';
import { decodePage } from '../../scripts/liuke/read.ts';

export interface Fixture {
  /** "jd/order-list--normal" */
  name: string;
  /** "order-list" */
  page: string;
  /** "normal" */
  case: string;
  file: string;
  url: string;
  made: string;
  shows: string;
  html: string;
  expected: PrintedPage;
}

const root = join(import.meta.dirname, '../fixtures');
const folders = ['jd', 'taobao'];

/** Every page of the corpus, by name. */
export const fixtures: readonly Fixture[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.html'))
    .toSorted()
    .map((file) => loadFixture(`${folder}/${file.slice(0, -'.html'.length)}`)),
);

export function loadFixture(name: string): Fixture {
  const file = join(root, `${name}.html`);
  const html = decodePage(readFileSync(file));
  const note = /^<!-- (\{.*\}) -->\n/.exec(html);
  if (!note) throw new Error(`expected a comment with JSON in the first line of ${file}`);
  const [page, variant] = name.slice(name.indexOf('/') + 1).split('--') as [string, string];
  const { url, made, shows } = JSON.parse(note[1]!) as Pick<Fixture, 'url' | 'made' | 'shows'>;
  const expected = JSON.parse(readFileSync(join(root, `${name}.expected.json`), 'utf8')) as PrintedPage;
  return { name, page, case: variant, file, url, made, shows, html, expected };
}

/** A document of its own, as a reader gets it. */
export function documentOf(html: string): Document {
  return parsePage(html);
}
