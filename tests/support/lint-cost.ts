/** How the time of the linter grows with the text. */
import { expect } from 'vitest';
import type { CompliancePack } from '../../lib/compliance/compliance-pack.ts';
import { lint } from '../../lib/compliance/lint.ts';

const MOST_TURNS = 4;

/** Fails where a text costs far more than four of a quarter of its length. */
export function expectLinear(pack: CompliancePack, quarter: string, text: string): void {
  // The first is slower, for patterns are made ready when they are first met: it would excuse the long text.
  timeOf(pack, [quarter]);
  let quarters = Infinity;
  let whole = Infinity;
  // The best of several, taken in turn: what disturbs one of them need not disturb the next.
  for (let turn = 0; turn < MOST_TURNS && !isAlike(quarters, whole); turn += 1) {
    quarters = Math.min(quarters, timeOf(pack, [quarter, quarter, quarter, quarter]));
    whole = Math.min(whole, timeOf(pack, [text]));
  }
  expect({ quarters, whole, isAlike: isAlike(quarters, whole) }).toMatchObject({ isAlike: true });
}

/** Quadratic growth would be four times; the rest is room for a busy machine and for the ticks of its clock. */
function isAlike(quarters: number, whole: number): boolean {
  return Number.isFinite(whole) && whole < 2.5 * quarters + 20;
}

/** What the thread itself worked, in ms: what else the machine does is not counted. */
function timeOf(pack: CompliancePack, texts: readonly string[]): number {
  const start = process.threadCpuUsage();
  for (const text of texts) lint(text, pack, { platform: 'jd', channel: 'chat' });
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
