/** How the time of the linter grows with the text. */
import { expect } from 'vitest';
import type { CompliancePack } from '../../lib/compliance/compliance-pack.ts';
import { lint } from '../../lib/compliance/lint.ts';

/** Fails where a text costs far more than its share of a text four times as long. */
export function expectLinear(pack: CompliancePack, quarter: string, text: string): void {
  // The best of several, taken in turn: the first are slower, for patterns are made ready when they are first met.
  const times = [1, 2, 3, 4].map(() => [timeOf(pack, quarter), timeOf(pack, text)] as const);
  const small = Math.min(...times.map(([time]) => time));
  const large = Math.min(...times.map(([, time]) => time));
  // Quadratic growth would be sixteen times; ten leaves room for a busy machine.
  expect(large).toBeLessThan(10 * small + 20);
}

/** What the thread itself worked, in ms: what else the machine does is not counted. */
function timeOf(pack: CompliancePack, text: string): number {
  const start = process.threadCpuUsage();
  lint(text, pack, { platform: 'jd', channel: 'chat' });
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
