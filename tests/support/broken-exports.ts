/** Exports that something has broken, each change from a seeded number, so that a failure can be had again. */
import { randomOf } from '../../scripts/demo/shop/random.ts';
import { gbkBytes } from '../../scripts/demo/answers/gb18030.ts';
import { archiveOf, csvOf, jdNames, jdRow, workbookOf } from './export-files.ts';
import { columnLists, kindOf, rowUnder } from './export-rows.ts';

export type Rows = readonly (readonly string[])[];

const ORDERS = 12;
const titleOf = (index: number) => `第 ${index} 件，"好" 的`;

/** A row an order. */
export const jdRows: Rows = [
  [...jdNames],
  ...Array.from({ length: ORDERS }, (_, index) =>
    jdRow({ 订单号: String(3400070000020001 + index), 商品名称: titleOf(index) }),
  ),
];

const taobaoNames = columnLists.find(({ file }) => file.startsWith('taobao-orders-2017'))!.names;
export const taobaoRows: Rows = [
  taobaoNames,
  ...Array.from({ length: ORDERS }, (_, index) =>
    rowUnder(taobaoNames, kindOf('taobao-orders')).map((cell, at) => {
      const name = taobaoNames[at]!.trim();
      return name === '订单编号' ? `1265205510001${10_001 + index}` : name === '宝贝标题' ? titleOf(index) : cell;
    }),
  ),
];

/** As Taobao writes it: the id marked as one that no spreadsheet has touched, a comma after the last cell. */
export function taobaoCsvOf(rows: Rows): string {
  return csvOf(rows).replaceAll(/^"(\d.*)(?=\r$)/gm, '="$1,');
}

/** Whole files, by what is done to their bytes. */
export async function byteSeeds() {
  return {
    csv: utf8(csvOf(jdRows)),
    gbk: gbkBytes(csvOf(jdRows)),
    xlsx: await workbookOf(jdRows),
    zip: archiveOf({ 'a.csv': csvOf(jdRows) }),
    'taobao gbk': gbkBytes(taobaoCsvOf(taobaoRows)),
    'taobao xlsx': await workbookOf(taobaoRows),
  } as const;
}

/** Files that are made to hurt; the names stand above what hurts, as in an export. */
export function bombSeeds() {
  const names = csvOf([jdNames]);
  const wide = `${names}${'"1",'.repeat(1_000_000)}\r\n`;
  const long = `${names}"${'长'.repeat(10_000_000 / 3)}"\r\n`;
  return {
    'a row of a million columns': utf8(wide),
    'a cell of 10 MB': utf8(long),
    'a cell of 10 MB, packed': archiveOf({ 'a.csv': long }),
    'a zip bomb': archiveOf({ 'a.csv': new Uint8Array(64 * 1024 * 1024) }),
  } as const;
}

/** One to eight changes: bytes turned, cut out, doubled, or put in from elsewhere in the file. */
export function withOtherBytes(seed: Uint8Array, number: number): Uint8Array {
  const random = randomOf(number);
  let bytes = seed;
  const spliced = (at: number, cut: number, ...put: (Uint8Array | number[])[]) => {
    const parts = [bytes.subarray(0, at), ...put, bytes.subarray(at + cut)];
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let place = 0;
    for (const part of parts) {
      whole.set(part, place);
      place += part.length;
    }
    return whole;
  };
  for (let changes = random.int(1, 8); changes > 0; changes -= 1) {
    const at = random.int(0, bytes.length - 1);
    const length = random.int(1, 40);
    const kind = random.int(0, 4);
    if (kind === 0) bytes = spliced(at, 1, [random.int(0, 255)]);
    else if (kind === 1) bytes = spliced(at, length);
    else if (kind === 2) bytes = spliced(at, 0, bytes.slice(at, at + length));
    else if (kind === 3) bytes = spliced(at, 0, [0x22, 0x2c, 0x0a, 0x3d].slice(0, random.int(1, 4)));
    else bytes = bytes.slice(0, at + 1);
    if (bytes.length === 0) return new Uint8Array([0]);
  }
  return bytes;
}

/** One to four changes: whole rows moved, doubled or dropped, the names of the columns among them. */
export function withOtherRows(rows: Rows, number: number): Rows {
  const random = randomOf(number);
  const changed = [...rows];
  for (let changes = random.int(1, 4); changes > 0 && changed.length > 1; changes -= 1) {
    const at = random.int(0, changed.length - 1);
    const kind = random.int(0, 2);
    const row = changed[at]!;
    if (kind < 2) changed.splice(at, kind === 0 ? 1 : 0);
    if (kind === 2) changed.splice(at, 1);
    else changed.splice(random.int(0, changed.length), 0, row);
  }
  return changed;
}

/** A text of which a row, or all from a row on, is in another encoding than the rest; now and then that is all of it. */
export function halfTranscoded(text: string, number: number): Uint8Array {
  const random = randomOf(number);
  const [one, other] = random.chance(0.5) ? [utf8, gbkBytes] : [gbkBytes, utf8];
  const lines = text.split(/(?<=\r\n)/);
  const from = random.int(0, lines.length - 1);
  const to = random.chance(0.5) ? from + 1 : lines.length;
  return Uint8Array.from(lines.flatMap((line, at) => [...(at >= from && at < to ? other : one)(line)]));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
