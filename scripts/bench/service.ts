/**
 * How long reading the desk of the work orders takes, in a real Chromium: `npm run bench:service [cases] [open] [closed]`, 50,000
 * cases, 5,000 open and 20,000 closed work orders when left out. Before and after those closed long ago are put away, and with three causes
 * marked as mended.
 */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { inBenchPage } from './bench-page.ts';
import type { DeskTimings } from './service/stored-desk.ts';

const cases = Number(process.argv[2] ?? 50_000);
const open = Number(process.argv[3] ?? 5_000);
const closed = Number(process.argv[4] ?? 20_000);

await inBenchPage(join(import.meta.dirname, 'service/in-browser.ts'), async (page, version) => {
  const { timings, seen } = await page.evaluate(
    async ([ofCases, ofOpen, ofClosed]) => {
      const { benchDesk: run } = globalThis as unknown as {
        benchDesk: (cases: number, open: number, closed: number) => Promise<DeskTimings>;
      };
      return await run(ofCases, ofOpen, ofClosed);
    },
    [cases, open, closed] as const,
  );
  console.log(
    `Chromium ${version}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}; ${cases} cases, ${open} open and ${closed} closed work orders; ms`,
  );
  for (const { name, n, medianMs } of timings)
    console.log(`${name.padEnd(50)} ${medianMs.toFixed(1).padStart(10)}   n = ${n}`);
  console.log(seen.join('\n'));
});
