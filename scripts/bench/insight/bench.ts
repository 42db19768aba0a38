/** Timing a piece of work, in Node and in a browser alike. */

export interface Timing {
  name: string;
  /** Runs that were timed, after one that was not. */
  n: number;
  medianMs: number;
}

interface Timed extends Timing {
  /** The longest of few runs. */
  p95Ms: number;
}

/** @param work is run n + 1 times; the first run warms up and does not count */
export async function time(name: string, n: number, work: () => unknown): Promise<Timed> {
  await work();
  return await timeCold(name, n, work);
}

/** The same where a first run is what counts, or where one run takes minutes. */
export async function timeCold(name: string, n: number, work: () => unknown): Promise<Timed> {
  const times: number[] = [];
  for (let run = 0; run < n; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const medianMs = (times[Math.floor((n - 1) / 2)]! + times[Math.ceil((n - 1) / 2)]!) / 2;
  return { name, n, medianMs, p95Ms: times[Math.ceil(n * 0.95) - 1]! };
}

/** Numbers from 0 to 1 that are the same at every run (Marsaglia's xorshift32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
