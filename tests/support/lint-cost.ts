/** How the time of the linter grows with the text. */
import { expect } from 'vitest';
import type { CompliancePack } from '../../lib/compliance/compliance-pack.ts';
import { lint } from '../../lib/compliance/lint.ts';

const MOST_TURNS = 4;

/** Fails where a text costs far more than its share of a text four times as long. */
export function expectLinear(pack: CompliancePack, quarter: string, text: string): void {
  // The first is slower, for patterns are made ready when they are first met: it would excuse the long text.
  timeOf(pack, quarter);
  let small = Infinity;
  let large = Infinity;
  // The best of several, taken in turn: what disturbs one of them need not disturb the next.
  for (let turn = 0; turn < MOST_TURNS && !isLinear(small, large); turn += 1) {
    small = Math.min(small, timeOf(pack, quarter), timeOf(pack, quarter));
    large = Math.min(large, timeOf(pack, text));
  }
  expect({ small, large, isLinear: isLinear(small, large) }).toMatchObject({ isLinear: true });
}

/** Quadratic growth would be sixteen times; eight leaves room for a busy machine, and 20 ms for the ticks of its clock. */
function isLinear(small: number, large: number): boolean {
  return Number.isFinite(large) && large < 8 * small + 20;
}

/** What the thread itself worked, in ms: what else the machine does is not counted. */
function timeOf(pack: CompliancePack, text: string): number {
  const start = process.threadCpuUsage();
  lint(text, pack, { platform: 'jd', channel: 'chat' });
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
