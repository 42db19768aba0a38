/** What a note on a customer had better not hold: what the rules call personal or a way past the platform, and long numbers. */
import { toBackground } from '../../lib/browser/send.ts';
import type { Finding } from '../../lib/compliance/lint.ts';
import type { Platform } from '../../lib/model/platform.ts';

const labels: ReadonlySet<Finding['label']> = new Set(['personal-info', 'diversion']);
/** A phone, an account, a document: so many digits, whatever stands between them; a date is none. */
const LONG_NUMBER = /(?<!\d)(?!(?:19|20)\d{6}(?!\d))\d(?:[ -]?\d){6,}/g;

/**
 * @returns the parts of the text that it is about, each once
 * @throws Error when there is no answer
 */
export async function privateParts(text: string, platform: Platform): Promise<string[]> {
  const findings = await toBackground.lint({ text, platform, channel: 'chat', shopId: null });
  const said = findings.filter(({ label }) => labels.has(label)).map(({ start, end }) => text.slice(start, end).trim());
  const numbers = [...text.normalize('NFKC').matchAll(LONG_NUMBER)].map(([number]) => number);
  return [...new Set([...said, ...numbers.filter((number) => !said.some((part) => part.includes(number)))])];
}
