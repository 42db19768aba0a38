/**
 * How long insight takes, in Node and in Chromium: `npm run bench:insight [stored orders]`, 1,000,000 when left out, some
 * minutes. Medians; where the literature's samples lie beside the project they are fitted too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PurchaseStats } from '../../lib/insight/models/purchase-stats.ts';
import { customersOfSummary } from '../liuke/customers.ts';
import { inBenchPage } from './bench-page.ts';
import { benchInsight } from './insight/all.ts';
import type { Timing } from './insight/bench.ts';

const samplesDir = join(import.meta.dirname, '../../../shared/samples/churn');

const storedOrders = Number(process.argv[2] ?? 1_000_000);
const samples = readSamples();
console.log(`Node ${process.version}, ${availableParallelism()} cores`);
print(await benchInsight(samples));
await benchInBrowser();

async function benchInBrowser(): Promise<void> {
  await inBenchPage(join(import.meta.dirname, 'insight/in-browser.ts'), async (page, version) => {
    console.log(`\nChromium ${version}`);
    // Arrays travel as plain numbers.
    const plain = Object.entries(samples).map(([title, { size, ...columns }]) => ({
      title,
      size,
      columns: Object.entries(columns).map(([name, column]) => [name, Array.from(column)] as const),
    }));
    print(
      await page.evaluate(async (all) => {
        const { benchInsight: run } = globalThis as unknown as { benchInsight: typeof benchInsight };
        const typed = all.map(({ title, size, columns }) => [
          title,
          { size, ...Object.fromEntries(columns.map(([name, column]) => [name, Float64Array.from(column)])) },
        ]);
        return await run(Object.fromEntries(typed) as Record<string, PurchaseStats>);
      }, plain),
    );
    print(
      await page.evaluate(async (orders) => {
        const { benchStoredColumns: run } = globalThis as unknown as {
          benchStoredColumns: (orders: number) => Promise<Timing[]>;
        };
        return await run(orders);
      }, storedOrders),
    );
  });
}

function readSamples(): Record<string, PurchaseStats> {
  if (!existsSync(samplesDir)) {
    console.log(`no samples at ${samplesDir}: only shops of our own making`);
    return {};
  }
  const read = (name: string) => readFileSync(join(samplesDir, name));
  return {
    CDNOW: customersOfSummary(read('cdnow_summary_weeks.csv').toString()).stats,
    'sample 100k': customersOfSummary(gunzipSync(read('synth100k_summary.csv.gz')).toString()).stats,
  };
}

function print(timings: readonly Timing[]): void {
  for (const { name, n, medianMs } of timings)
    console.log(`${name.padEnd(88)} ${medianMs.toFixed(1).padStart(10)}   n = ${n}`);
}
