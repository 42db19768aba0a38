/** What day it is in tests that run in a process. */

/** Ten in the morning of a Tuesday in Shanghai, with no sale and no festival near: what is suggested goes by the calendar and the hour. */
const BEGINS_AT = Date.parse('2026-11-17T10:00:00+08:00');

/** From now on the clock goes on from there, whatever day it is. */
export function beginOrdinaryDay(): void {
  const begunMs = performance.now();
  Date.now = () => Math.floor(BEGINS_AT + performance.now() - begunMs);
}
