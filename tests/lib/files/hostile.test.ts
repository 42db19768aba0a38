/** Files that are damaged or made to hurt: a clear error, or every row accounted for; never a crash, never a hang. */
import { beforeAll, describe, expect, test } from 'vitest';
import { randomOf } from '../../../scripts/demo/shop/random.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { gbkBytes } from '../../../scripts/demo/answers/gb18030.ts';
import { archiveOf, csvOf, fileOf, importAll, jdNames, jdRow, workbookOf } from '../../support/export-files.ts';

const rows = [
  [...jdNames],
  ...Array.from({ length: 12 }, (_, index) =>
    jdRow({ 订单号: String(3400070000020001 + index), 商品名称: `第 ${index} 件，"好" 的` }),
  ),
];
const seeds: Record<string, Uint8Array> = {};
/** `FAULTS=long` changes each of them more often. */
const TIMES = process.env['FAULTS'] === 'long' ? 5 : 1;

beforeAll(async () => {
  seeds.csv = new TextEncoder().encode(csvOf(rows));
  seeds.xlsx = await workbookOf(rows);
  seeds.gbk = gbkBytes(csvOf(rows));
  seeds.zip = archiveOf({ 'a.csv': csvOf(rows) });
});

/** One to eight changes: bytes turned, cut out, doubled, or put in from elsewhere in the file. */
function mutated(seed: Uint8Array, number: number): Uint8Array {
  const random = randomOf(number);
  let bytes = Array.from(seed);
  for (let changes = random.int(1, 8); changes > 0; changes -= 1) {
    const at = random.int(0, bytes.length - 1);
    const length = random.int(1, 40);
    const kind = random.int(0, 4);
    if (kind === 0) bytes[at] = random.int(0, 255);
    else if (kind === 1) bytes.splice(at, length);
    else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (kind === 3) bytes.splice(at, 0, ...[0x22, 0x2c, 0x0a, 0x3d].slice(0, random.int(1, 4)));
    else bytes = bytes.slice(0, at + 1);
    if (bytes.length === 0) return new Uint8Array([0]);
  }
  return new Uint8Array(bytes);
}

const LIMIT_MS = 200;
/** Of the processor: what else a busy machine does is not counted. */
async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  return process.cpuUsage(start).user / 1000;
}

/** Whether it was read and not refused; no row of it is lost in silence. */
async function isRead(format: string, number: number): Promise<boolean> {
  try {
    const { portions, summaries } = await importAll(fileOf('a', mutated(seeds[format]!, number)));
    const orders = portions.flatMap((portion) => portion.orders);
    const rejects = portions.flatMap((portion) => portion.rejects);
    const total = summaries.reduce((sum, { rows: of }) => sum + of, 0);
    // Each row is a line of an order or a reject; a row of an order that was refused later is gone with it.
    expect(orders.length + rejects.length).toBeLessThanOrEqual(total);
    expect(orders.length === total || rejects.length > 0).toBe(true);
    return true;
  } catch (error) {
    if (!(error instanceof FileError)) throw new Error(`seed ${number}`, { cause: error });
    return false;
  }
}

describe.each([
  ['csv', 4000 * TIMES],
  ['gbk', 2000 * TIMES],
  ['xlsx', 2000 * TIMES],
  ['zip', 2000 * TIMES],
])('a mutated %s', (format, count) => {
  test(`of ${count} is read or refused, and no row is lost in silence`, { timeout: 240_000 * TIMES }, async () => {
    let slowestMs = 0;
    let read = 0;
    for (let number = 1; number <= count; number += 1) {
      let tookMs = await processorMs(async () => {
        read += Number(await isRead(format, number));
      });
      // Memory that other files left may be cleared meanwhile, which takes longer than any of these: what is slow is slow each time.
      for (let again = 0; again < 5 && tookMs > LIMIT_MS; again += 1) {
        tookMs = await processorMs(async () => await isRead(format, number));
      }
      slowestMs = Math.max(slowestMs, tookMs);
    }
    expect(read).toBeGreaterThan(0);
    expect(slowestMs).toBeLessThan(LIMIT_MS);
  });
});
