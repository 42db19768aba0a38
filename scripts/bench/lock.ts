/**
 * What the lock costs: `npm run bench:lock [customers]`, 300,000 when left out. In time of the processor: sealing and opening texts, the work
 * that they add to a page of 50 orders, and to reading orders again for the columns. By the clock of a real Chromium: the first search by name
 * of a page that was just opened, with packs of names and without.
 */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { newPair } from '../../lib/lock/pair.ts';
import type { Lock } from '../../lib/model/lock.ts';
import { sealedTables, withTexts } from '../../lib/store/sealed-fields.ts';
import { Seal } from '../../lib/store/seal.ts';
import { inBenchPage } from './bench-page.ts';
import type { Timing } from './insight/bench.ts';

const ORDERS_OF_PAGE = 50;
const RUNS = 5;
const customers = Number(process.argv[2] ?? 300_000);

const { publicKey, privateKey } = await newPair();
const lock: Lock = {
  state: 'on',
  setAt: 1,
  publicKey,
  privateKey: '',
  salt: '',
  rounds: 1,
  markKey: '07'.repeat(32),
  freshKeys: {},
  failed: 0,
  waitUntil: 0,
  autoLockMinutes: null,
};
const session = { secret: privateKey, fresh: null };
const orderOf = (index: number) => ({
  buyer: { display: `买家昵称${index}`, key: `jd_buyer_${index}`, quality: 'stable' },
});

/** Median milliseconds of the processor over the runs, each with a seal that remembers nothing. */
async function timed(name: string, work: (seal: Seal) => number): Promise<void> {
  const times: number[] = [];
  let count = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const seal = new Seal();
    await seal.take(lock, session);
    const before = process.cpuUsage();
    count = work(seal);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  console.log(`${name}: ${median.toFixed(1)} ms, ${((median * 1000) / count).toFixed(1)} µs each of ${count}`);
}

console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}; processor time, median of ${RUNS}`);
const sealer = new Seal();
await sealer.take(lock, session);
const close = (order: object) =>
  withTexts(sealedTables.orders, order, (text, { holds }) => (holds === 'quality' ? text : sealer.write(text)));
const orders = Array.from({ length: customers }, (_, index) => orderOf(index));
const sealedOrders = orders.map(close);
const sealedNames = orders.map(({ buyer }) => sealer.write(buyer.display));

await timed(`a page of ${ORDERS_OF_PAGE} orders sealed`, (seal) => {
  for (const order of orders.slice(0, ORDERS_OF_PAGE))
    withTexts(sealedTables.orders, order, (text, { holds }) => (holds === 'quality' ? text : seal.write(text)));
  return ORDERS_OF_PAGE;
});
await timed('orders opened, as for the columns', (seal) => {
  for (const order of sealedOrders)
    withTexts(sealedTables.orders, order, (text, { holds }) => (holds === 'quality' ? text : seal.read(text)));
  return sealedOrders.length;
});
await timed('names opened one by one', (seal) => {
  for (const name of sealedNames) seal.read(name);
  return sealedNames.length;
});
const bytes = sealedNames.reduce((sum, name) => sum + name.length, 0) / sealedNames.length;
console.log(`a sealed name takes ${bytes.toFixed(0)} bytes`);

await inBenchPage(join(import.meta.dirname, 'lock/in-browser.ts'), async (page, version) => {
  console.log(`\nChromium ${version}, ms, load ${loadavg()[0]!.toFixed(1)}`);
  const timings = await page.evaluate(async (count) => {
    const { benchFirstSearch: run } = globalThis as unknown as { benchFirstSearch: (of: number) => Promise<Timing[]> };
    return await run(count);
  }, customers);
  for (const { name, n, medianMs } of timings)
    console.log(`${name.padEnd(50)} ${medianMs.toFixed(1).padStart(10)}   n = ${n}`);
});
