/** What came in earlier than this says little of how fast it goes now. */
const WINDOW_MS = 10_000;

/**
 * Rows a second over the last ten seconds or so; time spent in a pause does not count.
 * @returns takes how many rows are in by now, whether it is paused, and the time (ms of any clock that only rises); 0 where nothing can be told
 */
export function rateMeter(): (rows: number, isPaused: boolean, now: number) => number {
  const seen: { at: number; rows: number }[] = [];
  return (rows, isPaused, now) => {
    if (isPaused) {
      seen.length = 0;
      return 0;
    }
    seen.push({ at: now, rows });
    while (seen.length > 2 && now - seen[0]!.at > WINDOW_MS) seen.shift();
    const [first] = seen;
    return now > first!.at ? ((rows - first!.rows) * 1000) / (now - first!.at) : 0;
  };
}
