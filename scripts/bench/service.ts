/**
 * How long reading the desk of the work orders takes, in a real Chromium: `npm run bench:service [cases] [open work orders]`, 50,000 and
 * 5,000 when left out; four closed ones for each open one. Once with no cause marked as mended, then with three.
 */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { inBenchPage } from './bench-page.ts';
import type { DeskTimings } from './service/stored-desk.ts';

const cases = Number(process.argv[2] ?? 50_000);
const open = Number(process.argv[3] ?? 5_000);

await inBenchPage(join(import.meta.dirname, 'service/in-browser.ts'), async (page, version) => {
  const { timings, seen } = await page.evaluate(
    async ([ofCases, ofOpen]) => {
      const { benchDesk: run } = globalThis as unknown as {
        benchDesk: (cases: number, open: number) => Promise<DeskTimings>;
      };
      return await run(ofCases, ofOpen);
    },
    [cases, open] as const,
  );
  console.log(
    `Chromium ${version}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}; ${cases} cases, ${open} open work orders; ms`,
  );
  for (const { name, n, medianMs } of timings)
    console.log(`${name.padEnd(50)} ${medianMs.toFixed(1).padStart(10)}   n = ${n}`);
  console.log(seen.join('\n'));
});
