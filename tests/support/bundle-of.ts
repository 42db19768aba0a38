/** Diagnostic files of pages, as the page's script makes them. */
import { makeBundle } from '../../lib/diagnostics/bundle.ts';
import { readPage } from '../../lib/platforms/registry.ts';
import { documentOf } from './load-fixture.ts';

/** @param seed the same makes the same file */
export function bundleOf(html: string, url: string, seed = 1): string {
  const document = documentOf(html);
  const { platform, page, rejects, health } = readPage(document, new URL(url)).batch;
  const random = [seed * 0x9e3779b1, seed * 0x85ebca6b, seed * 0xc2b2ae35].map((each) => each >>> 0);
  const facts = { extension: '0.1.0', url, made: '2026-11-29', platform, page, rejects, health };
  return makeBundle(document, facts, random);
}
