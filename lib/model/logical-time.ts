/** Hybrid logical time of events: sorts as text, and never goes back when the wall clock does. */

/** Digits of base 36 that hold epoch ms until the year 5188. */
const MS_DIGITS = 9;
const msText = (ms: number) => ms.toString(36).padStart(MS_DIGITS, '0');

/** What the logical times of all events from this moment on sort behind, for a range of the index. */
export function logicalTimeFrom(atMs: number): string {
  return msText(Math.max(0, atMs));
}

/**
 * The next hybrid logical time: wall clock, or the last one plus a count when the clock stands or went back.
 * @param previous the last event's logical time, or null for the first
 */
export function nextLogicalTime(previous: string | null, nowMs: number, device: string): string {
  const [lastMs, count] =
    previous === null ? [0, 0] : (previous.split('-').map((part) => parseInt(part, 36)) as [number, number]);
  const ms = Math.max(lastMs, nowMs);
  return `${msText(ms)}-${(ms === lastMs ? count + 1 : 0).toString(36).padStart(4, '0')}-${device}`;
}
