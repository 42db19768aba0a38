/** The file that a user may hand on: a comment with JSON in the first line, below it the page without what it said. */
import { redactAddress } from './redact-attribute.ts';
import { redactPage } from './redact-page.ts';
import { redactText } from './redact-text.ts';
import type { Secret } from './secret.ts';

export interface BundleHeader {
  liuke: 'diagnostic';
  /** Of this form of file. */
  version: 1;
  /** Of the extension that wrote it. */
  extension: string;
  /** The page's address, ids in disguise as in the page itself. */
  url: string;
  /** When, such as "2026-11-29". */
  made: string;
  platform: string | null;
  page: string;
  rejects: { what: string; row?: number | undefined }[];
  health: { rows: number; read: number };
}

/** What is known of the page that cannot be read; its address and rejects are still the page's own. */
export type PageFacts = Omit<BundleHeader, 'liuke' | 'version'>;

/** @param random whole numbers below 2^32, drawn for this file alone */
export function makeBundle(document: Document, facts: PageFacts, random: readonly number[]): string {
  const { html, secret } = redactPage(document, random);
  const header: BundleHeader = {
    liuke: 'diagnostic',
    version: 1,
    ...facts,
    url: redactAddress(facts.url, { secret }),
    rejects: facts.rejects.map((reject) => ({ ...reject, what: redactedWhat(reject.what, secret) })),
  };
  // Two hyphens would end the comment.
  const json = JSON.stringify(header).replaceAll('--', '-\\u002d');
  return `<!-- ${json} -->\n<!doctype html>\n${html}\n`;
}

/** A reject's name is ours; what stands in it of the page is not. */
function redactedWhat(what: string, secret: Secret): string {
  return what.replaceAll(/[^\x20-\x7e]+|\d{4,}/g, (part) => redactText(part, { secret }));
}

const FIRST_LINE = /^<!-- (\{.*\}) -->\r?\n/;

/** The header of a diagnostic file; null for any other. */
export function headerOf(text: string): BundleHeader | null {
  const json = FIRST_LINE.exec(text)?.[1];
  if (json === undefined) return null;
  try {
    const header = JSON.parse(json) as Partial<BundleHeader>;
    return header.liuke === 'diagnostic' && typeof header.url === 'string' ? (header as BundleHeader) : null;
  } catch {
    return null;
  }
}
