/**
 * How right proposed links between masked orders are, by threshold, and how long it takes to find them in a full store:
 * `npm run bench:identity [customers] [stored orders]`, 100,000 and 1,000,000 when left out, some minutes; five shops of each kind.
 * No link is made without a person; this is how often a person would be shown a wrong one.
 */
import { join } from 'node:path';
import { linkModel } from '../../lib/rules/identity.ts';
import { inBenchPage } from './bench-page.ts';
import { populationOf, type PageTraits } from './identity/population.ts';
import type { Timing } from './insight/bench.ts';
import { tally, type ThresholdTally } from './identity/tally.ts';

const customers = Number(process.argv[2] ?? 100_000);
const storedOrders = Number(process.argv[3] ?? 1_000_000);
const SEEDS = [1, 2, 3, 4, 5];
const usual: PageTraits = { showsLast: false, withPlace: 0, constantTail: 0.75, known: 0.1 };
const kinds: readonly (readonly [string, PageTraits])[] = [
  ['first character shown (w**)', usual],
  ['first character shown, tails that rarely change', { ...usual, constantTail: 0.95 }],
  ['first character shown, half of the orders with a city', { ...usual, withPlace: 0.5 }],
  ['first and last character shown (f***h)', { ...usual, showsLast: true }],
  ['first and last character, half of the orders with a city', { ...usual, showsLast: true, withPlace: 0.5 }],
];

for (const size of [customers, Math.round(customers / 30)]) {
  for (const [title, traits] of kinds) {
    console.log(`\n${size} customers, ${title}; n = ${SEEDS.length} shops`);
    console.log(
      'threshold   proposed   wrong   wrong per 10,000 proposed   wrong per 10,000 customers   precision   recall',
    );
    const shops = SEEDS.map((seed) => tally(populationOf(size, seed, traits)));
    for (const [row, { threshold }] of shops[0]!.entries())
      print(
        threshold,
        shops.map((shop) => shop[row]!),
        size,
      );
  }
}

await inBenchPage(join(import.meta.dirname, 'identity/in-browser.ts'), async (page, version) => {
  console.log(`\nChromium ${version}, ms`);
  const timings = await page.evaluate(async (orders) => {
    const { benchStoredLinks: run } = globalThis as unknown as {
      benchStoredLinks: (orderCount: number) => Promise<Timing[]>;
    };
    return await run(orders);
  }, storedOrders);
  for (const { name, n, medianMs } of timings)
    console.log(`${name.padEnd(70)} ${medianMs.toFixed(1).padStart(10)}   n = ${n}`);
});

function print(threshold: number, shops: readonly ThresholdTally[], size: number): void {
  const sum = (name: keyof ThresholdTally) => shops.reduce((total, shop) => total + shop[name], 0);
  const [proposed, wrong] = [sum('proposed'), sum('wrong')];
  const cells = [
    `${threshold}${threshold === linkModel.proposeFrom ? '*' : ''}`.padEnd(9),
    String(proposed).padStart(11),
    String(wrong).padStart(7),
    (proposed === 0 ? '-' : ((wrong / proposed) * 10_000).toFixed(2)).padStart(27),
    ((wrong / (size * shops.length)) * 10_000).toFixed(3).padStart(28),
    (proposed === 0 ? '-' : `${((1 - wrong / proposed) * 100).toFixed(3)} %`).padStart(11),
    `${((sum('found') / sum('findable')) * 100).toFixed(1)} %`.padStart(8),
  ];
  console.log(cells.join(' '));
}
