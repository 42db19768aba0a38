/** Reads a page or an answer saved as a file, as the extension would read it live: same readers, another DOM. */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { headerOf } from '../../lib/diagnostics/bundle.ts';
import type { PrintedPage } from './printed-page.ts';
import { readSavedText } from './saved-answer.ts';

/**
 * @param file an HTML file, or one with JSON or JSONP; UTF-8 or GBK/GB18030
 * @param address where the page was open, or the address of the call; left out for a diagnostic file, which names it
 * @throws Error when the address or the file cannot be used
 */
export async function readSavedPage(file: string, address?: string): Promise<PrintedPage> {
  if (address !== undefined && !URL.canParse(address))
    throw new Error(`expected an address such as https://shop.jd.com/…, found ${JSON.stringify(address)}`);
  const text = decodePage(await savedBytes(file));
  const opened = address ?? headerOf(text)?.url;
  if (opened === undefined || !URL.canParse(opened))
    throw new Error('expected one address and one file, or a diagnostic file, which names its address');
  return await readSavedText(text, opened, (html) => readOnThread(html, opened));
}

const STACK_MB = 256;

function readOnThread(html: string, address: string): Promise<PrintedPage> {
  return new Promise((resolve, reject) => {
    new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: { html, address },
      resourceLimits: { stackSizeMb: STACK_MB },
    })
      .once('message', resolve)
      .once('error', reject);
  });
}

async function savedBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(`expected a saved page (an HTML file), cannot read ${JSON.stringify(file)}`, { cause: error });
  }
}

/** Seller pages are UTF-8 or GBK; GB18030 is the superset that never fails, so it comes second. */
export function decodePage(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
